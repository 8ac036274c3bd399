import Diagnostics
import Markdown
import Testing

/// What a text may cost, and what is refused before it costs more.
struct LimitsTests {
  private func refusal(_ text: String, _ limits: MarkdownLimits = .standard) -> Remark? {
    let page = rendered(text, limits: limits)
    guard page.remarks.map(\.rule) == ["limit-exceeded"] else { return nil }
    #expect(page.html.isEmpty && page.ids.isEmpty && page.outline.isEmpty)
    return page.remarks.first
  }

  private func lines(_ line: String, _ count: Int) -> String {
    String(repeating: line, count: count)
  }

  @Test func `a text has at most a mebibyte`() {
    #expect(refusal(lines("a\n\n", 349_525)) == nil)
    let remark = refusal(lines("a\n\n", 349_526))
    #expect(remark?.message.contains("1048578 bytes; at most 1048576") == true)
    #expect(remark?.help.contains("`text` under `limits` in site.yml") == true)
  }

  @Test(arguments: ["> ", "- ", "1. ", "+ ", "[^1]: ", ">"])
  func `blocks nest at most 32 deep on a line`(marker: String) {
    #expect(refusal(lines(marker, 32) + "a") == nil)
    let remark = refusal("x\n\n" + lines(marker, 33) + "a")
    #expect(remark?.message.hasPrefix("33 quotes and lists are nested here; at most 32") == true)
    #expect(remark?.range.lowerBound == 3)
  }

  @Test func `lists nest at most 32 deep over lines`() {
    func nested(_ depth: Int) -> String {
      (0..<depth).map { lines("  ", $0) + "- a\n" }.joined()
    }
    #expect(refusal(nested(32)) == nil)
    #expect(refusal(nested(33))?.range.count == 67)
  }

  @Test func `a thematic break and code are no nesting`() {
    #expect(refusal(lines("- ", 100)) == nil)
    #expect(refusal("> " + lines("* ", 100)) == nil)
    #expect(refusal("```\n" + lines("> ", 100) + "\n```") == nil)
    #expect(refusal("    " + lines("x ", 100)) == nil)
    #expect(refusal(lines("- ", 100) + "a") != nil)
  }

  @Test(arguments: ["a\n", "a b c d e f g\n", "*a* ", "<b>", "![[]("])
  func `a paragraph has at most 8 KiB`(part: String) {
    let count = 8192 / part.utf8.count
    #expect(refusal(lines(part, count - 1)) == nil)
    let remark = refusal("x\n\n" + lines(part, count + 2))
    #expect(remark?.message.hasPrefix("this paragraph, cell or HTML block has at least 8") == true)
    #expect(remark?.range.lowerBound == 3)
  }

  @Test func `each block counts for itself`() {
    let line = lines("a ", 400)
    #expect(refusal(lines("- \(line)\n", 100)) == nil)
    #expect(refusal(lines("1. \(line)\n", 100)) == nil)
    #expect(refusal(lines("\(line)\n\n", 100)) == nil)
    #expect(refusal("|a|\n|-|\n" + lines("|\(line)|\n", 100)) == nil)
    #expect(refusal("```\n" + lines("\(line)\n", 100) + "```\n") == nil)
    #expect(refusal(lines("    \(line)\n", 100)) == nil)
    #expect(refusal(lines("2. \(line)\n", 100).replacingFirst("2. ", "x\n2. ")) != nil)
  }

  @Test(arguments: ["# ", "<div>", "> ", "- ", "[^1]: ", "|a|\n|-|\n|"])
  func `a long line is refused in every block`(start: String) {
    #expect(refusal(start + lines("a", 9000)) != nil)
  }

  @Test func `HTML has at most 8 KiB a block`() {
    #expect(refusal("<div>\n" + lines("a\n", 4000) + "</div>") == nil)
    #expect(refusal("<div>\n" + lines("a\n", 4100) + "</div>") != nil)
    #expect(refusal("<!--\n" + lines("a\n\n", 3000) + "-->") != nil)
  }

  @Test func `what only looks like a fence hides nothing`() {
    let long = lines("*a_ ", 3000)
    #expect(refusal("<!--\n```\n-->\n\n\(long)") != nil)
    #expect(refusal("- ```\n\n\(long)") != nil)
    #expect(refusal("x\n    ```\n\n\(long)") != nil)
    #expect(refusal("``` `\n\n\(long)") != nil)
    #expect(refusal("```\n\n\(long)") == nil)
  }

