#!/usr/bin/env python3
"""Builds a handbook of many pages plain, and as the base of one that adapts some of them; prints what that costs.

    python3 Benchmarks/adapt.py [--pages 2000] [--rounds 7]

Needs ../shared/bench (corpus.py and the layout) and the release binary. Everything lies on /dev/shm. Both build the same
number of pages, in turn; the figures are medians. One page in a hundred is adapted, and the base is pinned.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys

from bench import ROOT, WORK, measure, prepare

MARK = "---\nadapts: {mode: page, why: Because}\n"


def adapted(base, pages):
    """A site over `base` that adapts every hundredth page, with the same words."""
    site = os.path.join(WORK, "adapted-%d" % pages)
    shutil.rmtree(site, ignore_errors=True)
    os.makedirs(os.path.join(site, "content"))
    with open(os.path.join(site, "site.yml"), "w") as settings:
        settings.write("title: Adapted\nurl: https://adapted.example/\nextends: %s\n" % base)
    files = []
    for folder, _, names in sorted(os.walk(os.path.join(base, "content"))):
        files += [os.path.join(folder, name) for name in sorted(names) if name.endswith(".md")]
    for path in files[::100]:
        target = os.path.join(site, os.path.relpath(path, base))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(path) as source, open(target, "w") as page:
            text = source.read()
            page.write(MARK + (text[4:] if text.startswith("---\n") else "---\n" + text))
    return site


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pages", type=int, default=2000)
    arguments.add_argument("--rounds", type=int, default=7)
    arguments.add_argument("--binary", default=os.path.join(ROOT, ".build", "release", "handbook"))
    arguments = arguments.parse_args()
    os.makedirs(WORK, exist_ok=True)
    base, _ = prepare(arguments.pages)
    site = adapted(base, arguments.pages)
    subprocess.run([arguments.binary, "adapt", "update", "--site", site], check=True, stdout=subprocess.DEVNULL)
    plain, over = [], []
    for _ in range(arguments.rounds):
        for folder, runs in ((base, plain), (site, over)):
            shutil.rmtree(os.path.join(folder, "public"), ignore_errors=True)
            runs.append(measure([arguments.binary, "build", "--no-cache", "--site", folder, "--quiet", "--as-of", "2026-01-01"]))
    first, second = ([statistics.median(column) for column in zip(*runs)] for runs in (plain, over))
    print("%d pages  plain %.2f s %.2f cpu-s  adapted %.2f s %.2f cpu-s  cpu x%.3f  wall x%.3f" % (
        arguments.pages, first[0], first[1], second[0], second[1], second[1] / first[1], second[0] / first[0]))


if __name__ == "__main__":
    sys.exit(main())
