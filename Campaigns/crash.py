#!/usr/bin/env python3
"""Ends builds in their middle, refuses them what they ask of the system, and fills the disk under them.

    python3 Campaigns/crash.py [--binary FILE] [--size 1.0]

After each build that was hit, what is published must be the old site or the new one, file by file; the next build must succeed,
publish the new one, and leave nothing beside it. At full size: 300 builds killed (100 at any time, 200 in a system call), 500 with an
error from a system call, 20 on a disk that is full. Ends with a line: builds tried, builds that failed.
"""
import os
import random
import shutil
import subprocess
import time

from campaign import DAY, Campaign, root, tree, write

CALLS = ["openat2", "openat", "write", "mkdirat", "renameat2", "syncfs", "fsync", "unlinkat", "flock", "getdents64", "read", "close"]
ERRORS = ["ENOSPC", "EIO", "EMFILE", "EDQUOT", "EROFS", "EACCES"]


def site(folder, version):
    """A handbook of thirty pages and some files, every one of which says which version it is of."""
    pages = {f"content/part{n % 5}/page{n}.md": f"---\ntitle: Page {n}\n---\nVersion {version}. [Next](/part{(n + 1) % 5}/)\n"
             for n in range(30)}
    parts = {f"content/part{n}/index.md": f"# Part {n} of {version}\n" for n in range(5)}
    write(folder, {**pages, **parts, "site.yml": f"title: Version {version}\n", "content/index.md": f"# Home of {version}\n",
                   "assets/site.css": f"/* {version} */\n", "assets/large.txt": version * 200_000})
    if version == "new":
        write(folder, {"content/only-new.md": "# Only in the new one\n"})
    else:
        write(folder, {"content/only-old.md": "# Only in the old one\n"})