  @Test func `a table has at most 64 columns`() {
    func table(_ columns: Int) -> String {
      lines("|a", columns) + "|\n" + lines("|-", columns) + "|\n"
    }
    #expect(refusal(table(64)) == nil)
    #expect(refusal(table(65))?.message.contains("columns; at most 64") == true)
    #expect(refusal(table(70_000)) != nil)
    #expect(refusal("|a|\n|-|\n" + lines("|b", 100) + "|")?.message.contains("columns") == true)
    #expect(refusal("> " + lines("|a", 100) + "|\n> |-|") != nil)
  }

  @Test func `a table has at most 20,000 cells, empty ones too`() {
    func table(_ rows: Int) -> String {
      lines("|a", 50) + "|\n" + lines("|-", 50) + "|\n" + lines("|b|\n", rows)
    }
    #expect(refusal(table(399)) == nil)
    #expect(
      refusal(table(400))?.message
        == "this table has at least 20050 cells; at most 20000 are allowed")
    #expect(refusal(table(300) + "\n" + table(300)) == nil)
  }

  @Test func `rows of dashes in one paragraph are counted`() {
    #expect(refusal("a\n" + lines("-|-|-\n-|-\n", 20)) == nil)
    #expect(refusal("a\n" + lines("-|-|-\n-|-\n", 500)) != nil)
  }

  @Test func `references expand to at most 100 KB or the text's length`() {
    func text(_ length: Int, _ uses: Int, label: String = "a") -> String {
      "[a]: /\(lines("x", length))\n\n" + lines("[\(label)]\n\n", uses)
    }
    // The definition's own label counts as one.
    #expect(refusal(text(999, 99)) == nil)
    let remark = refusal(text(999, 100))
    #expect(remark?.message.contains("expand to 101000 bytes; at most 100000") == true)
    #expect(remark?.range.count == 1)
    #expect(refusal(text(1000, 101, label: " A\u{A0}".replacingFirst("\u{A0}", ""))) != nil)
    #expect(refusal(text(1000, 101, label: "b")) == nil)
    #expect(refusal("[ẞ]: /\(lines("x", 1000))\n\n" + lines("[ss]\n\n", 101)) != nil)
    #expect(refusal(lines("[ss]\n\n", 101) + "[ẞ]: /\(lines("x", 1000))") != nil)
  }

  @Test func `the HTML is bounded too`() {
    let text = "[^1]: x\n\n" + lines(lines("[^1]", 2000) + "\n\n", 12)
    #expect(refusal(text)?.message.contains("the HTML of this text") == true)
    #expect(refusal(lines("# a\n\n", 1000)) == nil)
  }

  @Test func `limits can be raised and lowered`() {
    var limits = MarkdownLimits.standard
    limits.leafBytes = 10
    limits.nesting = 2
    #expect(refusal("a b c d e", limits) == nil)
    #expect(refusal("a b c d e f", limits) != nil)
    #expect(refusal("> > a", limits) == nil)
    #expect(refusal("> > > a", limits) != nil)
    limits.leafBytes = 20_000
    #expect(refusal(lines("a ", 9000), limits) == nil)
  }

  /// The texts that made cmark slow, at a size that any of them would need minutes for unguarded.
  @Test(arguments: [
    (">", "a*"), (" -", "a"), ("|", "-|"), ("[a]", "[a]"), ("<?", ""), ("<!A ", ""),
    ("<![CDATA[", ""),
    ("a<!--", ""), ("![[]()", ""), ("[", "]"), ("*a _b ", ""), ("a**b", "c* "), ("`a``b", ""),
    ("&", ";"),
    ("~a~~", ""), ("www.a_ ", ""), ("a@", ""), ("http://", ")"), ("[^1]", "[^1]: "),
    ("- a\n  ", "b\n"),
    ("<b a='", ""), ("[a](<", ""), ("|a", "|-"), ("\\", "["), ("# {#", "}"), ("[x]: <\n", ""),
    ("_", "__a"),
  ])
  func `no family of bad texts is let through whole`(first: String, second: String) {
    let size = 60_000
    let start = lines(first, size / first.utf8.count)
    let end = second.isEmpty ? "" : lines(second, size / second.utf8.count)
    #expect(refusal(start + end) != nil || first.contains("\n"))
    let pieces = lines(first, 7000 / first.utf8.count) + "\n\n"
    let page = rendered(lines(pieces, 8) + second)
    #expect(page.html.count <= 32 * (8 * 7002 + 10) + (1 << 20))
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, _ other: String) -> String {
    let pieces = split(separator: part, maxSplits: 1, omittingEmptySubsequences: false)
    return pieces.joined(separator: other)
  }
}
