#!/usr/bin/env python3
"""Tells what a page costs at several sizes of a site, and what a link more on each page costs.

    python3 Benchmarks/sizes.py [--pages 1000,10000,100000] [--rounds 5] [--links 50]

Each site of bench.py is built by turns with one that differs by a paragraph of links on every page, each to another page of the
site. Needs ../shared/bench and the release binary; 100,000 pages take 4 GB of /dev/shm and ten minutes. Figures are medians.
"""
import argparse
import os
import random
import shutil
import sys

import bench


def pages(site):
    content = os.path.join(site, "content")
    found = []
    for folder, _, names in os.walk(content):
        found += [os.path.join(folder, name) for name in names if name.startswith("page-")]
    return sorted(found)


def linked(site, count):
    """A copy of a site in which every page has a paragraph of `count` links more."""
    copy = site + "-linked"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("public", ".handbook"))
    paths = pages(copy)
    addresses = ["/%s/" % os.path.relpath(path, os.path.join(copy, "content"))[:-len(".md")] for path in paths]
    for number, path in enumerate(paths):
        choice = random.Random(number)
        with open(path, "a") as file:
            file.write("\n" + "\n".join("[another page](%s)" % choice.choice(addresses) for _ in range(count)) + "\n")
    return copy


def build(binary, site):
    shutil.rmtree(os.path.join(site, "public"), ignore_errors=True)
    return bench.measure([binary, "build", "--site", site, "--quiet", "--no-cache", "--as-of", "2026-01-01"])


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pages", default="1000,10000,100000")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--links", type=int, default=50)
    arguments.add_argument("--binary", default=os.path.join(bench.ROOT, ".build", "release", "handbook"))
    arguments = arguments.parse_args()
    if not os.path.isdir(bench.SHARED):
        sys.exit("no benchmark: %s is not here" % bench.SHARED)
    os.makedirs(bench.WORK, exist_ok=True)
    for size in map(int, arguments.pages.split(",")):
        site, _ = bench.prepare(size)
        more = linked(site, arguments.links)
        runs = [(build(arguments.binary, site), build(arguments.binary, more)) for _ in range(arguments.rounds)]
        plain, links = bench.median([run[0] for run in runs]), bench.median([run[1] for run in runs])
        print("%7d pages: %6.2f s, %6.2f processor seconds, %4.0f MB; a page %.2f ms, %4.1f KB; a link more %.2f us, %.2f KB" % (
            size, *plain, 1e3 * plain[1] / size, 1e3 * plain[2] / size, 1e6 * (links[1] - plain[1]) / size / arguments.links,
            1e3 * (links[2] - plain[2]) / size / arguments.links), flush=True)
        shutil.rmtree(more)


if __name__ == "__main__":
    main()
