#!/usr/bin/env python3
"""Edits a site 2,000 times while 20,000 requests are made of its preview, and looks at what that leaves behind.

    python3 Benchmarks/soak.py [--edits 2000] [--requests 20000] [--pages 300]

Passes when the preview has as many descriptors at the end as after the first tenth, and its memory grew by no more
than a twentieth.
"""
import argparse
import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import time

from serve import ROOT, SHARED, WORK, prepare, replace


def descriptors(process):
    return len(os.listdir("/proc/%d/fd" % process.pid))


def memory(process):
    """Resident memory in MB."""
    with open("/proc/%d/status" % process.pid) as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) / 1024


def folders(site):
    """The folders of pages."""
    content = os.path.join(site, "content")
    return sorted(name for name in os.listdir(content) if os.path.isdir(os.path.join(content, name)))


def edit(site, number):
    """An edit: mostly of a body, now and then of a title, the layout, the settings or the set of pages."""
    sections = folders(site)
    kind = number % 20
    if kind == 7:
        replace(os.path.join(site, "layouts", "page.html"), lambda text: re.sub(r"<footer>(?:E\d+ )?", "<footer>E%d " % number, text))
    elif kind == 13:
        replace(os.path.join(site, "site.yml"), lambda text: re.sub(r"title: .*", "title: Handbook %d" % number, text))
    elif kind == 17:
        path = os.path.join(site, "content", sections[0], "new.md")
        if os.path.exists(path):
            os.remove(path)
        else:
            with open(path, "w") as file:
                file.write("# New\n\n[nowhere](/nowhere/)\n")
    else:
        folder = os.path.join(site, "content", sections[number % len(sections)])
        names = sorted(name for name in os.listdir(folder) if name.startswith("page-"))
        path = os.path.join(folder, names[number * 31 % len(names)])
        if kind == 3:
            replace(path, lambda text: re.sub(r"title: .*", "title: Title %d" % number, text, count=1))
        else:
            replace(path, lambda text: re.sub(r"\n\n(Edit \d+\n\n)?## Purpose", "\n\nEdit %d\n\n## Purpose" % number, text, count=1))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--edits", type=int, default=2000)
    arguments.add_argument("--requests", type=int, default=20000)
    arguments.add_argument("--pages", type=int, default=300)
    arguments.add_argument("--port", type=int, default=8472)
    arguments.add_argument("--binary", default=os.path.join(ROOT, ".build", "release", "handbook"))
    arguments = arguments.parse_args()
    if not os.path.isdir(SHARED):
        sys.exit("no soak: %s is not here" % SHARED)
    os.makedirs(WORK, exist_ok=True)
    site = prepare("handbook", arguments.pages)
    process = subprocess.Popen(
        [arguments.binary, "serve", "--site", site, "--port", str(arguments.port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(2)
    pages = ["/%s/%s/" % (section, name[:-3]) for section in folders(site)
             for name in sorted(os.listdir(os.path.join(site, "content", section)))
             if name.startswith("page-")]
    each = arguments.requests // arguments.edits
    bad, start = 0, None
    began = time.monotonic()
    for number in range(arguments.edits):
        edit(site, number)
        connection = http.client.HTTPConnection("localhost", arguments.port, timeout=60)
        for request in range(each):
            path = pages[(number * each + request) * 7 % len(pages)] if request else "/_handbook/"
            connection.request("GET", path)
            response = connection.getresponse()
            response.read()
            bad += response.status != 200
        connection.close()
        if number == arguments.edits // 10:
            time.sleep(2)
            start = descriptors(process), memory(process)
    time.sleep(2)
    end = descriptors(process), memory(process)
    process.send_signal(signal.SIGTERM)
    process.wait()
    shutil.rmtree(site)
    print("%d edits, %d requests in %.0f s, %d of them not answered with a page: descriptors %d, then %d; memory %.1f MB, then %.1f MB" % (
        arguments.edits, each * arguments.edits, time.monotonic() - began, bad, start[0], end[0], start[1], end[1]))
    sys.exit(bad > 0 or end[0] > start[0] or end[1] > start[1] * 1.05)


main()
