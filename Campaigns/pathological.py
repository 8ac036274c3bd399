#!/usr/bin/env python3
"""Gives the Markdown parser texts of families that are known to cost parsers seconds or gigabytes, each at several sizes.

    python3 Campaigns/pathological.py [--binary FILE] [--size 4]

A page of at most 256 KB is made within 1 s of processor time and 256 MB of memory, program and all, or it is refused with its file
and line. Ends with a line: texts tried, texts that failed, and the worst time and memory.
"""
import json

from campaign import DAY, Campaign, measured, write

# Each family: n times something, of about the number of bytes asked for.
FAMILIES = {
    "emphasis never closed": lambda n: "a **b" * (n // 5),
    "emphasis closed never opened": lambda n: "a b** " * (n // 6),
    "emphasis of both": lambda n: "*a_ " * (n // 4),
    "emphasis nested": lambda n: "*a **b " * (n // 14) + " c** d*" * (n // 14),
    "emphasis in runs": lambda n: "a" + "**" * (n // 4) + "b" + "**" * (n // 4),
    "underscores": lambda n: "_" * n,
    "strikes": lambda n: "~~a~ " * (n // 5),
    "brackets opened": lambda n: "[" * n,
    "brackets nested": lambda n: "[" * (n // 2) + "a" + "]" * (n // 2),
    "links in links": lambda n: "[a](b" * (n // 5),
    "links opened": lambda n: "[a](<b" * (n // 6),
    "images opened": lambda n: "![" * (n // 2),
    "images of nothing": lambda n: "![[]()" * (n // 6),
    "link destinations with brackets": lambda n: "[](" + "(" * n,
    "titles opened": lambda n: "[a](b \"" * (n // 7),
    "escaped": lambda n: "\\[" * (n // 2),
    "ticks of all lengths": lambda n: "".join("e" + "`" * k for k in range(1, int((2 * n) ** 0.5))),
    "ticks opened": lambda n: "`" + "``a" * (n // 3),
    "entities": lambda n: "&" * n,
    "entities that are long": lambda n: "&#x" + "1" * n + ";",
    "comments opened": lambda n: "a <!-- b " * (n // 9),
    "comments in blocks": lambda n: "<!-- a\n" * (n // 7),
    "declarations": lambda n: "<!A " * (n // 4),
    "instructions": lambda n: "<?" * (n // 2),
    "character data": lambda n: "<![CDATA[" * (n // 9),
    "tags opened": lambda n: "<a b=\"" * (n // 6),
    "tags with attributes": lambda n: "<a " + "b=c " * (n // 4) + ">",
    "closing tags": lambda n: "</a" * (n // 3),
    "quotes nested": lambda n: ">" * n + "a",
    "quotes and lists": lambda n: ">" * (n // 3) + "a*" * (n // 3),
    "quotes lazily": lambda n: "> a\n" * (n // 4) + "b\n" * 10,
    "lists nested": lambda n: "".join(" " * k + "* a\n" for k in range(int((2 * n) ** 0.5))),
    "lists in a line": lambda n: "- " * (n // 2) + "a",
    "lists and blank lines": lambda n: " -" * (n // 4) + "x" + "\n" * (n // 2),
    "lists numbered": lambda n: "1. " * (n // 3) + "a",
    "headings": lambda n: "# a\n" * (n // 4),
    "one heading": lambda n: "# " + "a " * (n // 2),
    "lines under text": lambda n: "a\n=\n" * (n // 4),
    "fences opened": lambda n: "~~~\n" * (n // 4),
    "fences of all lengths": lambda n: "".join("`" * k + "\na\n" for k in range(3, int((2 * n) ** 0.5))),
    "references defined": lambda n: "".join(f"[a{k}]: b\n" for k in range(n // 12)),
    "references used": lambda n: "[a]: " + "b" * min(n // 4, 7000) + "\n\n" + "[a]\n\n" * (n // 8),
    "references not defined": lambda n: "[a][b]" * (n // 6),
    "a label": lambda n: "[" + "a" * n + "]: b",
    "footnotes defined": lambda n: "".join(f"[^{k}]: a\n\n" for k in range(n // 13)),
    "footnotes used": lambda n: "[^a]" * (n // 5) + "\n\n[^a]: b\n",
    "footnotes in footnotes": lambda n: "".join(f"[^{k}]: [^{k + 1}]\n\n" for k in range(n // 18)),
    "a table": lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * (n // 6),
    "a table of columns": lambda n: "|" + "a|" * (n // 4) + "\n|" + "-|" * (n // 4) + "\n",
    "a table of one cell a row": lambda n: "|" + "a|" * 60 + "\n|" + "-|" * 60 + "\n" + "a\n" * (n // 2),
    "tables that are none": lambda n: "|a|\n|-\n" * (n // 7),
    "bars": lambda n: "|" * n,
    "addresses": lambda n: "www.a.b " * (n // 8),
    "addresses in one": lambda n: "http://" * (n // 7),
    "addresses with brackets": lambda n: "www.a.b" + "(" * (n // 2) + ")" * (n // 2),
    "mail": lambda n: "a@" * (n // 2),
    "mail with points": lambda n: "a@b" + ".c" * (n // 2),
    "spaces": lambda n: "a" + " " * n + "\n",
    "tabs": lambda n: "\t" * n + "a",
    "line ends": lambda n: "\r" * n,
    "marks on letters": lambda n: "a" + "\u0301" * (n // 2),
    "letters of many bytes": lambda n: "\U0001F468\u200d" * (n // 7),
    "front matter that is long": lambda n: "---\n" + "".join(f"_k{k}: v\n" for k in range(n // 9)) + "---\n",
    "front matter that is deep": lambda n: "---\n_a: " + "[" * (n // 2) + "]" * (n // 2) + "\n---\n",
    "templates opened": lambda n: "{{ a " * (n // 5),
    "tags opened in templates": lambda n: "{% if a %}" * (n // 10),
    "a template that builds": lambda n: "{% assign a = 'x' %}" + "{% assign a = a | append: a %}" * (n // 30) + "{{ a }}",
    "loops in loops": lambda n: "{% for a in (1..9) %}" * (n // 21) + "x",
}
SIZES = [4_000, 16_000, 64_000, 256_000]


def main():
    campaign = Campaign("pathological", __doc__, (4, "how many of the four sizes, the largest first"))
    site = campaign.work / "site"
    write(site, {"site.yml": "title: T\n", "content/index.md": "# Home\n\n[It](it.md)\n"})
    slowest, largest = (0, ""), (0, "")
    for name, make in FAMILIES.items():
        for size in SIZES[-int(campaign.arguments.size):]:
            write(site, {"content/it.md": make(size)})
            command = [str(campaign.binary), "check", "--site", str(site), "--as-of", DAY]
            # What is found is printed for programs and for people: a line with thousands of findings must cost neither dearly.
            runs = measured(command + ["--format", "json"]), measured(command)
            findings = json.loads(runs[0].output)["findings"] if runs[0].code in (0, 1) else []
            refused = any(f["file"] == "content/it.md" and f["line"] > 0 and f["severity"] == "error" for f in findings)
            took, held = max(run.seconds for run in runs), max(run.memory for run in runs)
            codes = {run.code for run in runs}
            holds = codes in ({0}, {1}) and took <= 1 and held <= 256 << 20 and (codes == {0} or refused)
            campaign.expect(holds, f"{name}, {size} bytes: codes {codes}, {took:.2f} s, {held >> 20} MB")
            slowest, largest = max(slowest, (took, name)), max(largest, (held, name))
    campaign.finish(f"; at most {slowest[0]:.2f} s ({slowest[1]}) and {largest[0] >> 20} MB ({largest[1]})")


if __name__ == "__main__":
    main()
