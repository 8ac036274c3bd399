#!/usr/bin/env python3
"""Times the rules of the operating model on a chain of services, each of which depends on the next.

    python3 Benchmarks/graph.py [--services 10000] [--rounds 5] [--binary FILE]

The site has the kinds and rules of this project's own site.yml. `handbook check` runs with the rules and with all of them
off, in turn; what the rules cost is the difference of the medians. Everything lies on /dev/shm.
"""
import argparse
import re
import shutil
import statistics
from pathlib import Path

from bench import ROOT, measure

WORK = Path("/dev/shm/handbook-graph")
SERVICE = """---
title: Service {n}
owner: o
reviewed: 2026-06-01
review_in: 12 months
code: S{n}
phase: live
since: 2026-01-01
evolution: product
lead: l
manager: The manager of {n}
budget: b
summary: s
users: [u]
needs: [{{user: U, what: w, why: y}}, {{user: V, what: x, why: z}}]
measures: [{{name: M, need: all, now: 1, before: 1, unit: x}}]
assessments: [{{date: 2026-06-01, phase: live, result: Met}}]
as_of: 2026-06-30
depends_on: [{next}]
---
"""


def page(title):
    return f"---\ntitle: {title}\nowner: o\nreviewed: 2026-06-01\nreview_in: 12 months\n---\n"


def make(services, with_rules):
    """Makes the site; returns its folder."""
    site = WORK / ("with" if with_rules else "without")
    shutil.rmtree(site, ignore_errors=True)
    folder = site / "content" / "services"
    folder.mkdir(parents=True)
    settings = (Path(ROOT) / "site.yml").read_text()
    kinds, rules = settings[settings.index("\nkinds:\n"):].split("\nrules:\n")
    kinds = re.sub(r"\n *(anchors|layout): [^\n]*", "", kinds)
    # Nobody links to these services, which is not what is timed.
    own = "\nrules:\n  orphan-page: off\n  missing-index: off\n" + (rules if with_rules else "")
    (site / "site.yml").write_text("title: T\nsearch: false\n" + kinds + own)
    (site / "content" / "index.md").write_text(page("Home"))
    (site / "content" / "lifecycle").mkdir()
    for phase in ("live", "beta"):
        (site / "content" / "lifecycle" / f"{phase}.md").write_text(page(phase))
    for n in range(services):
        following = f"s{n + 1}" if n + 1 < services else ""
        (folder / f"s{n}.md").write_text(SERVICE.format(n=n, next=following))
    return site


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--services", type=int, default=10_000)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--binary", default=f"{ROOT}/.build/release/handbook")
    options = arguments.parse_args()
    sites = {truth: make(options.services, truth) for truth in (True, False)}
    rules = re.findall(r"^  [a-z-]+:\n    for:", (Path(ROOT) / "site.yml").read_text(), re.M)
    runs = {True: [], False: []}
    for _ in range(options.rounds):
        for truth, site in sites.items():
            command = [options.binary, "check", "--quiet", "--as-of", "2026-06-30", "--site", str(site)]
            runs[truth].append(measure(command))
    seconds, processor, memory = (
        [statistics.median(run[i] for run in runs[truth]) for truth in (True, False)] for i in range(3))
    print(
        f"{options.services} services in a chain, {len(rules)} rules: check {seconds[0]:.2f} s, {processor[0]:.2f} cpu-s, "
        f"{memory[0]:.0f} MB; without rules {seconds[1]:.2f} s, {processor[1]:.2f} cpu-s; "
        f"the rules {seconds[0] - seconds[1]:.2f} s, {processor[0] - processor[1]:.2f} cpu-s")
    shutil.rmtree(WORK)


main()
