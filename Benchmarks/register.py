#!/usr/bin/env python3
"""Makes a large register and measures how long it takes to read and check it, and to make its pages.

    python3 Benchmarks/register.py [--certificates 50000] [--organisations 500] [--rounds 3] [--make FOLDER]

Three runs are measured, on /dev/shm because disks are too noisy: `registry stats`, which reads the register and
checks every rule; `check` without and with a private file, which makes every page, and with the file looks in each
for the names of holders who are not listed. Figures are medians. --make only writes the site.
"""
import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WORK = "/dev/shm/handbook-bench-register"
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ELEMENTS = ["customer-experience", "delivery", "process-context", "people-capability", "demand-capacity",
            "performance-improvement", "strategy-governance-leadership"]
DAY = "2026-06-30"


def number(draw):
    while True:
        bits = draw.getrandbits(40)
        if bits % 37 < 32:
            text = "".join(ALPHABET[bits >> shift & 31] for shift in range(35, -1, -5))
            return "C-%s-%s-%s" % (text[:4], text[4:], ALPHABET[bits % 37])


def organisation(index):
    return """  - id: org-sample{0}
    name: Sample organisation {0}
    url: https://sample{0}.example/
    country: GB
    kind: college
    identifiers: [{{scheme: other, value: "sample-{0}"}}]
    audits:
      - {{id: aud-{0}, kind: initial, opened: 2025-01-06, closed: 2025-03-07, scope: {{material: met, delivery: met, assessment: met}}, decision: accredit}}
    terms:
      - {{id: acc-{0}, audit: aud-{0}, start: 2025-03-10}}
""".format(index)


def course(index, level, letter):
    rows = "".join("      - {element: %s, result: met, audit: aud-%d}\n" % (element, index) for element in ELEMENTS)
    return """  - id: crs-sample{0}-{2}
    org: org-sample{0}
    level: {1}
    title: Sample course {0}
    version: "1.0"
    assessment: {{form: written, pass_mark_pct: 60}}
    valid: {{from: 2025-03-10, to: null}}
    coverage:
{3}""".format(index, level, letter, rows)


def certificate(index, person, level, letter, org, ids, evidence):
    day = (5, "2025-06-02", "2025-06-04", "2025-06-06") if level == "foundation" else (5, "2025-10-01", "2025-10-02", "2025-11-03")
    return """  - id: {0}
    person: per-{1}
    level: {2}
    org: org-sample{3}
    course: crs-sample{3}-{4}
    course_version: "1.0"
    attended: {{from: {5}, to: {6}}}
    assessed: {7}
    awarded: {8}
{9}    status_index: {10}
""".format(ids[index], person, level, org, letter, day[1], day[2], day[3],
           "2025-06-13" if level == "foundation" else "2025-11-14", evidence, index)


EVIDENCE = """    evidence:
      - {id: prj-1, from: 2024-02-01, to: 2024-12-31, role: lead, kind: improvement, elements: [customer-experience, delivery, process-context]}
      - {id: prj-2, from: 2024-08-01, to: 2025-08-31, role: member, kind: redesign, elements: [people-capability, demand-capacity, performance-improvement, strategy-governance-leadership]}
"""


def make(folder, certificates, organisations):
    """Two of three certificates are of the foundation level; the third is the first holder's next one."""
    draw = random.Random(7)
    ids = set()
    while len(ids) < certificates:
        ids.add(number(draw))
    ids = sorted(ids)
    draw.shuffle(ids)
    os.makedirs(os.path.join(folder, "content"), exist_ok=True)
    with open(os.path.join(folder, "content", "registry.yml"), "w") as out:
        out.write("organisations:\n" + "".join(organisation(i) for i in range(organisations)))
        out.write("courses:\n")
        for i in range(organisations):
            out.write(course(i, "foundation", "f") + course(i, "practitioner", "p"))
        out.write("certificates:\n")
        for i in range(certificates):
            practitioner = i % 3 == 2
            person = i - 2 if practitioner else i
            out.write(certificate(
                i, "%06x" % person, "practitioner" if practitioner else "foundation", "p" if practitioner else "f",
                i % organisations, ids, EVIDENCE if practitioner else ""))
    with open(os.path.join(folder, "people.yml"), "w") as out:
        out.write("sample: true\npeople:\n")
        for i in range(certificates):
            state = "listed" if i % 20 == 0 else "verify-only"
            out.write('  - {id: per-%06x, name: Sample holder %05d, publication: {state: %s, basis: consent, '
                      'notice_version: "1", given: 2025-06-13}}\n' % (i, i, state))
    with open(os.path.join(folder, "content", "index.md"), "w") as out:
        out.write("# Home\n\n[The register](/registry/)\n")
    with open(os.path.join(folder, "site.yml"), "w") as out:
        out.write("title: Sample\nurl: https://sample.example/\n")


def measure(command):
    """Seconds, processor seconds and peak memory in MB of one run."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit("%s failed: %s" % (" ".join(command), errors.decode()[-2000:]))
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--certificates", type=int, default=50000)
    arguments.add_argument("--organisations", type=int, default=500)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--binary", default=os.path.join(ROOT, ".build", "release", "handbook"))
    arguments.add_argument("--make", metavar="FOLDER")
    arguments = arguments.parse_args()
    folder = arguments.make or WORK
    shutil.rmtree(folder, ignore_errors=True)
    make(folder, arguments.certificates, arguments.organisations)
    if arguments.make:
        return
    common = ["--site", folder, "--as-of", DAY]
    runs = [("read and validate", [arguments.binary, "registry", "stats"] + common),
            ("check", [arguments.binary, "check", "--quiet"] + common),
            ("check with names", [arguments.binary, "check", "--quiet", "--people", os.path.join(folder, "people.yml")] + common)]
    print("%d certificates, %d organisations" % (arguments.certificates, arguments.organisations))
    for name, command in runs:
        seconds, cpu, memory = (statistics.median(column) for column in zip(*(measure(command) for _ in range(arguments.rounds))))
        print("%-18s %6.2f s %6.2f cpu-s %5.0f MB  %6.1f µs cpu a certificate" % (
            name, seconds, cpu, memory, cpu * 1e6 / arguments.certificates))
    shutil.rmtree(folder)


main()
