#!/usr/bin/env python3
"""Builds trees of sources that are not what a handbook is: links, pipes, odd names, broken texts, no rights, wrong outputs, clashes.

    python3 Campaigns/hostile.py [--binary FILE]

Each case has its verdict: the exit code, and the rule and file of the finding where there must be one. No run may hang, be ended
by a signal, show what lies outside the site, or change anything there. Ends with a line: cases tried, cases that failed.
"""
import json
import os
import shutil
import socket
import subprocess

from campaign import DAY, Campaign, root, tree, write

CANARY = "canary-4711"


class Case:
    def __init__(self, name, make, code, rule=None, file=None, output="public", says=None, user=False):
        self.name, self.make, self.code, self.rule, self.file = name, make, code, rule, file
        self.output, self.says, self.user = output, says, user


def put(*pairs):
    """A case's making that writes files; a name may be bytes."""
    def make(site):
        for path, content in pairs:
            place = os.path.join(os.fsencode(site), path if isinstance(path, bytes) else path.encode())
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(place, "wb") as file:
                file.write(content if isinstance(content, bytes) else content.encode())
    return make


def link(path, target):
    def make(site):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        if (site / path).is_dir():
            shutil.rmtree(site / path)
        (site / path).unlink(missing_ok=True)
        (site / path).symlink_to(target)
    return make


def pipe(path):
    return lambda site: os.mkfifo(site / path)


def listener(path):
    def make(site):
        place = socket.socket(socket.AF_UNIX)
        os.chdir(site)
        place.bind(path)
    return make


def mode(path, bits):
    return lambda site: (site / path).chmod(bits)


def both(*makes):
    def make(site):
        for one in makes:
            one(site)
    return make


def links():
    yield Case("page to a file outside", link("content/a.md", "../../outside/secret.md"), 1, "symbolic-link", "content/a.md")
    yield Case("page to a page", link("content/a.md", "index.md"), 1, "symbolic-link", "content/a.md")
    yield Case("page to nothing", link("content/a.md", "gone.md"), 1, "symbolic-link", "content/a.md")
    yield Case("page to itself", link("content/a.md", "a.md"), 1, "symbolic-link", "content/a.md")
    yield Case("folder to a folder outside", link("content/a", "../../outside"), 1, "symbolic-link", "content/a")
    yield Case("folder to its own parent", link("content/a", ".."), 1, "symbolic-link", "content/a")
    yield Case("asset to a file outside", link("assets/a.txt", "../../outside/secret.md"), 1, "symbolic-link", "assets/a.txt")
    yield Case("asset to the machine's", link("assets/a.txt", "/etc/passwd"), 1, "symbolic-link", "assets/a.txt")
    yield Case("layout to a file outside", link("layouts/page.html", "../../outside/secret.md"), 1, "symbolic-link", "layouts/page.html")
    yield Case("settings to a file outside", link("site.yml", "../outside/site.yml"), 2, says="site.yml")
    yield Case("register to a file outside", link("content/registry.yml", "../../outside/secret.md"), 1, "symbolic-link", "content/registry.yml")


def specials():
    yield Case("page that is a pipe", pipe("content/a.md"), 1, "stray-file", "content/a.md")
    yield Case("asset that is a pipe", pipe("assets/a.css"), 1, "stray-file", "assets/a.css")
    yield Case("page that is a socket", listener("content/a.md"), 1, "stray-file", "content/a.md")
    if root():
        yield Case("page that is a device", lambda site: os.mknod(site / "content/a.md", 0o600 | 0o020000, os.makedev(1, 5)), 1,
                   "stray-file", "content/a.md")


def names():
    yield Case("a line end", put((b"content/a\nb.md", "# A\n")), 1, "invalid-encoding")
    yield Case("a control character", put((b"content/a\x07.md", "# A\n")), 1, "invalid-encoding")
    yield Case("bytes that are no text", put((b"content/a\xff.md", "# A\n")), 1, "invalid-encoding")
    yield Case("an overlong slash", put((b"content/a\xc0\xafb.md", "# A\n")), 1, "invalid-encoding")
    yield Case("a backslash", put((b"content/a\\b.md", "# A\n")), 1, "invalid-encoding")
    yield Case("a hyphen first", put((b"content/-rf.md", "# A\n")), 1, "invalid-encoding")
    yield Case("a point first", put((b"content/.a.md", "# A\n")), 0)
    yield Case("as long as can be", put((b"content/" + b"a" * 252 + b".md", "# A\n")), 1, "invalid-encoding")
    yield Case("encoded steps upwards", put((b"content/%2e%2e%2fa.md", "# A\n")), 0)
    yield Case("a turn of direction", put(("content/a\u202eb.md", "# A\n")), 0)
    yield Case("markup", put((b"content/<script>alert(1)<", "")), 0)
    yield Case("quotes", put((b"content/a\"onclick='b.md", "# A\n")), 0)
    yield Case("spaces", put((b"content/ a .md", "# A\n")), 0)
    yield Case("two hundred folders", put((b"content/" + b"a/" * 200 + b"b.md", "# A\n")), 0)


