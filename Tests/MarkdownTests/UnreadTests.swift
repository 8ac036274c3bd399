import Markdown
import Testing

/// What is written like a link, a footnote, a heading or a list, and is read as text.
@Suite struct UnreadTests {
  /// Each remark: what it marks, what it says, and what helps.
  private func remarks(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return rendered(text).remarks.map { remark in
      "\(String(decoding: bytes[remark.range], as: UTF8.self)) | \(remark.message) | \(remark.help)"
    }
  }

  @Test(arguments: [
    ("[m][nope]", "[m][nope]", "nothing says where '[nope]' leads"),
    ("an [m][] b", "[m][]", "nothing says where '[m]' leads"),
    ("> - ![pic][p]", "![pic][p]", "nothing says where '[p]' leads"),
    ("| a |\n|---|\n| [m][nope] |", "[m][nope]", "nothing says where '[nope]' leads"),
    ("text[^2]", "[^2]", "there is no '[^2]: …'"),
    ("[bb] (services/a.md)", "[bb] (services/a.md)", "a space stands between"),
    ("[bb] (/a/)", "[bb] (/a/)", "a space stands between"),
    ("(services/a.md)[bb]", "(services/a.md)[bb]", "its address stands before its words"),
    ("see (https://a.example)[bb]", "(https://a.example)[bb]", "its address stands before"),
    ("[a](b.md “T”)", "[a](b.md “T”)", "its title stands in curly quotes"),
    ("[a](b ‘T’)", "[a](b ‘T’)", "its title stands in curly quotes"),
    ("[a](b c.md)", "[a](b c.md)", "its address has a space"),
    ("[a](b/c", "[a](b/c", "its address has no end"),
    ("[m][nope] before [^a b]", "[m][nope]", "nothing says where '[nope]' leads"),
    ("[^a b]\n> and\n> [m][nope]", "[m][nope]", "nothing says where '[nope]' leads"),
  ])
  func `what looks like a link and is none is told of`(text: String, marked: String, why: String) {
    let remarks = remarks(text + "\n")
    #expect(remarks.count == 1, "\(remarks)")
    #expect(remarks.first?.hasPrefix(marked + " | this is no ") == true, "\(remarks)")
    #expect(remarks.first?.contains(why) == true, "\(remarks)")
  }

  @Test(arguments: [
    "[m][yes] [yes][] [^1]\n\n[yes]: /a/\n\n[^1]: Words.", "\\[m][nope]", "[m\\][nope]",
    "[m]\\[nope]", "`[m][nope] [^2] (a.md)[b]`", "list[0][1] and a[i][j]", "as shown [1][2]",
    "[ ][ ]", "\\[^2]", "[bb] (and others)", "[bb] (and/or)", "(see there)[1]", "f(x)[0]",
    "- [x] (see a.md)", "    [m][nope]", "[a](b.md \"T\")", "[not a link]", "[a-z] [^ a]",
  ])
  func `brackets that are meant as brackets are left alone`(text: String) {
    #expect(remarks(text + "\n") == [])
  }

  @Test(arguments: [
    ("| a | b |\n|---|---|\n| 1 | 2 | lost |", "lost"),
    ("| a | b |\n|---|---|\n| `x|y` | never do this |", "never do this"),
    ("> a | b\n> -|-\n> 1 | 2 | lost | too", "lost | too"),
    ("- | a |\n  |---|\n  | \\| 1 | lost |", "lost"),
    ("| a |\n|---|\n1 \\\\| lost", "lost"),
  ])
  func `what stands behind the last column of a table is told of`(text: String, marked: String) {
    let remarks = remarks(text + "\n")
    #expect(remarks.count == 1, "\(remarks)")
    #expect(
      remarks.first?.hasPrefix(marked + " | readers do not see this: the table has") == true,
      "\(remarks)")
  }

  @Test(arguments: [
    "| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n-|-\n1 | 2", "| a |\n|---|\n| 1 \\| 2 |",
    "| a |\n|---|\n| 1 | |", "> | a |\n> |---|\n> | 1 |", "| a | b |\n|---|---|\n| 1",
    "| a |\n|---|\n| `\\|` |",
  ])
  func `rows with no more cells than columns are left alone`(text: String) {
    #expect(remarks(text + "\n") == [])
  }

  @Test(arguments: [
    ("Text.\n\n[^lost]: Ask first.", "[^lost]: Ask first.", "nothing refers to '[^lost]'"),
    ("- Text.\n\n  [^lost]: Ask first.\n", "  [^lost]: Ask first.", "nothing refers to '[^lost]'"),
    ("a[^1]\n\n[^1]: One.\n\n[^1]: Two.", "[^1]: Two.", "another has the label '[^1]'"),
    ("a[^1]\n\n[^1]: One.\n\n[^2]: Two[^1].", "[^2]: Two[^1].", "nothing refers to '[^2]'"),
  ])
  func `a footnote that readers do not see is told of`(text: String, marked: String, why: String) {
    let remarks = remarks(text)
    #expect(remarks.count == 1, "\(remarks)")
    #expect(
      remarks.first?.hasPrefix("\(marked) | readers do not see this footnote: \(why)") == true,
      "\(remarks)")
  }

  @Test(arguments: [
    "a[^1] and b[^B]\n\n[^1]: One[^3].\n\n[^b]: Two.\n\n[^3]: Three.",
    "`[^1]: code`\n\n    [^2]: code",
    "```\n[^1]: code\n```",
  ])
  func `footnotes that are read, and code, are left alone`(text: String) {
    #expect(remarks(text) == [])
  }

  @Test(arguments: [
    ("##\u{A0}Heading", "##\u{A0}", "heading"), ("- a\n\n-\u{A0}item", "-\u{A0}", "item of a list"),
    ("> text\n> *\u{A0}item", "*\u{A0}", "item of a list"),
    ("1.\u{A0}One\n2.\u{A0}Two", "1.\u{A0}", "item of a list"),
    ("##Heading", "##", "heading"), ("#Getting started", "#", "heading"),
    ("text\n\n  ###Éa", "###", "heading"),
  ])
  func `a heading or item without a space is told of`(text: String, marked: String, name: String) {
    let remarks = remarks(text + "\n")
    #expect(remarks.count == 1, "\(remarks)")
    #expect(
      remarks.first?.hasPrefix(marked + " | this is no \(name): no space") == true, "\(remarks)")
  }

  @Test(arguments: [
    "#5 is done", "#general", "#general is our channel", "#Handbook", "#Ask us.", "\\##Heading",
    "`##a`", "    ##a", "-5 degrees", "*emphasis*", "+49 30", "1.5 hours", "24.\u{A0}June",
    "1.\u{A0}May is a holiday\nhere", "a\u{A0}b", "#######a", "Text\n#Tag one", "**a**", "1.", "#",
  ])
  func `what is no heading and no list is left alone`(text: String) {
    #expect(remarks(text + "\n").filter { $0.contains("this is no") } == [])
  }
}
