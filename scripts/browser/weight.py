"""What a reader's first visit to a page transfers, counted on the files as a server would compress them."""

import gzip
import pathlib
import re

HTML_AND_CSS = 30 * 1024
SCRIPT = 10 * 1024

_STYLE = re.compile(rb'<link[^>]+rel="stylesheet"[^>]*>')
_SCRIPT = re.compile(rb'<script[^>]+src="[^"]+"[^>]*>')
_ADDRESS = re.compile(rb'(?:href|src)="(/[^"]+)"')


def weigh(folder, page):
    """Returns the compressed bytes of a page's HTML with its styles, and of its scripts."""
    folder = pathlib.Path(folder)
    html = (folder / (page + "index.html" if page.endswith("/") else page).lstrip("/")).read_bytes()

    def linked(pattern):
        addresses = [_ADDRESS.search(tag) for tag in pattern.findall(html)]
        return sum(_compressed((folder / a[1].decode().lstrip("/")).read_bytes()) for a in addresses if a)

    return _compressed(html) + linked(_STYLE), linked(_SCRIPT)


def too_heavy(folder, page):
    """Says what of a page is over its limit; one line each."""
    text, script = weigh(folder, page)
    if text > HTML_AND_CSS:
        yield f"{text} bytes of HTML and CSS, compressed; at most {HTML_AND_CSS}"
    if script > SCRIPT:
        yield f"{script} bytes of script, compressed; at most {SCRIPT}"


def _compressed(data):
    return len(gzip.compress(data, 6, mtime=0))