def encodings():
    yield Case("UTF-16", put(("content/a.md", "\ufeff# A\n".encode("utf-16"))), 1, "invalid-encoding", "content/a.md")
    yield Case("Latin-1", put(("content/a.md", "# \u00e9\n".encode("latin-1"))), 1, "invalid-encoding", "content/a.md")
    yield Case("NUL", put(("content/a.md", b"# A\n\0\n")), 1, "invalid-encoding", "content/a.md")
    yield Case("half of a pair", put(("content/a.md", b"# \xed\xa0\x80\n")), 1, "invalid-encoding", "content/a.md")
    yield Case("layout that is no text", put(("layouts/page.html", b"\xff{{ content }}")), 1, "invalid-encoding", "layouts/page.html")
    yield Case("settings that are no text", put(("site.yml", b"title: \xff\n")), 1, "invalid-encoding", "site.yml")
    yield Case("register that is no text", put(("content/registry.yml", b"courses: \xff\n")), 1)
    yield Case("byte order mark and CR", put(("content/a.md", b"\xef\xbb\xbf---\rtitle: A\r---\rText\r")), 0)
    yield Case("nothing at all", put(("content/a.md", b"")), 0)
    yield Case("a hundred megabytes", lambda site: os.truncate(_touch(site / "content/a.md"), 100 << 20), 1, "limit-exceeded", "content/a.md")


def _touch(path):
    path.touch()
    return path


def rights():
    if not root():
        return
    yield Case("page that may not be read", both(put(("content/a.md", "# A\n")), mode("content/a.md", 0)), 2, says="a.md", user=True)
    yield Case("folder that may not be listed", both(put(("content/a/b.md", "# A\n")), mode("content/a", 0)), 2, says="content/a", user=True)
    yield Case("settings that may not be read", mode("site.yml", 0), 2, says="site.yml", user=True)
    yield Case("a site that may not be written", mode(".", 0o555), 2, says="public", user=True)


def destinations():
    refused = ["/", "/tmp", ".", "..", "../..", "content", "content/a", "layouts", "assets/x", ".handbook", ".git", "~", "/root",
               "/dev/null", "/proc/self", "/sys", "/etc", "site.yml", "site.yml/x", "link", "full", "repository",
               "../outside", "a\nb/../../../outside", "content/../content", "public/../content/b"]
    for place in refused:
        yield Case(f"output {place!r}", both(put(("full/somebody's.txt", "mine"), ("repository/.git/HEAD", "ref: x\n")),
                                             link("link", "../outside")), 2, output=place)
    yield Case("an output with a file added by hand", lambda site: None, 2, output="added")
    yield Case("an output that is a file", put(("taken", "mine")), 2, output="taken")