class Crash(Campaign):
    def __init__(self):
        super().__init__("crash", __doc__, (1.0, "1.0 for all, less for a part of each"))
        self.draw = random.Random(self.arguments.seed)
        for version in ("old", "new"):
            site(self.work / version, version)
        # A warm-up shows how long it takes, and what the two sites are.
        self.published = {}
        for version in ("new", "old"):
            began = time.monotonic()
            assert self.build(version, self.work / "first").returncode == 0
            self.usual = time.monotonic() - began
            self.published[version] = tree(self.work / "first")
        assert self.published["old"] != self.published["new"]

    def words(self, version, output):
        return ["build", "--site", self.work / version, "--output", output, "--as-of", DAY, "--quiet"]

    def build(self, version, output, **options):
        return self.run(*self.words(version, output), **options)

    def start(self, name):
        """An output that holds the old site, in a folder of its own."""
        place = self.work / "outputs" / name
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        shutil.copytree(self.work / "first", place / "public")
        return place / "public"

    def judge(self, output, what, code=None, said=b""):
        """What must hold after a build of the new site that was hit."""
        after = tree(output) if output.exists() else {}
        is_whole = after in (self.published["old"], self.published["new"])
        if code is not None:
            is_whole = is_whole and code in (0, 2) and (code == 0 or said.strip())
            if code == 0:
                is_whole = is_whole and after == self.published["new"]
        next_build = self.build("new", output)
        beside = sorted(path.name for path in output.parent.iterdir())
        locks = [p.name for p in (self.work / "new" / ".handbook").glob("*") if p.name.endswith(".lock")]
        mends = next_build.returncode == 0 and tree(output) == self.published["new"] and beside == [output.name] and not locks
        differ = {p for p in set(after) | set(self.published["old"]) if after.get(p) != self.published["old"].get(p)}
        self.expect(is_whole and mends,
                    f"{what}: code {code}, whole {is_whole}, {len(differ)} files otherwise than before, next build "
                    f"{next_build.returncode} {next_build.stderr[-200:]!r}, beside it {beside}, locks {locks}")

    def kill_at_any_time(self, count):
        for number in range(count):
            output = self.start("killed")
            process = subprocess.Popen([str(self.binary), *map(str, self.words("new", output))],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(self.draw.uniform(0, self.usual * 1.2))
            process.kill()
            process.wait()
            self.judge(output, f"killed by time {number}")

    def traced(self, output, inject, calls):
        return self.run(*self.words("new", output), before=[
            "strace", "-f", "-qq", "-o", str(self.work / "trace"), "-e", f"trace={calls}", "-e", f"inject={inject}"])

    def counts(self):
        """How often a build makes each call."""
        output = self.start("counted")
        self.run(*self.words("new", output), before=["strace", "-f", "-qq", "-c", "-o", str(self.work / "counts")])
        found = {}
        for line in (self.work / "counts").read_text().splitlines():
            parts = line.split()
            if len(parts) >= 5 and parts[-1] in CALLS:
                found[parts[-1]] = int(parts[3])
        return found

    def kill_in_calls(self, count, calls):
        for number in range(count):
            call = self.draw.choice(sorted(calls))
            position = self.draw.randint(1, calls[call])
            output = self.start("killed")
            self.traced(output, f"{call}:signal=KILL:when={position}", call)
            self.judge(output, f"killed in {call} number {position}")

    def errors(self, count, calls):
        for number in range(count):
            call = self.draw.choice(sorted(set(calls) - {"close"}))
            error = self.draw.choice(ERRORS)
            position = self.draw.randint(1, calls[call])
            output = self.start("refused")
            ended = self.traced(output, f"{call}:error={error}:when={position}", call)
            # Swift's runtime learns the words of the command from /proc; where that is refused, there are none, and the program
            # prints its help. No build was asked for then.
            # Before the program begins at all, the loader ends with 127. The runtime's threads trap where /proc is refused to them.
            refused = [line for line in (self.work / "trace").read_text(errors="replace").splitlines() if "(INJECTED)" in line]
            if ended.stdout.startswith(b"OVERVIEW:") or ended.returncode == 127 or any("/proc/" in line for line in refused):
                continue
            # A sentence that could not be written says nothing.
            said = ended.stderr or (b"(not written)" if any("write(2," in line for line in refused) else b"")
            self.judge(output, f"{error} from {call} number {position}", ended.returncode, said)

    def full_disks(self, count):
        if not root():
            return self.skip("full disks: only root can mount one")
        disk = self.work / "disk"
        disk.mkdir()
        for number in range(count):
            size = int(64 * 1024 * 64 ** (number / max(1, count - 1)))
            if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)], capture_output=True).returncode:
                return self.skip("full disks: this machine lets nobody mount one")
            try:
                output = disk / "public"
                first = self.build("old", output)
                before = tree(output) if output.exists() else {}
                second = self.build("new", output)
                after = tree(output) if output.exists() else {}
                holds = (first.returncode in (0, 2) and second.returncode in (0, 2)
                         and before == (self.published["old"] if first.returncode == 0 else {})
                         and after == (self.published["new"] if second.returncode == 0 else before)
                         and sorted(p.name for p in disk.iterdir()) in ([], ["public"]))
                self.expect(holds, f"disk of {size} bytes: codes {first.returncode} {second.returncode}, beside "
                                   f"{sorted(p.name for p in disk.iterdir())}, {second.stderr[-200:]!r}")
            finally:
                subprocess.run(["umount", str(disk)], check=True)


def main():
    campaign = Crash()
    size = campaign.arguments.size
    campaign.kill_at_any_time(round(100 * size))
    if shutil.which("strace") and subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], capture_output=True).returncode == 0:
        calls = campaign.counts()
        campaign.kill_in_calls(round(200 * size), calls)
        campaign.errors(round(500 * size), calls)
    else:
        campaign.skip("faults in system calls: 'strace' is not here, or may not look into processes")
    campaign.full_disks(max(4, round(20 * size)))
    campaign.finish()


main()
