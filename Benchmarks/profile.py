#!/usr/bin/env python3
"""Draws where the time of a build goes, as a flame graph: the wider a box, the more of the processors' time.

    python3 Benchmarks/profile.py [--pages 2000] [--output flame.svg]

`perf` counts cycles where the machine allows it, else it looks at the clock; without `perf`, `valgrind` counts
instructions and the functions are listed. What cmark does stands at the right by itself, because Debian's library does
not tell who called it. Needs the release binary, and what Benchmarks/bench.py needs.
"""
import argparse
import collections
import html
import os
import re
import shutil
import subprocess
import sys

import bench

EVENTS = ["cycles:u", "cpu-clock"]
WIDTH, ROW = 1400, 17


def stacks(command):
    """The stacks that perf saw, outermost function first, with how often each was seen."""
    data = os.path.join(bench.WORK, "perf.data")
    for event in EVENTS:
        run = subprocess.run(
            ["perf", "record", "-q", "-e", event, "-F", "2000", "-g", "-o", data, "--"] + command,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if run.returncode == 0:
            break
    else:
        return None, None
    text = subprocess.run(
        ["perf", "script", "-i", data, "-F", "ip,sym"], capture_output=True, text=True).stdout
    text = subprocess.run(
        ["swift", "demangle", "-compact", "-simplified"], input=text, capture_output=True, text=True).stdout
    seen = collections.Counter()
    for block in text.split("\n\n"):
        names = [line.strip().partition(" ")[2] for line in block.splitlines() if line.strip()]
        names = [plain(name) for name in reversed(names)]
        if names:
            seen[tuple(without_plumbing(names))] += 1
    return seen, event


def plain(name):
    name = re.sub(r"\+0x[0-9a-f]+$", "", name)
    return re.sub(r"^(specialized |partial apply for |closure #\d+ in )+", "", name)


def without_plumbing(names):
    """The stack from the first function of our own on; how tasks are run is the same for all."""
    for index, name in enumerate(names):
        if re.search(r"Survey|PageStage|OtherFiles|BuildReport|Publication|JoinedSite|compile\(", name):
            return names[index:]
    return names[-1:]


def draw(seen, path):
    total = sum(seen.values())
    boxes = []

    def place(level, start, group):
        children = collections.OrderedDict()
        for stack, count in sorted(group):
            if len(stack) > level:
                children.setdefault(stack[level], []).append((stack, count))
        for name, inner in children.items():
            count = sum(number for _, number in inner)
            if count * WIDTH / total >= 0.5:
                boxes.append((level, start, count, name))
                place(level + 1, start, inner)
            start += count

    sys.setrecursionlimit(10000)
    place(0, 0, list(seen.items()))
    height = (max(box[0] for box in boxes) + 1) * ROW
    with open(path, "w") as output:
        output.write('<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" '
                     'font-family="monospace" font-size="11">\n' % (WIDTH, height))
        for level, start, count, name in boxes:
            x, width = start * WIDTH / total, count * WIDTH / total
            label = name[:int(width / 6.7)] if width > 30 else ""
            output.write(
                '<g><title>%s: %.1f %%</title><rect x="%.1f" y="%d" width="%.1f" height="%d" fill="hsl(%d 70%% 75%%)" '
                'stroke="white"/><text x="%.1f" y="%d">%s</text></g>\n' % (
                    html.escape(name), 100 * count / total, x, height - (level + 1) * ROW, width, ROW,
                    20 + hash_of(name) % 40, x + 2, height - level * ROW - 5, html.escape(label)))
        output.write("</svg>\n")


def hash_of(name):
    return sum(name.encode())


def count_instructions(command):
    binary = os.path.join(bench.WORK, "handbook")
    # valgrind does not read all debug information that Swift writes.
    subprocess.run(["strip", "-g", "-o", binary, command[0]], check=True)
    data = os.path.join(bench.WORK, "callgrind.out")
    subprocess.run(
        ["valgrind", "-q", "--tool=callgrind", "--callgrind-out-file=" + data, binary] + command[1:], check=True)
    lines = subprocess.run(
        ["callgrind_annotate", "--inclusive=yes", data], capture_output=True, text=True).stdout
    print(subprocess.run(
        ["swift", "demangle", "-compact", "-simplified"], input=lines, capture_output=True, text=True).stdout)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pages", type=int, default=2000)
    arguments.add_argument("--output", default="flame.svg")
    arguments.add_argument("--binary", default=os.path.join(bench.ROOT, ".build", "release", "handbook"))
    arguments = arguments.parse_args()
    os.makedirs(bench.WORK, exist_ok=True)
    site, _ = bench.prepare(arguments.pages)
    shutil.rmtree(os.path.join(site, "public"), ignore_errors=True)
    command = [arguments.binary, "build", "--no-cache", "--site", site, "--quiet", "--as-of", "2026-01-01"]
    seen, event = stacks(command) if shutil.which("perf") else (None, None)
    if not seen:
        return count_instructions(command)
    draw(seen, arguments.output)
    print("%s: %d samples of '%s'" % (arguments.output, sum(seen.values()), event))


if __name__ == "__main__":
    main()
