"""What campaigns share: the program, tiny sites, and the count of what was tried and what failed."""
import argparse
import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DAY = "2026-06-30"


class Campaign:
    """Counts verdicts; the last line it prints says how many were tried and how many failed."""

    def __init__(self, name, description, size=None):
        parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
        parser.add_argument("--binary", type=Path, default=ROOT / ".build" / "release" / "handbook")
        parser.add_argument("--seed", type=int, default=1, help="what is drawn by chance is drawn from this number")
        parser.add_argument("--keep", action="store_true", help="keep the folder of work, to look at")
        if size:
            parser.add_argument("--size", type=float, default=size[0], help=size[1])
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
    import os
    return os.geteuid() == 0
