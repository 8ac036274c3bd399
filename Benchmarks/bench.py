#!/usr/bin/env python3
"""Builds handbooks of many pages and compares with the floor: cmark alone reading, rendering and writing.

    python3 Benchmarks/bench.py [--pages 1000,10000] [--rounds 5]

Needs ../shared/bench (corpus.py, floor.c, the layout), a C compiler and the release binary. Everything lies on
/dev/shm, because disks are too noisy. Both programs run in turn; the figures are medians.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
SHARED = os.path.join(os.path.dirname(ROOT), "shared", "bench")
WORK = "/dev/shm/handbook-bench"


def measure(command, stdin=None):
    """Seconds, processor seconds and peak memory in MB of one run."""
    start = time.monotonic()
    process = subprocess.Popen(
        command, stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if status != 0:
        sys.exit("%s failed: %s" % (command[0], errors.decode()[-2000:]))
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def median(runs):
    return [statistics.median(column) for column in zip(*runs)]


def prepare(pages):
    site = os.path.join(WORK, "site-%d" % pages)
    if not os.path.isdir(site):
        shutil.copytree(os.path.join(SHARED, "handbook"), site)
        for folder, folders, files in os.walk(site):
            for name in folders + files:
                os.chmod(os.path.join(folder, name), 0o755)
        subprocess.run(
            [sys.executable, os.path.join(SHARED, "corpus.py"), site, str(pages)], check=True,
            stdout=subprocess.DEVNULL)
    listing = os.path.join(WORK, "files-%d" % pages)
    with open(listing, "w") as output:
        for folder, _, files in sorted(os.walk(os.path.join(site, "content"))):
            for name in sorted(files):
                output.write(os.path.join(folder, name) + "\n")
    return site, listing


def read(path):
    with open(path) as file:
        return file.read()


def write(path, text):
    with open(path, "w") as file:
        file.write(text)


def again(site, build):
    """What building again costs after each kind of change, beside the clean build of the same run."""
    layout = os.path.join(site, "layouts", sorted(os.listdir(os.path.join(site, "layouts")))[0])
    page = os.path.join(site, "content", sorted(
        os.path.relpath(os.path.join(folder, name), os.path.join(site, "content"))
        for folder, _, names in os.walk(os.path.join(site, "content")) for name in names
        if name.endswith(".md") and name != "index.md")[0])
    settings = os.path.join(site, "site.yml")
    before = {path: read(path) for path in (page, layout, settings)}
    runs = {"nothing changed, build again": measure(build)}
    for name, path, change in [
        ("one page's body changed", page, lambda text: text + "\nOne more line.\n"),
        ("a layout changed", layout, lambda text: text + "<!-- more -->\n"),
        ("site.yml changed", settings, lambda text: text + "# more\n"),
        ("the site's title changed", settings, lambda text: text.replace("title: ", "title: The ", 1)),
    ]:
        write(path, change(before[path]))
        runs[name] = measure(build)
    for path, text in before.items():
        write(path, text)
    return runs


def start(binary):
    """Milliseconds that a process takes to begin and to end, and what an empty one takes."""
    return [1000 * statistics.median(measure(command)[0] for _ in range(200)) for command in ([binary, "--version"], ["/bin/true"])]


def cores(build, rounds):
    """How many times as fast a build is with all processors as with one."""
    alone, together = [], []
    for _ in range(rounds):
        alone.append(measure(["taskset", "-c", "0"] + build)[0])
        together.append(measure(build)[0])
    return statistics.median(alone) / statistics.median(together)


def compare(pages, rounds, binary, floor):
    site, listing = prepare(pages)
    ours, usual, theirs, later = [], [], [], {}
    build = [binary, "build", "--site", site, "--quiet", "--as-of", "2026-01-01"]
    for _ in range(rounds):
        shutil.rmtree(os.path.join(WORK, "floor-out"), ignore_errors=True)
        with open(listing) as names:
            theirs.append(measure([floor, os.path.join(WORK, "floor-out"), str(os.cpu_count())], names))
        shutil.rmtree(os.path.join(site, "public"), ignore_errors=True)
        ours.append(measure(build + ["--no-cache"]))
        # As people run it: with what it leaves for the next build.
        shutil.rmtree(os.path.join(site, "public"))
        usual.append(measure(build))
        for name, run in again(site, build).items():
            later.setdefault(name, []).append(run)
    mine, base = median(ours), median(theirs)
    print("%7d pages  handbook %6.2f s %6.2f cpu-s %5.0f MB   floor %6.2f s %6.2f cpu-s   cpu x%.2f  wall x%.2f" % (
        pages, mine[0], mine[1], mine[2], base[0], base[1], mine[1] / base[1], mine[0] / base[0]))
    usual_run = median(usual)
    print("%30s  %6.2f s %6.2f cpu-s %5.0f MB   cpu %3.0f %%  wall %3.0f %% of that without" % (
        "clean, and kept for the next", *usual_run, 100 * usual_run[1] / mine[1], 100 * usual_run[0] / mine[0]))
    for name, runs in later.items():
        run = median(runs)
        print("%30s  %6.2f s %6.2f cpu-s %5.0f MB   cpu %3.0f %%  wall %3.0f %% of that clean build" % (
            name, run[0], run[1], run[2], 100 * run[1] / usual_run[1], 100 * run[0] / usual_run[0]))
    print("%30s  x%.2f" % ("%d processors against one" % os.cpu_count(), cores(build + ["--no-cache"], rounds)))
    return mine


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pages", default="1000,10000")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--binary", default=os.path.join(ROOT, ".build", "release", "handbook"))
    arguments = arguments.parse_args()
    if not os.path.isdir(SHARED):
        sys.exit("no benchmark: %s is not here" % SHARED)
    os.makedirs(WORK, exist_ok=True)
    floor = os.path.join(WORK, "floor")
    subprocess.run(
        ["cc", "-O2", os.path.join(SHARED, "floor.c"), "-o", floor, "-lcmark-gfm",
         "-lcmark-gfm-extensions", "-lpthread"], check=True)
    print("start: %.1f ms, of which an empty program takes %.1f ms" % tuple(start(arguments.binary)))
    runs = [(int(number), compare(int(number), arguments.rounds, arguments.binary, floor)) for number in arguments.pages.split(",")]
    for (few, before), (many, after) in zip(runs, runs[1:]):
        print("%d pages take x%.2f of the time of %d, x%.2f of its processor time" % (many, after[0] / before[0], few, after[1] / before[1]))
    shutil.rmtree(os.path.join(WORK, "floor-out"), ignore_errors=True)


if __name__ == "__main__":
    main()
