#!/usr/bin/env python3
"""Looks by chance for texts that cost more than their length: a beginning, n times something, an end, at n and 2n.

    python3 Campaigns/growth.py [--binary FILE] [--size 2000] [--seed 1]

Twice the text may take at most 2.5 times the processor time and make at most 2.5 times the HTML, or it is refused with its place. What
takes less than a tenth of a second more than an empty page is not long enough to tell. Ends with a line: texts tried, texts that failed.
"""
import random

from campaign import DAY, Campaign, measured, write

PIECES = ["*", "**", "_", "~~", "`", "``", "[", "]", "(", ")", "![", "](", "<", ">", "<!--", "-->", "<?", "<!A", "<![CDATA[", "&", "&amp;",
          "\\", "|", "-", "+", "1. ", "- ", "> ", "# ", "\n", "\n\n", "    ", "\t", " ", "a", "b c", "é", "www.a.b", "http://a", "a@b.c",
          "[a]: b\n", "[^1]", "[^1]: c\n", "<a href=\"", "</a>", "<details>", "\"", "'", ":", "{#a}", "{{", "}}", "{%", "%}", "{% if a %}",
          "{{ page.title }}", "{% for i in (1..9) %}", "{% endfor %}", "```\n", "~~~\n", "|-|-|\n", "=\n", "\r", "  \n"]


def seconds(binary, site):
    run = measured([binary, "build", "--site", site, "--output", site + "/public", "--as-of", DAY, "--quiet", "--format", "json"])
    return run.code, run.seconds


def main():
    campaign = Campaign("growth", __doc__, (2000, "how many texts"))
    draw = random.Random(campaign.arguments.seed)
    site = campaign.work / "site"
    write(site, {"site.yml": "title: T\nsearch: false\n", "content/index.md": "# Home\n\n[It](it.md)\n", "content/it.md": "x\n"})
    binary = str(campaign.binary)
    floor = min(seconds(binary, str(site))[1] for _ in range(5))
    told = 0
    for number in range(int(campaign.arguments.size)):
        start, piece, end = ("".join(draw.choices(PIECES, k=draw.randint(0, most))) for most in (4, 6, 4))
        piece = piece or "a"
        times = 60_000 // len(piece.encode())
        spent, made = [], []
        for count in (times, 2 * times):
            write(site, {"content/it.md": start + piece * count + end})
            code, took = seconds(binary, str(site))
            output = site / "public" / "it" / "index.html"
            spent.append(max(0, took - floor))
            made.append(output.stat().st_size if code == 0 and output.exists() else None)
            if code not in (0, 1):
                break
        is_slow = spent[-1] > 0.1 and len(spent) == 2 and spent[1] > 2.5 * max(spent[0], 0.02)
        if is_slow and code in (0, 1):
            # Once more, and longer: the machine may have done something else, and of more it is a smaller part.
            longer = []
            for count in (2 * times, 4 * times):
                write(site, {"content/it.md": start + piece * count + end})
                longer.append(min(seconds(binary, str(site))[1] for _ in range(3)) - floor)
            is_slow = longer[1] > 2.5 * longer[0]
            spent += longer
        is_large = None not in made and made[1] > 2.5 * made[0]
        told += spent[min(1, len(spent) - 1)] > 0.1
        campaign.expect(code in (0, 1) and not is_slow and not is_large,
                        f"{start!r} + {piece!r} * {times} + {end!r}: code {code}, {spent}, {made}")
    campaign.finish(f"; {told} took long enough to tell")


if __name__ == "__main__":
    main()
