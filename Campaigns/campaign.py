"""What campaigns share: the program, tiny sites, and the count of what was tried and what failed."""
import argparse
import dataclasses
import hashlib
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DAY = "2026-06-30"


class Campaign:
    """Counts verdicts; the last line it prints says how many were tried and how many failed."""

    def __init__(self, name, description, size=None, options=()):
        parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
        parser.add_argument("--binary", type=Path, default=ROOT / ".build" / "release" / "handbook")
        parser.add_argument("--seed", type=int, default=1, help="what is drawn by chance is drawn from this number")
        parser.add_argument("--keep", action="store_true", help="keep the folder of work, to look at")
        if size:
            parser.add_argument("--size", type=float, default=size[0], help=size[1])
        for words, settings in options:
            parser.add_argument(*words, **settings)
        self.arguments = parser.parse_args()
        self.name, self.tried, self.failed, self.skipped = name, 0, 0, []
        memory = Path("/dev/shm")
        self.work = Path(tempfile.mkdtemp(prefix=f"handbook-{name}-", dir=memory if memory.is_dir() else None))
        self.work.chmod(0o755)
        # A copy that users without rights can start too.
        self.binary = self.work / "handbook"
        shutil.copy(self.arguments.binary, self.binary)

    def expect(self, holds, what):
        self.tried += 1
        if not holds:
            self.failed += 1
            if self.failed <= 20:
                print(f"FAILED {what}")
        return holds

    def skip(self, reason):
        if reason not in self.skipped:
            self.skipped.append(reason)

    def run(self, *words, before=(), seconds=60, **options):
        """Runs the program to its end; one that does not come to it answers the code 'hung'."""
        command = [*before, str(self.binary), *map(str, words)]
        try:
            return subprocess.run(command, capture_output=True, timeout=seconds, **options)
        except subprocess.TimeoutExpired as ended:
            return subprocess.CompletedProcess(command, "hung", ended.stdout or b"", ended.stderr or b"")

    def finish(self, figures=""):
        for reason in self.skipped:
            print("not tried: " + reason)
        if not self.arguments.keep:
            shutil.rmtree(self.work, ignore_errors=True)
        print(f"{self.name}: {self.tried} tried, {self.failed} failed{figures}")
        raise SystemExit(1 if self.failed else 0)


def write(folder, files):
    """Writes files by path; a text or bytes."""
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)


def fetched(package, name):
    """The folder .build-tools/NAME with what a package on PyPI is made of, which is fetched once."""
    folder = ROOT / ".build-tools" / name
    if not any(path.is_dir() for path in folder.glob("*")):
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps", "--no-binary", ":all:",
                        "-d", str(folder), package], check=True)
        for archive in folder.glob("*.tar.gz"):
            subprocess.run(["tar", "-xzf", str(archive), "-C", str(folder)], check=True)
    return folder


def tree(folder):
    """The digest of each file below a folder, by path; links by where they lead."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name] = "-> " + str(path.readlink())
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def root():
    return os.geteuid() == 0


@dataclasses.dataclass
class Run:
    """What a command that was measured did: its exit code, what it printed, its processor time and greatest memory in bytes."""
    code: object
    output: bytes
    errors: bytes
    seconds: float
    memory: int


def measured(command, seconds=60, memory=None, clock=None, **options):
    """Runs a command and measures it.

    One that takes longer (processor time; by the clock five times that, where no `clock` is given) answers the code 'hung', one that takes
    more memory than it may 'memory'.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdout=output, stderr=errors, start_new_session=True, **options)
        began, broken_off, ended = time.monotonic(), None, select.poll()
        handle = os.pidfd_open(process.pid)
        ended.register(handle, select.POLLIN)
        while not ended.poll(20):
            spent, held = _of(process.pid)
            if spent > seconds or time.monotonic() - began > (clock or 5 * seconds):
                broken_off = broken_off or "hung"
            elif memory and held > memory:
                broken_off = broken_off or "memory"
            if broken_off:
                os.killpg(process.pid, signal.SIGKILL)
        os.close(handle)
        _, status, usage = os.wait4(process.pid, 0)
        if memory and usage.ru_maxrss * 1024 > memory:
            broken_off = broken_off or "memory"
        process.returncode = os.waitstatus_to_exitcode(status)
        for file in (output, errors):
            file.seek(0)
        return Run(broken_off or process.returncode, output.read(), errors.read(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def _of(process):
    """The processor time and greatest memory of a running process."""
    try:
        words = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0, 0
    held = next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK"), held
