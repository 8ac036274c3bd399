#!/usr/bin/env python3
"""Looks by chance for texts that cost more than their length: a beginning, n times something, an end, at n and 2n.

    python3 Campaigns/growth.py [--binary FILE] [--size 2000] [--seed 1] [--part 1/1]

Twice the text may take at most 2.5 times the processor time and make at most 2.5 times the HTML, or it is refused with its place. What
takes less than a tenth of a second more than an empty page is not long enough to tell, and six texts that take no more together are not
timed one by one. Where a text seems to take too long, its instructions decide, if valgrind is here to count them: they do not depend on
how busy the machine is. --part 2/5 tries the second fifth of the same texts. Ends with a line: texts tried, texts that failed.
"""
import dataclasses
import json
import os
import queue
import random
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from campaign import DAY, Campaign, measured, write

PIECES = ["*", "**", "_", "~~", "`", "``", "[", "]", "(", ")", "![", "](", "<", ">", "<!--", "-->", "<?", "<!A", "<![CDATA[", "&", "&amp;",
          "\\", "|", "-", "+", "1. ", "- ", "> ", "# ", "\n", "\n\n", "    ", "\t", " ", "a", "b c", "é", "www.a.b", "http://a", "a@b.c",
          "[a]: b\n", "[^1]", "[^1]: c\n", "<a href=\"", "</a>", "<details>", "\"", "'", ":", "{#a}", "{{", "}}", "{%", "%}", "{% if a %}",
          "{{ page.title }}", "{% for i in (1..9) %}", "{% endfor %}", "```\n", "~~~\n", "|-|-|\n", "=\n", "\r", "  \n"]
LENGTH = 60_000
BATCH = 6


@dataclasses.dataclass
class Text:
    """A beginning, a piece so many times, an end."""
    start: str
    piece: str
    end: str

    @property
    def times(self):
        return LENGTH // len(self.piece.encode())

    def repeated(self, count):
        return self.start + self.piece * count + self.end

    def __str__(self):
        return f"{self.start!r} + {self.piece!r} * {self.times} + {self.end!r}"


