#!/usr/bin/env python3
"""Puts markup that acts into every place of a handbook where text of an author goes, and reads what comes out as browsers do.

    python3 Campaigns/markup.py [--binary FILE] [--size 1.0] [--suite] [--browser]

Payloads are made of elements, attributes, addresses and ways to break out, of our own; --suite adds the texts that html5lib is tested
with, fetched from PyPI. Each stands in fourteen places of a page. The published pages are parsed by html5lib, as HTML5 says, and
nothing may be in them but what a list allows: elements, attributes, schemes, and scripts and styles from the site itself. With
--browser, Debian's Chromium opens all of them, and nothing may act.
Ends with a line: payloads times places tried, pages that failed.
"""
import itertools
import json
import random
import re
import subprocess
import sys

from campaign import DAY, Campaign, fetched, write

sys.path.append("/usr/lib/python3/dist-packages")
import html5lib  # noqa: E402  Debian's python3-html5lib

ELEMENTS = set("""html head body title meta link script main header footer nav aside article section form input label button output template
  a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img
  ins kbd li mark ol p picture pre q rp rt ruby s samp small source span strong sub summary sup table tbody td tfoot th thead time tr u ul
  var wbr search noscript""".split())
SCHEMES = {"http", "https", "mailto", "tel"}
HTML5LIB = "html5lib==1.1"
URLS = {"href", "src", "srcset", "poster", "data", "cite", "action", "formaction", "background", "ping", "longdesc"}
HANDLERS = ["onerror", "onload", "onclick", "onmouseover", "onfocus", "ontoggle", "onanimationstart", "onpointerenter", "ONERROR", "onerror\n"]
ACT = ["alert(1)", "alert`1`", "top['al'+'ert'](1)", "&#97;lert(1)"]


def payloads():
    """Texts that act where nothing stands against them."""
    for act in ACT:
        for tag in ["script", "SCRIPT", "script/x", "svg><script", "math><script", "noscript><script", "template><script"]:
            yield f"<{tag}>{act}</{tag.split('>')[0]}>"
        for handler in HANDLERS:
            for tag, more in [("img", "src=x"), ("svg", ""), ("details", "open"), ("input", "autofocus"), ("video", "src=x"), ("body", ""),
                              ("b", "style=animation-name:x"), ("a", "href=x tabindex=1")]:
                yield f"<{tag} {more} {handler}={act}>x"
                yield f"\"><{tag} {more} {handler}=\"{act}\" x=\""
        for start in ["'", "\"", "`", "-->", "]]>", "</title>", "</textarea>", "</style>", "</script>", "</noscript>", "*/", "}}", "%}", "\\", "\n\n"]:
            yield f"{start}<script>{act}</script>"
            yield f"{start} onmouseover={act} x="
    for scheme in ["javascript", "JaVaScRiPt", "java\tscript", "java&#10;script", "&#106;avascript", "&#x6A;avascript", "\x01javascript", "vbscript",
                   "livescript", "data:text/html,<script>alert(1)</script>//", "blob", "filesystem", "view-source", "jar", "feed", "intent"]:
        url = scheme if ":" in scheme else f"{scheme}:alert(1)"
        yield url
        yield f"<a href=\"{url}\">x</a>"
        yield f"<form action='{url}'><button>x</button></form>"
        yield f"<iframe src={url}></iframe>"
        yield f"<object data={url}></object>"
        yield f"<svg><a xlink:href={url}><text>x"
        yield f"<math href={url}>x"
        yield f"<base href={url}>"
        yield f"<meta http-equiv=refresh content='0;url={url}'>"
        yield f"<link rel=stylesheet href={url}>"
        yield f"<img srcset='{url} 1x'>"
    yield from ["<style>@import 'https://evil.example'</style>", "<p style=background:url(https://evil.example)>x", "<embed src=//evil.example>",
                "<plaintext>", "<xmp><script>alert(1)", "<!--><script>alert(1)</script>-->", "<![CDATA[<script>alert(1)</script>]]>",
                "<?xml-stylesheet href=javascript:alert(1)?>", "<a name=x id=location>", "<form id=document><input name=cookie>",
                "<div is=x-y slot=z>x", "<a href=//evil.example>x", "<img src=\\\\evil.example\\x>", "{{ '<script>alert(1)</script>' }}",
                "{{ \"<img src=x onerror=alert(1)>\" | raw }}", "{% raw %}<script>alert(1)</script>{% endraw %}"]


def suite():
    """The texts that html5lib is tested with, which are fetched once; without the zeros that no page may have."""
    for path in sorted(fetched(HTML5LIB, "html5lib").rglob("tree-construction/**/*.dat")):
        for test in path.read_bytes().decode(errors="replace").split("#data\n")[1:]:
            yield test.split("\n#errors")[0].replace("\0", "")


def page(payload):
    """A page with the payload in all its places."""
    flat = payload.replace("\n", " ")
    quoted = json.dumps(payload)
    ticks = "`" * 5
    front = "\n".join(f"{key}: {quoted}" for key in ("title", "description", "nav_title", "subtitle")) + f"\ntags: [{quoted}]\n_own: {quoted}"
    body = ["{% raw %}" if "{" in payload and "raw" not in payload else "", f"## {flat}", payload, f"a {flat} b", f"[x]({flat})", f"[x](<{flat}> \"{flat}\")",
            f"![{flat}]({flat} '{flat}')", f"<{flat}>", f"[{flat}][r]\n\n[r]: <{flat}> '{flat}'", f"| a |\n|---|\n| {flat.replace('|', '')} |",
            f"{ticks}{flat}\n{flat}\n{ticks}", f"`{flat}`", f"x[^{flat.replace(' ', '')[:20]}]\n\n[^{flat.replace(' ', '')[:20]}]: {flat}",
            f"## x {{#{flat}}}", f"> [!NOTE]\n> {flat}", "{% endraw %}" if "{" in payload and "raw" not in payload else ""]
    return f"---\n{front}\n---\n" + "\n\n".join(body) + "\n"


