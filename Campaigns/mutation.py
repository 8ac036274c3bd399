#!/usr/bin/env python3
"""Switches off each guard by itself and runs its tests, which must fail then.

    python3 Campaigns/mutation.py [--folder DIR] [--only WORDS] [--cost SITE | --check]

Works on a copy of the sources in .build/mutation (or --folder), which is built once with all its tests: each guard of Campaigns/guards.py
gets a switch there, which the environment's HANDBOOK_WITHOUT turns, so that none hides another and no second build is needed. First all
these tests must pass with nothing switched off; a text that is no longer where a guard stood is a failure too. With --cost, builds the
copy for release instead and counts what a build of SITE costs with all guards and with none (valgrind's callgrind, and seconds); with
--check, only looks whether each text is where a guard stood. Ends with a line: guards tried, caught by their tests, failed.
"""
import argparse
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from campaign import DAY, ROOT, measured, tree
from guards import GUARDS

SWITCH = """import Glibc

private let switchedOff = getenv("HANDBOOK_WITHOUT").map { Int32(atoi($0)) } ?? 0

/// Whether a guard is switched off; all that cost time are by -1.
func guardIsOff(_ number: Int32, _ costs: Bool) -> Bool { switchedOff == number || switchedOff < 0 && costs }
"""
VARIABLE = "HANDBOOK_WITHOUT"


def copy():
    """What is built."""
    for part in ("Package.swift", "Package.resolved", "Sources", "Tests"):
        for path in [ROOT / part, *(ROOT / part).rglob("*")]:
            if path.is_file():
                yield path.relative_to(ROOT), path.read_bytes()


def switched():
    """The files of the copy with a switch at each guard, and the guards whose texts were not found once."""
    files = dict(copy())
    missing = []
    for number, one in enumerate(GUARDS, 1):
        for path, text, other in one.places:
            source = files.get(Path(path), b"").decode()
            if source.count(text) != 1:
                missing.append(f"{one.name}: {path} has {text!r} {source.count(text)} times")
                continue
            switch = f"guardIsOff({number}, {'false' if one.is_form else 'true'})"
            files[Path(path)] = source.replace(text, other.replace("OFF", switch)).encode()
            files[Path(*Path(path).parts[:2]) / "SwitchedOff.swift"] = SWITCH.encode()
    return files, missing


def write(folder, files):
    """Writes the copy, leaving files alone that are as they were, so that only what changed is built again."""
    for path in [*(folder / "Sources").rglob("*"), *(folder / "Tests").rglob("*")]:
        if path.is_file() and path.relative_to(folder) not in files:
            path.unlink()
    for path, content in files.items():
        place = folder / path
        if not place.exists() or place.read_bytes() != content:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
    # Tests look for what lies beside the sources.
    for path in ROOT.iterdir():
        if path.name not in ("Package.swift", "Package.resolved", "Sources", "Tests") and not path.name.startswith("."):
            link = folder / path.name
            if not link.exists():
                link.symlink_to(path)


def build(folder, *words):
    run = subprocess.run(["swift", "build", "--package-path", str(folder), *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if run.returncode:
        print("\n".join(line for line in run.stdout.splitlines() if "error:" in line) or run.stdout[-3000:])
        raise SystemExit("mutation: the copy does not build")


def test(folder, tests, number, seconds=120):
    """Whether tests pass with a guard switched off, and how many ran; those that do not come to an end do not."""
    def limits():
        # A guard of memory that is off shall not take the machine's.
        resource.setrlimit(resource.RLIMIT_AS, (24 << 30, 24 << 30))
    environment = {**os.environ, VARIABLE: str(number)}
    program = folder / ".build" / "debug" / "handbookPackageTests.xctest"
    command = [str(program), "--testing-library", "swift-testing", "--filter", tests]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", env=environment, cwd=folder,
                               preexec_fn=limits, start_new_session=True)
    try:
        printed, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.communicate()
        return False, None
    found = re.findall(r"Test run with (\d+) tests?", printed)
    return process.returncode == 0, int(found[-1]) if found else None


def cost(binary, site):
    """What a build costs with all guards and with none: instructions, and seconds of ten builds each by turns."""
    output = binary.parent / "built"
    command = [str(binary), "build", "--quiet", "--no-cache", "--site", site, "--output", str(output), "--as-of", DAY]
    built, instructions, seconds = {}, {}, {"0": [], "-1": []}
    for number in seconds:
        environment = {**os.environ, VARIABLE: number}
        shutil.rmtree(output, ignore_errors=True)
        counts = binary.parent / f"callgrind{number}"
        subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={counts}", *command], stderr=subprocess.DEVNULL, env=environment, check=True)
        instructions[number] = int(re.search(r"^(?:summary|totals): (\d+)", counts.read_text(), re.M)[1])
        built[number] = tree(output)
    if built["0"] != built["-1"]:
        raise SystemExit("cost: the site is another one without guards")
    for _ in range(10):
        for number, times in seconds.items():
            shutil.rmtree(output)
            times.append(measured(command, env={**os.environ, VARIABLE: number}).seconds)
    medians = {number: statistics.median(times) for number, times in seconds.items()}
    share = 1 - instructions["-1"] / instructions["0"]
    print(f"cost: {instructions['0']:,} instructions with {sum(not one.is_form for one in GUARDS)} guards, {instructions['-1']:,} with none: "
          f"{100 * share:.1f} %; {medians['0']:.3f} s and {medians['-1']:.3f} s of processor time: {100 * (1 - medians['-1'] / medians['0']):.1f} %")


def try_all(folder, chosen, failed):
    for tests in sorted({one.tests for _, one in chosen}):
        passes, count = test(folder, tests, 0)
        if not passes or not count:
            failed += 1
            print(f"FAILED {tests}: with all guards, {count} tests, {'passed' if passes else 'failed'}", flush=True)
    caught = 0
    for number, one in chosen:
        passes, count = test(folder, one.tests, number)
        caught += not passes
        failed += passes
        print(f"{'FAILED: nobody misses it' if passes else 'caught'}: {one.row} {one.name} ({one.tests})", flush=True)
    print(f"mutation: {len(chosen)} guards tried, {caught} caught by their tests, {failed} failed")
    sys.exit(1 if failed else 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=ROOT / ".build" / "mutation")
    parser.add_argument("--only", help="guards whose names hold these words")
    parser.add_argument("--cost", metavar="SITE")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    files, missing = switched()
    for line in missing:
        print("FAILED " + line)
    if arguments.check:
        print(f"mutation: {len(GUARDS)} guards looked for, {len(missing)} failed")
        sys.exit(1 if missing else 0)
    folder = arguments.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    write(folder, files)
    if arguments.cost:
        build(folder, "-c", "release", "--product", "handbook", "--static-swift-stdlib")
        binary = folder / "handbook"
        shutil.copy(folder / ".build" / "release" / "handbook", binary)
        subprocess.run(["strip", "-g", str(binary)], check=True)
        return cost(binary, arguments.cost)
    build(folder, "--build-tests")
    try_all(folder, [(number, one) for number, one in enumerate(GUARDS, 1) if (arguments.only or "") in one.name], len(missing))


if __name__ == "__main__":
    main()