class Growth:
    """Builds sites of such texts, a page for each."""

    def __init__(self, campaign, name):
        self.site, self.binary = str(campaign.work / name), str(campaign.binary)
        write(campaign.work / name, {"site.yml": "title: T\nsearch: false\n", "content/index.md": "# Home\n"})
        self.floor = min(self.build(["x"])[1] for _ in range(5))

    def build(self, texts):
        """The code, the processor time, the length of each page's HTML, and the numbers of the pages that were refused.

        Nothing is taken over from the build before, which may have been of the same texts.
        """
        pages = Path(self.site, "content", "it")
        shutil.rmtree(pages, ignore_errors=True)
        write(pages, {f"{number}.md": text for number, text in enumerate(texts)})
        run = measured([self.binary, "build", "--site", self.site, "--output", self.site + "/public", "--as-of", DAY, "--quiet", "--format", "json",
                        "--no-cache"])
        if run.code == 1:
            errors = [one["file"] for one in json.loads(run.output)["findings"] if one["severity"] == "error"]
            refused = {int(Path(path).stem) for path in errors if path.startswith("content/it/")}
            return (1 if refused else "no place"), run.seconds, [None] * len(texts), refused
        made = [Path(self.site, "public", "it", str(number), "index.html") for number in range(len(texts))]
        return run.code, run.seconds, [page.stat().st_size if page.exists() else None for page in made], set()

    def seconds(self, text, *counts, tries=1):
        """What a text costs more than an empty page, so many times; by turns, as what else the machine does comes and goes."""
        times = [[self.build([text.repeated(count)])[1] for count in counts] for _ in range(tries)]
        return [max(0, min(each) - self.floor) for each in zip(*times)]

    def instructions(self, text, *counts):
        """How many instructions a text takes more than an empty page, so many times; none where nothing can count them."""
        if not shutil.which("valgrind"):
            return None
        stripped = self.site + "-stripped"
        subprocess.run(["strip", "-g", "-o", stripped, self.binary], check=True)

        def counted(text):
            write(Path(self.site, "content", "it"), {"0.md": text})
            run = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", stripped, "build", "--site", self.site, "--output",
                                  self.site + "/public", "--as-of", DAY, "--quiet", "--no-cache"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            found = re.search(r"refs:\s*([\d,]+)", run.stderr)
            return int(found[1].replace(",", "")) if found else 0

        shutil.rmtree(Path(self.site, "content", "it"), ignore_errors=True)
        floor = counted("x")
        return [counted(text.repeated(count)) - floor for count in counts]

    def fault(self, text):
        """What is wrong with one text, by its time; where that is too long, by its instructions."""
        fault = self.fault_by_time(text)
        counted = self.instructions(text, text.times, 2 * text.times) if fault and not fault.startswith("code") else None
        if not counted:
            return fault
        once, twice = counted
        return f"{fault}; {once} instructions, {twice} of twice as much" if twice > 2.5 * once else None

    def fault_by_time(self, text):
        """What is wrong with one text: no end, or that twice as much takes more than twice as long. That must show at every length that is
        long enough to tell: the machine may have done something else, and of more it is a smaller part."""
        code, twice, _, _ = self.build([text.repeated(2 * text.times)])
        if code not in (0, 1):
            return f"code {code}"
        if twice - self.floor <= 0.1 or twice - self.floor <= 2.5 * max(self.seconds(text, text.times)[0], 0.02):
            return None
        fault = None
        for count in (2, 4, 8):
            once, twice = self.seconds(text, count * text.times, 2 * count * text.times, tries=3)
            if twice <= 0.25:
                continue
            if twice <= 2.5 * once:
                return None
            fault = f"{once:.2f} s, twice as much {twice:.2f} s"
        return fault

    def large(self, texts, once, twice):
        """The texts of a batch that was built that make too much HTML; those that are refused make none, and keep the others from making any."""
        refused = once[3] | twice[3]
        left = [text for number, text in enumerate(texts) if number not in refused]
        if refused and left:
            once, twice = (self.build([text.repeated(count * text.times) for text in left]) for count in (1, 2))
        if left and (once[0] or twice[0]):
            return {str(text): "refused only beside others" for text in left}
        return {str(text): f"HTML of {small} and {large} bytes" for text, small, large in zip(left, once[2], twice[2])
                if small is None or large is None or large > 2.5 * small}

    def faults(self, texts):
        """The texts of a batch that fail, with the reason; and whether they were timed one by one.

        A batch that takes as little as one text may holds none that is slow.
        """
        once, twice = (self.build([text.repeated(count * text.times) for text in texts]) for count in (1, 2))
        faults = {}
        if once[0] in (0, 1) and twice[0] in (0, 1):
            faults = self.large(texts, once, twice)
            if twice[1] - self.floor <= 0.1:
                return faults, False
        for text in texts:
            if fault := self.fault(text):
                faults[str(text)] = fault
        return faults, True


def main():
    option = (["--part"], {"default": "1/1", "metavar": "K/N", "help": "try the K-th of N parts of the texts"})
    campaign = Campaign("growth", __doc__, (2000, "how many texts"), [option])
    draw = random.Random(campaign.arguments.seed)
    texts = [Text(*("".join(draw.choices(PIECES, k=draw.randint(0, most))) or least for most, least in ((4, ""), (6, "a"), (4, ""))))
             for _ in range(int(campaign.arguments.size))]
    part, parts = map(int, campaign.arguments.part.split("/"))
    texts = texts[len(texts) * (part - 1) // parts:len(texts) * part // parts]
    batches = [texts[first:first + BATCH] for first in range(0, len(texts), BATCH)]
    sites = queue.SimpleQueue()
    for number in range(os.cpu_count() or 1):
        sites.put(Growth(campaign, f"site{number}"))

    def faults(batch):
        site = sites.get()
        try:
            return site.faults(batch)
        finally:
            sites.put(site)

    singly = 0
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        for batch, (found, took_long) in zip(batches, workers.map(faults, batches)):
            singly += len(batch) * took_long
            for text in map(str, batch):
                campaign.expect(text not in found, f"{text}: {found.get(text)}")
    campaign.finish(f"; {singly} timed one by one" + (f"; part {part} of {parts}" if parts > 1 else ""))


if __name__ == "__main__":
    main()
