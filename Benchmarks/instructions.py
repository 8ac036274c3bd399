#!/usr/bin/env python3
"""Counts the instructions of a build of 200 pages, and says how many the last release needed.

    python3 Benchmarks/instructions.py [--binary FILE] [--record]

valgrind's callgrind counts, which does not depend on how busy a machine is; with one worker the counts of two runs differ by less than a
thousandth. Benchmarks/instructions.txt holds the count of each release; --record writes that of the binary's version there. Exits 1 where
the build needs a tenth more than the last release did: then it is made cheaper, or --record says in the same change that it is worth it.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
RECORD = HERE / "instructions.txt"
PAGES = 200
ALLOWED = 1.1
LAYOUT = """<!doctype html>
<html lang="en"><head><title>{{ page.title }} - {{ site.title }}</title></head>
<body><nav>{% for item in nav %}<a href="{{ item.url }}">{{ item.title }}</a>{% endfor %}</nav>
<main><h1>{{ page.title }}</h1><p>{{ page.description }}</p>{{ content }}</main>
{% if page.backlinks.size > 0 %}<ul>{% for other in page.backlinks %}<li><a href="{{ other.url }}">{{ other.title }}</a></li>{% endfor %}</ul>{% endif %}
</body></html>
"""
SECTION = """## Part {part} of {number}

The team of service {number} looks at *what users need* and at **what it costs** each week, and writes down `what changed`. It reads
[the page before](/s{group}/p{before}/) and [another part](/s{other}/p{far}/#part-1-of-{far}) and decides, with a reason that others can read.

1. Ask who needs it, and [why](/s{group}/).
2. Try the smallest thing that could work.
   - Measure it for {part} weeks.
   - Keep it, mend it or end it.

| Measure | Now | Before |
|---|--:|--:|
| Visits | {number}{part} | {before}{part} |
| Errors | {part} | {number} |

> What is not written down did not happen to anyone else.

"""


def make(site):
    """The same site whenever and wherever it is made."""
    files = {"site.yml": "title: Counted\nurl: https://counted.example\n", "layouts/page.html": LAYOUT,
             "content/index.md": "---\ntitle: Home\n---\n" + "".join(f"[Section {group}](/s{group}/)\n" for group in range(10))}
    for group in range(10):
        links = "".join(f"- [Page {number}](/s{group}/p{number}/)\n" for number in range(group, PAGES, 10))
        files[f"content/s{group}/index.md"] = f"---\ntitle: Section {group}\n---\n{links}"
    for number in range(PAGES):
        before, far = (number - 10) % PAGES, (number * 7 + 3) % PAGES
        parts = "".join(SECTION.format(part=part, number=number, group=number % 10, before=before, other=far % 10, far=far) for part in range(1, 9))
        head = f"---\ntitle: Page {number}\ndescription: What page {number} is about.\nowner: team-{number % 10}\ntags: [t{number % 7}]\n---\n"
        files[f"content/s{number % 10}/p{number}.md"] = head + parts
    for path, text in files.items():
        place = site / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)


def count(binary, site):
    counts = site / "callgrind.out"
    stripped = site / "handbook"
    # What valgrind would read of debugging information takes it longer than the build.
    subprocess.run(["strip", "-g", "-o", str(stripped), str(binary)], check=True)
    command = [str(stripped), "build", "--quiet", "--no-cache", "--site", str(site), "--as-of", "2026-01-01"]
    # Clearing memory is counted by the 32 bytes that are cleared at once, not by the byte.
    environment = {**os.environ, "GLIBC_TUNABLES": "glibc.cpu.x86_rep_stosb_threshold=1000000"}
    run = subprocess.run(["taskset", "-c", "0", "valgrind", "--tool=callgrind", f"--callgrind-out-file={counts}", *command],
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment)
    if run.returncode:
        sys.exit(f"instructions: the build failed: {run.stdout[-2000:]}")
    return int(re.search(r"^(?:summary|totals): (\d+)", counts.read_text(), re.M)[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, default=HERE.parent / ".build" / "release" / "handbook")
    parser.add_argument("--record", action="store_true")
    arguments = parser.parse_args()
    if not shutil.which("valgrind"):
        sys.exit("instructions: valgrind is missing (Debian: valgrind)")
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
        make(Path(folder))
        found = count(arguments.binary, Path(folder))
    version = subprocess.run([str(arguments.binary), "--version"], capture_output=True, text=True, check=True).stdout.split()[0]
    lines = [line.split() for line in RECORD.read_text().splitlines()] if RECORD.exists() else []
    if arguments.record:
        lines = [line for line in lines if line[0] != version] + [[version, str(found)]]
        RECORD.write_text("".join(f"{name} {number}\n" for name, number in lines))
    if not lines:
        sys.exit(f"instructions: {found / 1e6:,.1f} million for {PAGES} pages; no release is recorded")
    release, theirs = lines[-1][0], int(lines[-1][1])
    print(f"instructions: {found / 1e6:,.1f} million for {PAGES} pages; {release}: {theirs / 1e6:,.1f} million, {100 * (found / theirs - 1):+.1f} %")
    return 1 if found > ALLOWED * theirs else 0


if __name__ == "__main__":
    sys.exit(main())
