#!/usr/bin/env python3
"""Writes what other programs read as numbers, truths, days or nothing, and what makes parsers of YAML run out of memory.

    python3 Campaigns/front_matter.py [--binary FILE] [--suite DIR]...

Each scalar stands without quotes as a page's title and description and, unless it is a number, in the site's own data, and must come out
letter by letter. Each
bomb stands as front matter, as settings and as the register: it is refused with its place, within 1 s of processor time and 256 MB.
Each text that PyYAML is tested with (fetched from PyPI, or a folder that --suite names, such as a checkout of yaml-test-suite) is front
matter and a register: no run may hang, be ended by a signal, or take longer, and what is no YAML is refused with its place. Ends with a
line: texts tried, texts that failed.
"""
import json
import re
from pathlib import Path

from campaign import DAY, Campaign, fetched, measured, write

SCALARS = ["no", "No", "yes", "YES", "on", "Off", "y", "N", "True", "FALSE", "Null", "NULL", "012", "0777", "0o14", "0x1F", "0b101", "1_000", "+1", "1:20",
           "12:30:45", "190:20:30.15", "1e3", "1.5E+3", "6.02e23", ".5", "5.", "01.5", ".inf", "-.INF", ".NaN", "2026-6-3", "2026-02-30",
           "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43", "99999999999999999999", "1,000", "1.2.3", "=", "00", "0.1e", "SOMS-0012", "007",
           "1.0.", "1:2:3"]
# What free data may hold as numbers is text all the same where text is asked for.
NUMBERS = ["1.10", "3.140", "-0", "1.0", "7"]
PYYAML = "PyYAML==6.0.1"
LAYOUT = "<!doctype html><title>t</title><body><b>{{ page.title }}</b><i>{{ page.description }}</i><u>{{ site.data.it }}</u>{{ content }}"


def bombs():
    yield "aliases of aliases", "".join(f"a{n}: &a{n} [{', '.join(['x' if n == 0 else f'*a{n - 1}'] * 9)}]\n" for n in range(20))
    yield "aliases of aliases in lines", "".join(f"a{n}: &a{n}\n" + f"  - {'x' if n == 0 else f'*a{n - 1}'}\n" * 9 for n in range(20))
    yield "merged keys", "".join(f"a{n}: &a{n}\n  <<: [*a{max(0, n - 1)}, *a{max(0, n - 1)}]\n" for n in range(40))
    yield "lists in lists", "_a: " + "[" * 60_000
    yield "mappings in mappings", "_a: " + "{a: " * 15_000
    yield "lists in lines", "_a:\n  " + "- " * 30_000
    yield "keys in keys", "? " * 30_000
    yield "ever deeper", "".join(" " * n + "a:\n" for n in range(300))
    yield "tags", "_a: " + "!x " * 20_000 + "b\n"
    yield "a key again and again", "_a: 1\n" * 10_000
    yield "anchors", "".join(f"_a{n}: &b{n} c\n" for n in range(5_000))
    yield "more than may be", "_a: " + "x" * (9 << 20) + "\n"


def refused(run):
    """Whether a run ended by findings that have a place, or by a sentence."""
    if run.code == 1:
        return any(one["severity"] == "error" and one["line"] > 0 for one in json.loads(run.output)["findings"])
    return run.code == 2 and bool(run.output + run.errors)


def texts(folder):
    """The texts of a suite: PyYAML's data and yaml-test-suite's, and whether each is YAML; `None` where nobody says."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".data", ".canonical"):
            yield path, True
        elif path.suffix in (".loader-error", ".single-loader-error", ".stream-error"):
            yield path, False
        elif path.name == "in.yaml" or path.suffix == ".yaml" and path.parent.name == "src":
            yield path, None


def main():
    campaign = Campaign("front_matter", __doc__, options=[(["--suite"], {"type": Path, "action": "append"})])

    def check(site, *words):
        run = measured([str(campaign.binary), words[0] if words else "check", "--site", str(site), "--as-of", DAY, "--format", "json"], cwd=site)
        return run, run.seconds <= 1 and run.memory <= 256 << 20

    for number, scalar in enumerate(SCALARS + NUMBERS):
        site = campaign.work / f"scalar{number}"
        write(site, {"site.yml": f"title: T\ndata:\n  it: {scalar}\n", "layouts/page.html": LAYOUT, "content/index.md":
                     f"---\ntitle: {scalar}\ndescription: {scalar}\n---\nText\n"})
        run, is_quick = check(site, "build")
        page = site / "public" / "index.html"
        found = re.search("<b>(.*)</b><i>(.*)</i><u>(.*)</u>", page.read_text()) if page.exists() else None
        campaign.expect(is_quick and found and set(found.groups()[:2 if scalar in NUMBERS else 3]) == {scalar}, f"{scalar}: code {run.code}, {found and found.groups()}")
    for number, (name, bomb) in enumerate(bombs()):
        places = {"front matter": {"content/index.md": f"---\n{bomb}---\nText\n"}, "settings": {"site.yml": f"title: T\n{bomb}"},
                  "register": {"site.yml": "title: T\nregistry: content/register.yml\n", "content/register.yml": bomb}}
        for place, files in places.items():
            site = campaign.work / f"bomb{number} {place}"
            write(site, {"site.yml": "title: T\n", "content/index.md": "# Home\n", **files})
            run, is_quick = check(site)
            campaign.expect(is_quick and refused(run), f"{name} as {place}: code {run.code}, {run.seconds:.2f} s, {run.memory >> 20} MB, {(run.output + run.errors)[-300:]!r}")
    count = 0
    for path, is_yaml in (one for folder in campaign.arguments.suite or [fetched(PYYAML, "yaml")] for one in texts(folder)):
        count += 1
        text = path.read_bytes()
        for place, files in {"front matter": {"content/index.md": b"---\n" + text + b"\n---\nText\n"},
                             "register": {"site.yml": "title: T\nregistry: content/register.yml\n", "content/register.yml": text}}.items():
            site = campaign.work / f"suite {place}"
            write(site, {"site.yml": "title: T\n", "content/index.md": "# Home\n", **files})
            run, is_quick = check(site)
            holds = is_quick and run.code in (0, 1) and (place != "register" or is_yaml is not False or refused(run))
            campaign.expect(holds, f"{path.name} as {place}: code {run.code}, {run.seconds:.2f} s, {run.output[-300:]!r}")
    campaign.finish(f"; {len(SCALARS + NUMBERS)} scalars, {len(list(bombs()))} bombs in 3 places, {count} texts of other parsers in 2")


if __name__ == "__main__":
    main()
