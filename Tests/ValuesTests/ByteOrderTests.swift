import Testing
import Values

struct ByteOrderTests {
  @Test func `a beginning comes before what it begins, and a text not before itself`() {
    #expect("".precedes("a"))
    #expect("a".precedes("a/b"))
    #expect(!"a/b".precedes("a"))
    #expect(!"a".precedes("a"))
    #expect(!"".precedes(""))
  }

  @Test func `the order is that of the bytes for short and long texts and letters beyond ASCII`() {
    // One letter in two spellings, a letter above U+FFFF, texts of 15 bytes and more.
    let texts = [
      "", "a", "A", "z", "\u{E9}", "e\u{301}", "\u{1D11E}", "\u{FFFD}", "content/pages/a.md",
      "content/pages/\u{E9}.md", "content/pages.md", "content/pages/a.md2", "123456789012345",
      "1234567890123456",
    ]
    for left in texts {
      for right in texts {
        #expect(
          left.precedes(right) == Array(left.utf8).lexicographicallyPrecedes(Array(right.utf8)),
          "\(left) and \(right)")
      }
    }
  }
}
