#!/usr/bin/env python3
"""Edits a small handbook while `handbook serve` shows it in Chromium, and looks at what the open page does.

    preview.py --axe FILE BINARY
"""

import argparse
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from chromium import Chromium  # noqa: E402

PARAGRAPHS = "\n\n".join(f"Paragraph {number} of a long page." for number in range(80))
PAGE = "---\ntitle: Long\n---\nTo [home](/).\n\n" + PARAGRAPHS + "\n\nThe end: {}.\n"
LAYOUT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ page.title }}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/assets/site.css"></head>
<body><header><a href="/">{{ site.title }}</a></header><main><h1>{{ page.title }}</h1>{{ content }}</main></body></html>
"""
FILES = {
    "site.yml": "title: Small handbook\n",
    "content/index.md": "# Home\n\nTo the [long page](/long/).\n",
    "content/long.md": PAGE.format("first"),
    "layouts/page.html": LAYOUT,
    "assets/site.css": "h1 { color: rgb(1, 2, 3) }\n",
}
PANEL = "document.querySelector('#_handbook-panel')"


class Preview:
    """A small handbook in a folder of its own, and the program that shows it."""

    def __init__(self, binary):
        self._folder = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self._folder.name)
        for path, text in FILES.items():
            self.write(path, text)
        self.process = subprocess.Popen(
            [binary, "serve", "--site", self.folder, "--port", "0"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        self.port = int(re.search(r":(\d+)/", self.process.stdout.readline()).group(1))
        self.origin = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(10)
        self._folder.cleanup()

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


class Checks:
    """What was looked at, and what of it was not as it should be."""

    def __init__(self, browser):
        self.browser, self.count, self.failed = browser, 0, 0

    def expect(self, what, script):
        """Waits until a script gives something true."""
        self.count += 1
        value = None
        for _ in range(100):
            try:
                value = self.browser.evaluate(script)
            except Exception as error:  # The page may just be loading.
                value = f"{error}"
                time.sleep(0.1)
                continue
            if value:
                return
            time.sleep(0.1)
        self.failed += 1
        print(f"FAILED: {what}: {value!r}")

    def mark(self):
        """Marks the page as it is: a page that is loaded again has no mark."""
        self.browser.evaluate("window.__mark = true")


def check_edits(site, browser, checks):
    browser.open(site.origin + "/long/")
    checks.expect("the page is shown", "document.querySelector('main').innerText.includes('The end: first')")
    # The script knows the page as it was sent when it has asked for it once more.
    time.sleep(1)
    checks.mark()
    browser.evaluate("scrollTo(0, 900)")
    site.write("content/long.md", PAGE.format("second"))
    checks.expect("a text changes", "document.querySelector('main').innerText.includes('The end: second')")
    checks.expect("the page stays where it was", "window.__mark && scrollY === 900")
    site.write("assets/site.css", "h1 { color: rgb(4, 5, 6) }\n")
    checks.expect("styles change", "getComputedStyle(document.querySelector('h1')).color === 'rgb(4, 5, 6)'")
    checks.expect("without loading the page again", "window.__mark && scrollY === 900")
    site.write("content/long.md", PAGE.format("third").replace("title: Long", "title: Longer"))
    checks.expect("a title changes the whole page", "document.title === 'Longer'")


def check_mistakes(site, browser, checks):
    checks.expect("a page without mistakes has no panel", f"{PANEL}.hidden")
    good = PAGE.format("third").replace("title: Long", "title: Longer")
    site.write("content/long.md", good.replace("](/)", "](/hom/)"))
    checks.expect("a broken link is told", f"{PANEL}.innerText.includes(\"no page at '/hom/'\")")
    checks.expect("with the source line and a caret", f"{PANEL}.querySelector('pre').innerText.includes('^^^^')")
    checks.expect("and a link to the editor", f"{PANEL}.querySelector('a').href.startsWith('vscode://file/')")
    checks.expect("and marked in its place", "document.querySelector('main a[data-handbook-finding=broken-link]') !== null")
    site.write("content/long.md", good)
    checks.expect("a repaired link is told no more", f"{PANEL}.hidden")
    checks.expect("nor marked", "!document.querySelector('[data-handbook-finding]')")
    site.write("content/long.md", "---\ntitle: [\n---\nBroken.\n")
    checks.expect("a page that cannot be shown is told", f"{PANEL}.innerText.includes('As it was before')")
    checks.expect("and shown as it was", "document.querySelector('main').innerText.includes('The end: third')")
    site.write("content/long.md", good)
    checks.expect("until it can be again", f"{PANEL}.hidden")


def check_own_pages(site, browser, checks, axe):
    site.write("content/index.md", "# Home\n\nTo [nowhere](/nowhere/).\n")
    site.write("content/draft.md", "---\ntitle: Unready\ndraft: true\n---\nText.\n")
    for width, scheme in [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")]:
        browser.set_window(width, 900, scheme)
        for path in ["/_handbook/", "/", "/draft/", "/none/"]:
            browser.open(site.origin + path)
            browser.evaluate(axe)
            checks.expect(
                f"{path} is accessible at {width} px, {scheme}",
                "axe.run({rules: {region: {enabled: false}}}).then(result => "
                "result.violations.length === 0 || (console.log(JSON.stringify(result.violations)), false))")
            checks.expect(f"{path} fits {width} px", "document.documentElement.scrollWidth <= innerWidth")
    browser.open(site.origin + "/_handbook/")
    checks.expect("all findings are told", "document.body.innerText.includes('/nowhere/')")
    checks.expect("and drafts", "document.querySelector('#draft + table').innerText.includes('Unready')")
    site.write("content/index.md", "# Home\n\nTo [the long page](/long/).\n")
    checks.expect("and findings go when they are repaired", "!document.body.innerText.includes('/nowhere/')")
    browser.open(site.origin + "/draft/")
    checks.expect("a draft is marked", f"{PANEL}.innerText.includes('Draft')")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--axe", required=True, help="axe.min.js")
    options = parser.parse_args()
    axe = pathlib.Path(options.axe).read_text()
    with Preview(options.binary) as site, Chromium() as browser:
        checks = Checks(browser)
        check_edits(site, browser, checks)
        check_mistakes(site, browser, checks)
        check_own_pages(site, browser, checks, axe)
    print(f"{checks.count} looks at the preview: {checks.failed} faults")
    return 1 if checks.failed else 0


sys.exit(main())