def clashes():
    def pages(*pairs, rule="duplicate-url", code=1):
        return put(*pairs), code, rule
    text = "# A\n"
    front = "---\nurl: {}\n---\n# A\n"
    for name, (make, code, rule) in {
        "file and folder": pages(("content/a.md", text), ("content/a/index.md", text)),
        "case": pages(("content/a.md", text), ("content/A.md", text)),
        "case of folders": pages(("content/a/b.md", text), ("content/A/b.md", text)),
        "form of letters": pages(("content/\u00e9.md", text), ("content/e\u0301.md", text)),
        "an address of its own": pages(("content/a.md", text), ("content/b.md", front.format("/a/"))),
        "two of their own": pages(("content/a.md", front.format("/c/")), ("content/b.md", front.format("/c/"))),
        "in another case": pages(("content/a.md", front.format("/c/")), ("content/b.md", front.format("/C/"))),
        "encoded": pages(("content/a.md", text), ("content/b.md", front.format("/%61/"))),
        "with and without a slash": pages(("content/a.md", front.format("/c")), ("content/b.md", front.format("/c/"))),
        "the home page": pages(("content/b.md", front.format("/"))),
        "an asset": pages(("assets/a.css", "a{}"), ("content/b.md", front.format("/assets/a.css"))),
        "an asset's folder": pages(("assets/a", "x"), ("content/b.md", front.format("/assets/a/"))),
        "a file beside pages": pages(("content/a.txt", "x"), ("content/b.md", front.format("/a.txt"))),
        "a file in place of a page": pages(("content/a.md", text), ("content/a/index.html.txt", "x"), rule=None, code=0),
        "a made file": pages(("content/b.md", front.format("/handbook.json"))),
        "the sitemap": pages(("content/b.md", front.format("/robots.txt"))),
        "the search page": pages(("content/b.md", front.format("/search/")), rule=None, code=0),
        "an alias over a page": pages(("content/a.md", text), ("content/b.md", "---\naliases: /a/\n---\n# B\n")),
        "two aliases": pages(("content/a.md", "---\naliases: /c/\n---\n"), ("content/b.md", "---\naliases: /c/\n---\n")),
        "an alias over a file": pages(("content/a.txt", "x"), ("content/b.md", "---\naliases: /a.txt\n---\n# B\n")),
        "an alias over the home page": pages(("content/b.md", "---\naliases: /\n---\n# B\n")),
        "a file where a folder is": pages(("content/a", "x"), ("content/a.d/b.md", text), rule=None, code=0),
    }.items():
        yield Case("clash: " + name, make, code, rule)


class Hostile(Campaign):
    def judge(self, group, number, case):
        place = self.work / f"{group}{number}"
        site = place / "site"
        write(place, {"outside/secret.md": f"# {CANARY}\n", "outside/site.yml": f"title: {CANARY}\n", "site/site.yml": "title: Site\n",
                      "site/content/index.md": "# Home\n", "site/layouts/page.html": "<!doctype html><title>t</title>{{ content }}",
                      "site/assets/site.css": "a{}\n"})
        # A test's own folder is a repository's too, as a site's is.
        (site / ".git").mkdir()
        if case.output == "added":
            self.run("build", "--site", site, "--output", site / "added", "--quiet")
            (site / "added" / "mine.txt").write_text("mine")
        case.make(site)
        outside = tree(place / "outside")
        before = tree(site) if not case.user else None
        words = ["build", "--site", str(site), "--as-of", DAY, "--quiet", "--format", "json"]
        output = case.output if case.output.startswith("/") else str(site / case.output)
        if case.output == "~":
            output = os.path.expanduser("~")
        words += ["--output", output]
        through = []
        if case.user:
            for path, folders, files in os.walk(place):
                for name in [".", *folders, *files]:
                    os.chown(os.path.join(path, name), 65534, 65534, follow_symlinks=False)
            through = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        ended = self.run(*words, before=through, seconds=30)
        printed = ended.stdout + ended.stderr
        findings = []
        try:
            document = json.loads(ended.stdout)
            findings = document["findings"]
            said = str(document.get("error", "")) + printed.decode(errors="replace")
        except ValueError:
            said = printed.decode(errors="replace")
        found = case.rule is None or any(
            finding["rule"] == case.rule and (case.file is None or finding["file"] == case.file) for finding in findings)
        published = site / "public"
        leak = CANARY.encode() in printed or (published.is_dir() and any(
            CANARY.encode() in path.read_bytes() for path in published.rglob("*") if path.is_file()))
        unchanged = tree(place / "outside") == outside
        if ended.returncode != 0 and before is not None:
            after = {path: digest for path, digest in tree(site).items() if not path.startswith(".handbook")}
            unchanged = unchanged and after == {p: d for p, d in before.items() if not p.startswith(".handbook")}
        self.expect(ended.returncode == case.code and found and not leak and unchanged and (case.says or "") in said,
                    f"{group}: {case.name}: code {ended.returncode} for {case.code}, found "
                    f"{[(f['rule'], f['file']) for f in findings]} for {case.rule}, leak {leak}, unchanged {unchanged}, {said[-150:]!r}")


def main():
    campaign = Hostile("hostile", __doc__)
    for group in (links, specials, names, encodings, rights, destinations, clashes):
        for number, case in enumerate(group()):
            campaign.judge(group.__name__, number, case)
    subprocess.run(["chmod", "-R", "u+rwX", str(campaign.work)], check=False)
    campaign.finish()


if __name__ == "__main__":
    main()
