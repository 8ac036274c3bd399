#!/usr/bin/env python3
"""Compares the site's search with Pagefind's on our own handbook, and weighs it at 10,000 pages.

    python3 Benchmarks/search.py [--pages 10000] [--rounds 5]

Needs node, which runs the very scripts that browsers run, and the release binary; Pagefind's program where PyPI's
`pagefind-bin` is installed; ../shared/bench for the large site. What is missing is said. Everything lies on /dev/shm.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
sys.path.insert(0, HERE)
import bench  # noqa: E402

WORK = "/dev/shm/handbook-bench/search"
QUESTIONS = os.path.join(HERE, "search", "questions.tsv")
LARGE = ["service", "user needs", "budget review", "page 4711", "accountable decision evidence", "asessment", "ser"]


def pagefind():
    """The program, or nothing."""
    found = shutil.which("pagefind")
    if found:
        return found
    try:
        import pagefind_bin
    except ImportError:
        return None
    found = os.path.join(os.path.dirname(pagefind_bin.__file__), "pagefind")
    return found if os.path.exists(found) else None


def copy(site, target, is_searched):
    """A copy of a site's sources that is searched, or not."""
    shutil.rmtree(target, ignore_errors=True)
    os.makedirs(target)
    for name in ("content", "layouts", "assets"):
        if os.path.isdir(os.path.join(site, name)):
            shutil.copytree(os.path.join(site, name), os.path.join(target, name))
    if os.path.exists(os.path.join(site, "figures.yml")):
        shutil.copy(os.path.join(site, "figures.yml"), target)
    with open(os.path.join(site, "site.yml")) as settings:
        lines = [line for line in settings if not line.startswith("search:")]
    with open(os.path.join(target, "site.yml"), "w") as settings:
        settings.writelines(lines + ["search: %s\n" % str(is_searched).lower()])
    return target


def build(binary, site, output):
    return bench.measure([binary, "build", "--no-cache", "--site", site, "--output", output, "--quiet", "--as-of", "2026-01-01"])


def cost(binary, site, rounds):
    """Median seconds, processor seconds and MB with the index and without, built in turn; and where it lies."""
    searched = copy(site, os.path.join(WORK, "site-on"), True)
    plain = copy(site, os.path.join(WORK, "site-off"), False)
    runs = [(build(binary, searched, os.path.join(WORK, "on")), build(binary, plain, os.path.join(WORK, "off")))
            for _ in range(rounds)]
    return bench.median([on for on, _ in runs]), bench.median([off for _, off in runs])


def tell_cost(name, on, off):
    print("%s: with the index %.2f s, %.2f cpu-s, %.0f MB; without %.2f s, %.2f cpu-s, %.0f MB: %+.0f %% processor time" % (
        name, *on, *off, 100 * (on[1] / off[1] - 1)))


def ask(script, site):
    return json.loads(subprocess.run(
        ["node", os.path.join(HERE, "search", script), site, QUESTIONS], check=True, capture_output=True, text=True).stdout)


def tell(name, asked):
    answers = asked["answers"]
    ranks = [answer["rank"] for answer in answers]
    size = [answer["bytes"] + asked["script"] for answer in answers]
    print("%-9s answer first %d, among three %d, not found %d of %d, mean 1/rank %.3f; bytes to the first result: median %d, most %d (script %d)" % (
        name, ranks.count(1), sum(0 < rank <= 3 for rank in ranks), ranks.count(0), len(ranks),
        statistics.mean(1 / rank if rank else 0 for rank in ranks), statistics.median(size), max(size), asked["script"]))


def own(binary, rounds, verbose):
    on, off = cost(binary, ROOT, rounds)
    tell_cost("our own site", on, off)
    site = os.path.join(WORK, "on")
    ours = ask("ask.js", site)
    tell("ours", ours)
    program = pagefind()
    theirs = None
    if program:
        other = os.path.join(WORK, "pagefind")
        shutil.rmtree(other, ignore_errors=True)
        shutil.copytree(os.path.join(WORK, "off"), other)
        runs = [bench.measure([program, "--site", other, "--root-selector", "main"]) for _ in range(rounds)]
        seconds, processor, memory = bench.median(runs)
        theirs = ask("ask-pagefind.mjs", other)
        tell("Pagefind", theirs)
        print("time to build the index: ours %.2f s, %.2f cpu-s; Pagefind %.2f s, %.2f cpu-s, %.0f MB" % (
            on[0] - off[0], on[1] - off[1], seconds, processor, memory))
    else:
        print("no comparison with Pagefind: its program is not here (pip install pagefind-bin)")
    if verbose:
        for number, answer in enumerate(ours["answers"]):
            print("  %2d %2s  %s → %s" % (
                answer["rank"], theirs["answers"][number]["rank"] if theirs else "", answer["query"], answer["url"]))


def large(binary, pages, rounds):
    if not os.path.isdir(bench.SHARED):
        return print("no large site: %s is not here" % bench.SHARED)
    site, _ = bench.prepare(pages)
    shutil.rmtree(os.path.join(site, "public"), ignore_errors=True)
    tell_cost("%d pages" % pages, *cost(binary, site, rounds))
    output = os.path.join(WORK, "on")
    files = [os.path.join(folder, name) for folder, _, names in os.walk(os.path.join(output, "search")) for name in names]
    print("  %d files, %.1f MB of index" % (len(files), sum(map(os.path.getsize, files)) / 1e6))
    for words in LARGE:
        said = subprocess.run(
            ["node", os.path.join(HERE, "search", "ask.js"), output, "--words", words], check=True, capture_output=True, text=True).stdout
        print("  %s: %s" % (words, said.splitlines()[0]))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pages", type=int, default=10000)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--verbose", action="store_true", help="the rank of every answer, ours and Pagefind's")
    arguments.add_argument("--binary", default=os.path.join(ROOT, ".build", "release", "handbook"))
    arguments = arguments.parse_args()
    if not shutil.which("node"):
        sys.exit("no measurement: node is not installed")
    os.makedirs(WORK, exist_ok=True)
    own(arguments.binary, arguments.rounds, arguments.verbose)
    if arguments.pages:
        large(arguments.binary, arguments.pages, arguments.rounds)
    shutil.rmtree(WORK, ignore_errors=True)


if __name__ == "__main__":
    main()
