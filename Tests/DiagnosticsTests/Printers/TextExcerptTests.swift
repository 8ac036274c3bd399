import Diagnostics
import Testing

private func finding(
  _ text: String, _ range: SourceRange, path: String = "content/index.md",
  message: String = "no page",
  help: String? = nil, since: String? = nil, notes: [Diagnostic.Note] = []
) -> Diagnostic {
  Diagnostic(
    "broken-link", .error, at: Place(SourceFile(path: path, text: text), range), message,
    help: help,
    since: since, notes: notes)
}

private func printed(_ finding: Diagnostic) -> String { TextPrinter().print(finding) }

@Test func `a finding is printed with its line, a caret under it and what instead`() {
  let place = Place(SourceFile(path: "content/b.md", text: "x\ny"), 2..<3)
  let text = printed(
    finding(
      "One\nSee [it](/x/).\n", 13..<16, help: "did you mean '/y/'?", since: "2026-06-30",
      notes: [Diagnostic.Note("the other one", at: place)]))
  #expect(
    text == """
      content/index.md:2:10: error: no page [broken-link]
        See [it](/x/).
                 ^^^
        since: 2026-06-30
        content/b.md:2:1: note: the other one
        help: did you mean '/y/'?

      """)
}

@Test func `a place without text is printed without a line`() {
  #expect(printed(finding("", 0..<0)) == "content/index.md:1:1: error: no page [broken-link]\n")
  #expect(
    printed(finding("a\n\nb", 2..<2)) == "content/index.md:2:1: error: no page [broken-link]\n")
}

@Test func `a place without width, or at the line's end, has one caret`() {
  #expect(printed(finding("abc", 1..<1)).hasSuffix("  abc\n   ^\n"))
  #expect(printed(finding("abc\n", 3..<3)).hasSuffix("  abc\n     ^\n"))
}

@Test func `a place of several lines is marked to the end of its first`() {
  #expect(printed(finding("abc\r\ndef", 1..<7)).hasSuffix("  abc\n   ^^\n"))
}

@Test func `a long line is cut round its caret`() {
  for target in [0, 30, 200, 500, 999] {
    let text =
      String(repeating: "a", count: target) + "X" + String(repeating: "b", count: 999 - target)
    let lines = printed(finding(text, target..<target + 1)).split(separator: "\n")
    #expect(lines[1].count <= 162)
    let caret = lines[2].firstIndex(of: "^").map {
      lines[2].distance(from: lines[2].startIndex, to: $0)
    }
    #expect(caret.map { lines[1][lines[1].index(lines[1].startIndex, offsetBy: $0)] } == "X")
  }
}

@Test(arguments: ["a", "é", "中", "\u{1F9ED}"])
func `of a line of thousands of letters what is shown is whole, in any script`(letter: String) {
  let size = letter.utf8.count
  for (before, after) in [(3000, 3000), (0, 3000), (3000, 0), (39, 3000), (3000, 100)] {
    let text =
      String(repeating: letter, count: before) + "X" + String(repeating: letter, count: after)
    let lines = printed(finding(text, before * size..<before * size + 1)).split(separator: "\n")
    let shown = lines[1].dropFirst(2)
    #expect(shown.count == 160)
    #expect(Set(shown).subtracting(["X", "…"]) == [Character(letter)])
    #expect(
      shown.firstIndex(of: "X") == shown.index(shown.startIndex, offsetBy: lines[2].count - 3))
    #expect((shown.first == "…") == (before > 40) && (shown.last == "…") == (after > 119))
  }
}

@Test func `the caret of a long mark does not run beyond a cut line`() {
  let lines = printed(finding(String(repeating: "a", count: 1000), 10..<990)).split(separator: "\n")
  #expect(lines[2].count <= lines[1].count)
}

@Test func `carets stand under what is meant, whatever stands before`() {
  #expect(printed(finding("\té中x", 6..<7)).hasSuffix("   é中x\n     ^\n"))
}

@Test func `nothing that a file, its name or a message holds can steer a terminal`() {
  let hostile = "\u{1B}[31m\u{202E}\u{2066}\u{7F}\u{9B}\u{FEFF}\u{0}\u{200F}\u{2028}\u{61C}"
  let file = SourceFile(path: "content/\(hostile).md", text: "a\(hostile)b")
  let text = printed(
    Diagnostic(
      "broken-link", .error, at: Place(file, 0..<1), hostile, help: hostile,
      notes: [Diagnostic.Note(hostile, at: Place(file, 0..<1))]))
  let steering = text.unicodeScalars.filter {
    $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value)
      || $0.properties.generalCategory == .format || $0.value == 0x2028
  }
  #expect(steering.isEmpty, "\(steering.map { String($0.value, radix: 16) })")
  #expect(text.split(separator: "\n").count == 5)
}

@Test func `random bytes and places print without end or trap`() {
  var state: UInt64 = 42
  func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  for _ in 0..<500 {
    let bytes = (0..<random(400)).map { _ in UInt8(random(256)) }
    let start = random(420)
    let place = Place(SourceFile(path: "a", bytes: bytes), start..<start + random(60))
    let text = TextPrinter().print(Diagnostic("r", .warning, at: place, "m"))
    #expect(text.hasPrefix("a:") && text.hasSuffix("\n"))
  }
}

@Test func `a place is clamped to its file`() {
  let file = SourceFile(path: "a", text: "abc")
  #expect(Place(file, 1..<9).range == 1..<3)
  #expect(Place(file, 5..<9).range == 3..<3)
  #expect(Place(file, -4..<2).range == 0..<2)
}
