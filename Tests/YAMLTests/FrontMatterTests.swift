import Diagnostics
import Testing

@testable import YAML

@Suite struct FrontMatterTests {
  /// What stands between the fences, and the body; the findings in place of both when there are any.
  private func split(_ text: String) -> String {
    let file = file(text)
    let split = FrontMatter.split(file)
    guard split.diagnostics.isEmpty else { return printed(split.diagnostics) }
    func part(_ range: SourceRange) -> String {
      String(decoding: file.bytes[range], as: UTF8.self)
    }
    let yaml = split.value.yaml.map(part) ?? "none"
    return "\(yaml)|\(part(split.value.bodyStart..<file.bytes.count))"
  }

  @Test func `front matter stands between fences`() {
    #expect(split("---\ntitle: a\n---\n# Body\n") == "title: a\n|# Body\n")
  }

  @Test func `three dots close it too`() {
    #expect(split("---\na: 1\n...\nBody\n---\n") == "a: 1\n|Body\n---\n")
  }

  @Test func `blanks may follow a fence`() {
    #expect(split("--- \t\na: 1\n---  \nBody") == "a: 1\n|Body")
  }

  @Test func `it may be empty`() {
    #expect(split("---\n---\nBody\n") == "|Body\n")
  }

  @Test func `the body may be empty`() {
    #expect(split("---\na: 1\n---") == "a: 1\n|")
  }

  @Test(arguments: ["\r\n", "\r"])
  func `lines may end otherwise`(end: String) {
    let text = ["---", "a: 1", "---", "Body", ""].joined(separator: end)
    #expect(split(text) == "a: 1\(end)|Body\(end)")
  }

  @Test func `a byte order mark may come first`() {
    #expect(split("\u{FEFF}---\na: 1\n---\nBody") == "a: 1\n|Body")
    #expect(split("\u{FEFF}Body") == "none|Body")
  }

  @Test(
    arguments: [
      "", "-", "--", "Body\n---\na: 1\n---\n", "----\na\n----\n", " ---\n---\n", "---a\n---\n",
      "\n---\n---\n",
    ])
  func `a page that begins otherwise has none`(text: String) {
    #expect(split(text) == "none|\(text)")
  }

  @Test func `a longer line of hyphens closes nothing`() {
    #expect(split("---\na: |\n  ----\n ---\n---\nBody") == "a: |\n  ----\n ---\n|Body")
  }

  @Test(arguments: ["---", "---\n", "---\ntitle: a\n# Body\n", "---\na\n --- \n"])
  func `a fence that nothing closes leaves all as body`(text: String) {
    let file = file(text)
    let split = FrontMatter.split(file)
    #expect(split.value.yaml == nil)
    #expect(split.value.bodyStart == 0)
    #expect(
      printed(split.diagnostics) == """
        a.yml:1:1: error: this front matter is not closed [invalid-front-matter]
          ---
          ^^^
          help: put a line '---' behind its last line

        """)
  }

  @Test func `front matter that begins late is found, and what looks like it is none`() {
    for text in [
      " ---\ntitle: a\n---\nBody", "\n\n---\ntitle: a\n---\n", "\u{FEFF} ---\na: b\n...\n",
    ] {
      let split = FrontMatter.split(file(text))
      #expect(split.value.yaml == nil)
      #expect(
        split.diagnostics.map(\.message) == [
          "front matter begins with the first character of a file"
        ],
        "\(text)")
    }
    for text in [
      "\n---\n", "\n---\nText: and more\n", "\n---\nTwo words: a\n---\n",
      "Text\n\n---\na: b\n---\n",
      " - - -\na: b\n---\n", "\n---\n: b\n---\n",
    ] {
      #expect(FrontMatter.split(file(text)).diagnostics.isEmpty, "\(text)")
    }
  }

  @Test func `places in front matter are places in the file`() {
    let page = file("\u{FEFF}---\r\ntitel: ü\r\nb: c: d\r\n---\r\n")
    let range = FrontMatter.split(page).value.yaml ?? 0..<0
    let parsed = parseMapping(
      file: page, range: range, rule: "invalid-front-matter", limits: .frontMatter)
    #expect(parsed.value.pairs.first?.keyRange == 8..<13)
    #expect(
      printed(parsed.diagnostics) == #"""
        a.yml:3:4: error: a value with ': ' in it needs quotes [invalid-front-matter]
          b: c: d
             ^^^^
          help: write "c: d"

        """#)
  }
}
