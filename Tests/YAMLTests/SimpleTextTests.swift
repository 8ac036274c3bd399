import Diagnostics
import Testing

@testable import YAML

/// What libyaml says of a text, or what is read without it, a part a line; `nil` where the text is no YAML or not simple.
private func parts(_ text: String, byLibYAML: Bool) -> [String]? {
  Array(text.utf8).withUnsafeBufferPointer { bytes in
    if !byLibYAML { return SimpleText.events(of: bytes, at: 7).map { $0.map(line) } }
    guard var parser = LibYAML(bytes, at: 7) else { return nil }
    var lines: [String] = []
    while let event = try? parser.next() {
      switch event.kind {
      case .endOfText: return lines
      case .documentStart: continue
      default: lines.append(line(event))
      }
    }
    return nil
  }
}

private func line(_ event: LibYAML.Event) -> String {
  "\(event.kind) \(event.range) \(event.isMultiline) \(event.hasProperties)"
}

@Suite("Simple text")
struct SimpleTextTests {
  @Test(
    "is read as libyaml reads it",
    arguments: [
      "title: Roles\n",
      "title:   Roles and rights  \n\n# why\norder: 9\n",
      "a: \"one: two # three\"\nb: 'say \"so\"'\n",
      "tags: [a, \"b, c\", d e , 'f']\nempty: []\n",
      "users:\n  - one\n  - \"two: 2\"\n\n# done\nnext: 1\n",
      "users:\n   -   one\n   - two",
      "date: 2026-06-30\nurl: /a/b/#c\ntime: 12:30\nhow: a - b, c [d] {e} ? & * !\n",
    ])
  func simple(text: String) {
    let text = text.hasSuffix("\n") ? text : text + "\n"
    #expect(parts(text, byLibYAML: false) != nil)
    #expect(parts(text, byLibYAML: false) == parts(text, byLibYAML: true))
  }

  @Test(
    "is not what libyaml may read otherwise",
    arguments: [
      "", "\n", "# nothing\n", "title: Roles", "title:\n", "title: |\n  Roles\n",
      "title: Roles\n  and rights\n",
      "title: a: b\n", "title: a #b\n", "title: é\n", "title: a\tb\n", "title: a\r\n",
      "title: \"a\\n\"\n", "title: 'a''b'\n",
      "title: \"a\" b\n", "title: &a b\n", "title: *a\n", "title: !a b\n", "title: - a\n",
      "title: ? a\n",
      "title: {a: b}\n", "title: [a: b]\n", "title: [a,]\n", "title: [a\n", "title: [[a]]\n",
      "title: [a, ]\n", "title: [a?]\n",
      "users:\n- a\n", "users:\n  a: b\n", "users:\n  - a: b\n", "users:\n  - a\n - b\n",
      "users:\n  - a\n    - b\n",
      "users:\n  - a\n\n  - b\n", "users:\n  -\n", "users:\n  - - a\n", " title: Roles\n",
      "--- \ntitle: Roles\n",
      "title: Roles\n---\n", "title: Roles\n...\n", "title Roles\n", "<<: a\n", "- a\n",
      "title:Roles\n",
      String(repeating: "a", count: 1025) + ": b\n",
    ])
  func notSimple(text: String) {
    #expect(parts(text, byLibYAML: false) == nil)
  }

  @Test("of random pieces is read as libyaml reads it, or not at all", arguments: 0..<8)
  func random(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "a", "b-c", "key", "title", ": ", ":", "\n", "\n", "\n  - ", "\n  - ", "\n- ", " ", "  ", "#",
      " # ", "\"", "'", "\"x y\"", "'z'",
      "[", "]", ", ", ",", "[a, b]", "1", "2026-06-30", "/a/b", "-", "- ", ".", "?", "{", "}", "&",
      "*", "!", "|", ">", "%", "@", "`", "~",
      "é", "\t", "\\", "<<", "...", "---", "\nkey: ", "\nnext: [", "\nlist:\n  - ", "\r",
    ]
    var read = 0
    for _ in 0..<4000 {
      var text = "k: "
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        text += pieces.randomElement(using: &random) ?? ""
      }
      text += "\n"
      guard let simple = parts(text, byLibYAML: false) else { continue }
      read += 1
      #expect(simple == parts(text, byLibYAML: true), "\(text.debugDescription)")
    }
    #expect(read > 100)
  }
}
