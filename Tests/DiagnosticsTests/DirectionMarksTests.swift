import Testing

@testable import Diagnostics

@Suite struct DirectionMarksTests {
  private func found(_ text: String) -> [Diagnostic] {
    let file = SourceFile(path: "a.md", text: text)
    return file.bytes.withUnsafeBufferPointer {
      DirectionMarks.findings(in: $0, of: file, 0..<$0.count, .warning)
    }
  }

  @Test func `a mark is shown where it stands`() {
    #expect(
      found("x\nA \u{202E}cba – “b”\u{2069}").map { TextPrinter().print($0) } == [
        """
        a.md:2:3: warning: a character that nobody sees, U+202E, turns the direction of what stands behind it [direction-mark]
          A \u{FFFD}cba – “b”\u{FFFD}
            ^
          help: remove it; where a language is written from right to left, say so by an attribute 'dir'

        """,
        """
        a.md:2:13: warning: a character that nobody sees, U+2069, turns the direction of what stands behind it [direction-mark]
          A \u{FFFD}cba – “b”\u{FFFD}
                      ^
          help: remove it; where a language is written from right to left, say so by an attribute 'dir'

        """,
      ])
  }

  @Test func `these nine and no other character are found`() {
    for code: UInt32 in 0x2000...0x20FF {
      let isMark = (0x202A...0x202E).contains(code) || (0x2066...0x2069).contains(code)
      let character = Unicode.Scalar(code).map(String.init) ?? ""
      #expect(found(character).count == (isMark ? 1 : 0), "\(code)")
      #expect(found(String(repeating: character, count: 3)).count == (isMark ? 3 : 0))
    }
    #expect(found("مرحبا שלום").isEmpty)
  }

  @Test func `a text that ends within a character is read to its end`() {
    for bytes: [UInt8] in [
      [], [0xE2], [0xE2, 0x80], [0x20, 0xE2, 0x80], [0xE2, 0xE2, 0x80, 0xAE],
    ] {
      let file = SourceFile(path: "a", bytes: bytes)
      let found = bytes.withUnsafeBufferPointer {
        DirectionMarks.findings(in: $0, of: file, 0..<$0.count, .error)
      }
      #expect(found.count == (bytes.count == 4 ? 1 : 0))
    }
  }
}
