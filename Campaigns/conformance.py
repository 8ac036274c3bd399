#!/usr/bin/env python3
"""Builds each example of GitHub's specification of Markdown as a page, and holds what comes out against what the specification says.

    /usr/bin/python3 Campaigns/conformance.py [--binary FILE] [--spec spec.txt]

The specification is that in Debian's package cmark-gfm, which is fetched and unpacked, not installed, where no other is named. Both
sides are parsed by html5lib; what this program writes on purpose in another way is made equal first (ids of headings, `tabindex` of
code, tables in a group with classes for alignment, labels of tasks, images that load late, `rel` of links). What differs then must be
on the list below, with its reason; an example on the list that does not differ is a failure too. Ends with a line: examples tried, examples that failed.
"""
import os
import re
import subprocess
import sys
from pathlib import Path

from campaign import DAY, Campaign, write

sys.path.append("/usr/lib/python3/dist-packages")
import html5lib  # noqa: E402  Debian's python3-html5lib

# Why an example comes out otherwise than it stands in the specification, by the examples' numbers.
DEVIATIONS = {
    "a heading without words is left out, with a finding": [49],
    "raw HTML ends where the block ends that it stands in, so that it breaks nothing behind it":
        [118, 121, 142, 156, 354, 485, 486, 503, 632, 633, 634, 635],
    "a tag that never ends is dropped, with a finding": [126, 127, 128],
    "declarations, instructions and character data are dropped, with a finding": [149, 151, 647, 648, 649],
    "browsers read a backslash or a line end in a URL as something else: such a link is refused": [171, 316, 317, 510, 611, 651, 663, 664],
    "schemes are those of a list": [508, 604, 606, 607, 609, 628],
    "URLs in raw HTML are percent-encoded like all others": [327, 650],
    "bare addresses are links, as on GitHub, also in examples that show them without that extension": [610, 614, 616, 619, 620],
    "which elements of HTML stay is decided by the site's policy, not by a list of nine": [653],
}
LAYOUT = "<!doctype html><title>t</title><body><div id=it>{}</div>"


def specification(campaign):
    """The text of the specification; `None` where it cannot be had."""
    if campaign.arguments.spec:
        return campaign.arguments.spec.read_text()
    fetched = campaign.work / "package"
    fetched.mkdir()
    try:
        subprocess.run(["apt-get", "download", "-qq", "-o", "APT::Sandbox::User=root", "cmark-gfm"], cwd=fetched, check=True, capture_output=True)
        subprocess.run(["dpkg", "-x", next(fetched.glob("*.deb")), fetched], check=True)
        return subprocess.run(["zcat", fetched / "usr/share/doc/cmark-gfm/spec.txt.gz"], check=True, capture_output=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError, StopIteration):
        return None


def examples(text):
    """What is written and what shall come of it, in order."""
    found = re.findall(r"^`{32} example ?\w*\n(.*?)^\.\n(.*?)^`{32}$", text, re.M | re.S)
    return [tuple(part.replace("→", "\t") for part in pair) for pair in found]


def content(html):
    """What stands in the page's place for content, as a list of starts, ends and texts."""
    tree = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    place = next(element for element in tree.iter() if isinstance(element.tag, str) and element.get("id") == "it")
    parts = []

    def add_text(text, is_code):
        text = (text or "") if is_code else re.sub(r"\s+", " ", text or "").strip()
        if text and parts and parts[-1][0] == "text":
            text = parts.pop()[1] + text
        if text:
            parts.append(("text", text))

    def add(element, is_code):
        if not isinstance(element.tag, str):
            return parts.append(("comment",))
        is_code = is_code or element.tag == "pre"
        unwrapped = element.tag == "label" or element.tag == "div" and element.get("class") == "table"
        if not unwrapped:
            parts.append((element.tag, tuple(sorted(attributes(element)))))
        add_text(element.text, is_code)
        for child in element:
            add(child, is_code)
            add_text(child.tail, is_code)
        if not unwrapped:
            parts.append(("end", element.tag))

    add(place, False)
    return parts


def attributes(element):
    for name, value in element.attrib.items():
        if name == "id" and re.fullmatch("h[1-6]", element.tag) or name == "tabindex" and element.tag == "pre":
            continue
        if name == "class" and element.tag in ("td", "th") and value in ("left", "center", "right"):
            name = "align"
        if name == "class" and element.tag == "li" and value == "task":
            continue
        if (name, value) in (("rel", "noopener"), ("loading", "lazy")):
            continue
        yield name, value


def main():
    campaign = Campaign("conformance", __doc__, options=[(["--spec"], {"type": Path})])
    text = specification(campaign)
    if text is None:
        campaign.skip("the specification: Debian's package cmark-gfm cannot be fetched")
        return campaign.finish()
    tried = examples(text)
    site = campaign.work / "site"
    write(site, {"site.yml": "title: T\nurl: https://example.org/\nhtml: all\nsearch: false\n", "content/index.md": "# Home\n",
                 "layouts/page.html": LAYOUT.format("{{ content }}")})
    write(site, {f"content/e{number}.md": "---\ntitle: T\n---\n" + written for number, (written, _) in enumerate(tried, 1)})
    # Most examples link to pages that are not there: these findings are known here, so that all of it comes out.
    known = site / "known.json"
    campaign.run("check", "--site", site, "--as-of", DAY, "--quiet", "--write-baseline", known)
    ended = campaign.run("build", "--site", site, "--as-of", DAY, "--quiet", "--baseline", known)
    campaign.expect(ended.returncode == 0, f"the site is built: {ended.stderr[-300:]!r}")
    reasons = {number: reason for reason, numbers in DEVIATIONS.items() for number in numbers}
    for number, (written, expected) in enumerate(tried, 1):
        page = site / "public" / f"e{number}" / "index.html"
        ours = content(page.read_text()) if page.exists() else []
        is_equal = ours == content(LAYOUT.format(expected))
        campaign.expect(is_equal != (number in reasons), f"{number}: {written!r}: {ours[1:-1]} for {content(LAYOUT.format(expected))[1:-1]}"
                        if not is_equal else f"{number} is as it is specified now")
    campaign.finish(f"; {len(tried) - len(reasons)} examples as specified, {len(reasons)} otherwise for {len(DEVIATIONS)} reasons")


if __name__ == "__main__":
    main()