PLACES = 14


def scheme(url):
    """The scheme that a browser sees: it drops tabs, line ends and what stands before."""
    bare = re.sub(r"[\t\n\r]", "", url).strip("".join(map(chr, range(33))))
    found = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", bare)
    return found[1].lower() if found else None


def faults(html):
    """What of a page is not on the list."""
    tree = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        name = element.tag.split("}")[-1]
        if name not in ELEMENTS:
            yield f"<{name}>"
        for attribute, value in element.attrib.items():
            attribute = str(attribute).split("}")[-1].lower()
            if attribute.startswith("on") or attribute in ("style", "srcdoc", "is", "slot"):
                yield f"{name} {attribute}={value[:40]!r}"
            if attribute in URLS and not (name == "link" and element.get("rel") == "icon"):
                for url in value.split(",") if attribute == "srcset" else [value]:
                    found = scheme(url)
                    if found and found not in SCHEMES:
                        yield f"{name} {attribute}={value[:40]!r}"
                    if url.startswith("https://example.org/"):
                        continue
                    if name in ("script", "link") and (found or url.strip().startswith(("//", "\\\\"))):
                        yield f"{name} from elsewhere: {value[:40]!r}"
        if name == "script" and element.get("type") not in ("application/ld+json", "application/json") and not (element.get("src") or "").startswith("/"):
            yield f"a script: {(element.text or '')[:40]!r}"
        if name == "form" and not (element.get("action") or "").startswith("/"):
            yield f"a form to {element.get('action')!r}"
        if name == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
            yield f"a refresh {element.get('content')!r}"


SENTINEL = """<!doctype html><meta charset="utf-8"><title>calm</title><script>
for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => { document.title = "acted" };
</script>"""


def acts(folder, name, bodies):
    """Whether anything in pages that are put into one acts when Chromium opens it: calls a dialogue, as payloads do."""
    page = folder / f"{name}.html"
    page.write_text(SENTINEL + "".join(bodies))
    run = subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=1000", "--dump-dom", page.as_uri()],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60)
    if b"<title>" not in run.stdout:
        return "no page"
    return b"<title>acted" in run.stdout


def open_in_browser(campaign, policy, published, count):
    """Opens all pages in Chromium, ten at a time, behind one page that acts, which must be seen."""
    campaign.expect(acts(campaign.work, "canary", ["<img src=x onerror=alert(1)>"]) is True, "the browser does not see what acts")
    for first in range(0, count, 10):
        texts = [(published / f"p{n}" / "index.html").read_text() for n in range(first, min(first + 10, count))]
        bodies = [re.sub(r"<script src=[^>]*></script>", "", re.search("<body.*</body>", text, re.S)[0]) for text in texts]
        found = acts(campaign.work, f"{policy}{first}", bodies)
        campaign.expect(found is False, f"{policy}: pages {first} to {first + len(texts) - 1} in Chromium: {found}")


def main():
    campaign = Campaign("markup", __doc__, (1.0, "which part of the payloads"),
                        [(["--browser"], {"action": "store_true", "help": "open all pages in Chromium too"}),
                         (["--suite"], {"action": "store_true", "help": "the texts that html5lib is tested with too"})])
    drawn = list(dict.fromkeys([*payloads(), *(suite() if campaign.arguments.suite else [])]))
    random.Random(campaign.arguments.seed).shuffle(drawn)
    drawn = drawn[:max(10, int(len(drawn) * campaign.arguments.size))]
    failed = 0
    for number, policy in itertools.product(range(1), ("allowlist", "none")):
        site = campaign.work / f"{policy}{number}"
        write(site, {"site.yml": f"title: T\nurl: https://example.org/\nhtml: {policy}\nrules: {{unsafe-html: off}}\n", "content/index.md": "# Home\n"})
        write(site, {f"content/p{n}.md": page(payload) for n, payload in enumerate(drawn)})
        # Findings keep it from being published: they are known here, so that all of it comes out.
        known = site / "known.json"
        campaign.run("check", "--site", site, "--as-of", DAY, "--quiet", "--write-baseline", known, seconds=300)
        ended = campaign.run("build", "--site", site, "--as-of", DAY, "--quiet", "--baseline", known, seconds=300)
        if ended.returncode not in (0, 1):
            campaign.expect(False, f"{policy}: code {ended.returncode}, {ended.stderr[-300:]!r}")
            continue
        published = site / "public"
        campaign.expect(ended.returncode == 0, f"{policy}: nothing published: {ended.stderr[-400:]!r}")
        for n, payload in enumerate(drawn):
            output = published / f"p{n}" / "index.html"
            found = list(faults(output.read_text())) if output.exists() else ["no page"]
            failed += bool(found)
            campaign.tried += PLACES - 1
            campaign.expect(not found, f"{policy}: {payload!r}: {found[:3]}")
        if campaign.arguments.browser:
            open_in_browser(campaign, policy, published, len(drawn))
        for other in ("index.html", "search/index.html"):
            found = list(faults((published / other).read_text())) if (published / other).exists() else []
            campaign.expect(not found, f"{policy}: {other}: {found[:3]}")
    campaign.finish(f"; {len(drawn)} payloads in {PLACES} places under 2 policies")


if __name__ == "__main__":
    main()
