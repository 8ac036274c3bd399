#!/usr/bin/env python3
"""Builds one site under everything that differs between machines, and wants the same bytes each time.

    python3 Campaigns/determinism.py [--site DIR] [--binary FILE] [--builds 5]

Twelve variations, each --builds times, each in a copy of its own; `build --manifest` writes the SHA-256 of every file,
and the manifests must be equal. What this machine cannot vary is said and counted as not tried, never as passed.
Ends with a line: builds tried, builds that differ.
"""
import argparse
import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DAY = "2026-06-30"
PARTS = ["site.yml", "figures.yml", "content", "layouts", "assets"]


class NotHere(Exception):
    """This machine cannot vary that."""


def copy(site, target, order=None, age=None):
    """Copies a site's sources; `order` shuffles the order in which files are made, `age` sets their times."""
    files = [path for part in PARTS for path in ([site / part] if (site / part).is_file() else sorted((site / part).rglob("*")))
             if path.is_file()]
    if order:
        order.shuffle(files)
    for path in files:
        place = target / path.relative_to(site)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
        if age is not None:
            os.utime(place, (age, age))


def needs(program):
    if not shutil.which(program):
        raise NotHere(f"'{program}' is not installed")
    return program


def root():
    if os.geteuid() != 0:
        raise NotHere("only root can do that")


def other_user(folder):
    root()
    # The folders above must let somebody else through.
    for path in [folder, *folder.parents]:
        if path == Path("/"):
            break
        if path.stat().st_mode & 0o001 == 0:
            path.chmod(path.stat().st_mode | 0o055)
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, 65534, 65534)
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


def variations(number):
    """Each variation: its name, and what it makes of a run (folder, words before the command, environment, copying)."""
    draw = random.Random(number)
    return [
        ("folder", lambda: {"folder": f"ä folder, {number}/deeper"}),
        ("time zone", lambda: {"env": {"TZ": draw.choice(["Pacific/Kiritimati", "America/St_Johns", "Asia/Kathmandu", "UTC+23"])}}),
        ("locale", lambda: {"env": {"LANG": draw.choice(["tr_TR.UTF-8", "C", "ja_JP.EUC-JP"]), "LC_ALL": "tr_TR.UTF-8"}}),
        ("umask", lambda: {"before": ["sh", "-c", 'umask 0%d; exec "$0" "$@"' % draw.choice([77, 27, 2])]}),
        ("user", lambda: {"user": True}),
        ("cores", lambda: {"before": [needs("taskset"), "-c", "0"]}),
        ("order of creation", lambda: {"order": draw}),
        ("times of files", lambda: {"age": draw.randrange(0, 2_000_000_000)}),
        ("host name", lambda: (root(), {"before": [needs("unshare"), "--uts", "sh", "-c", f'hostname other{number}; exec "$0" "$@"']})[1]),
        ("clock", lambda: {"before": [needs("faketime"), "-f", f"+{draw.randrange(300, 5000)}d"],
                           # The times of files are another variation.
                           "env": {"NO_FAKE_STAT": "1"}}),
        ("home", lambda: {"env": {"HOME": draw.choice(["/", "/nonexistent"]), "XDG_CACHE_HOME": "/nonexistent"}}),
        # Swift seeds its hashes anew in every process, so that any second run varies it.
        ("seed of hashes", lambda: {}),
    ]


def build(binary, site, work, how):
    folder = work / how.get("folder", "site")
    folder.mkdir(parents=True)
    copy(site, folder, how.get("order"), how.get("age"))
    before = how.get("before", [])
    if how.get("user"):
        before = other_user(folder)
    command = [*before, str(binary), "build", "--site", str(folder), "--output", str(folder / "public"),
               "--manifest", "--as-of", DAY, "--quiet"]
    run = subprocess.run(command, env={"PATH": os.environ["PATH"], **how.get("env", {})}, capture_output=True, text=True)
    if run.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with {run.returncode}:\n{run.stderr[-2000:]}")
    manifest = (folder / "public" / ".handbook-output").read_text()
    for line in manifest.splitlines()[1:]:
        digest, path = line.split("  ", 1)
        if hashlib.sha256((folder / "public" / path).read_bytes()).hexdigest() != digest:
            raise SystemExit(f"the manifest is wrong about {path}")
    return manifest


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--site", type=Path, default=ROOT)
    arguments.add_argument("--binary", type=Path, default=ROOT / ".build" / "release" / "handbook")
    arguments.add_argument("--builds", type=int, default=5)
    arguments = arguments.parse_args()
    binary = arguments.binary.resolve()
    tried, wrong, missing = 0, 0, []
    with tempfile.TemporaryDirectory() as work:
        os.chmod(work, 0o755)
        shutil.copy(binary, Path(work) / "handbook")
        binary = Path(work) / "handbook"
        expected = build(binary, arguments.site, Path(work) / "first", {})
        for round in range(arguments.builds):
            for name, how in variations(round):
                try:
                    manifest = build(binary, arguments.site, Path(work) / f"{round} {name}", how())
                except NotHere as reason:
                    if round == 0:
                        missing.append(f"{name}: {reason}")
                    continue
                tried += 1
                if manifest != expected:
                    wrong += 1
                    differ = set(manifest.splitlines()) ^ set(expected.splitlines())
                    print(f"{name}: other bytes in {', '.join(sorted({line.split('  ')[-1] for line in differ})[:5])}")
                shutil.rmtree(Path(work) / f"{round} {name}")
    for line in missing:
        print("not tried: " + line)
    files = len(expected.splitlines()) - 1
    print(f"determinism: {tried} builds of {files} files under {12 - len(missing)} variations, {wrong} differ from the first")
    sys.exit(1 if wrong else 0)


main()
