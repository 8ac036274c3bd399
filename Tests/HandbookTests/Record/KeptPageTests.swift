import Digest
import Search
import Testing

@testable import Handbook

/// What a build keeps of a page.
struct KeptPageTests {
  private static let source = SHA256(of: [1])

  private func page() throws -> KeptPage {
    var (body, page) = (Body.empty, MadePage())
    body.anchors = ["a", "b"]
    body.targets = [2, 0]
    body.fragmentLinks = [
      FragmentLink(target: 1, fragment: "x", file: "content/a.md", range: 3..<9),
      FragmentLink(target: 2, fragment: "y", file: "layouts/part.html", range: 0..<1),
    ]
    body.hasOddLinks = true
    body.isTemplate = true
    body.signature = Array("Some words to be known by.".utf8).withUnsafeBufferPointer {
      TextSignature($0)
    }
    var words = WordCounter()
    words.add("words and ünlike words", in: .title)
    body.search = SearchablePage(
      url: "/a/", title: "A", group: "", sections: [.init(id: "a", heading: "H")],
      words: words.finish())
    page.isWritten = true
    page.anchors = ["top"]
    page.targets = [1]
    return try #require(KeptPage(body, page, backlinks: [2, 1]))
  }

  private func read(
    _ bytes: [UInt8], of source: SHA256? = source, pageCount: Int = 3
  ) -> KeptPage? {
    try? KeptPage(bytes, of: source, at: "content/a.md", pageCount: pageCount)
  }

  @Test func `a page is read as it was written`() throws {
    let page = try page()
    let again = try #require(read(page.bytes(of: Self.source, at: "content/a.md")))
    #expect(String(describing: again) == String(describing: page))
    #expect(again.body.search?.words.isEmpty == false)
  }

  @Test func `of another source, in a smaller site, or with any part missing it is none`() throws {
    let bytes = try page().bytes(of: Self.source, at: "content/a.md")
    #expect(read(bytes, of: SHA256(of: [2])) == nil && read(bytes, of: nil) == nil)
    #expect(read(bytes, pageCount: 2) == nil)
    for count in bytes.indices { #expect(read(Array(bytes.prefix(count))) == nil) }
    #expect(read(bytes + [0]) == nil)
  }

  @Test func `whatever stands in it, reading ends`() throws {
    let bytes = try page().bytes(of: Self.source, at: "content/a.md")
    for place in bytes.indices.dropFirst(33) {
      for byte: UInt8 in [0, 0x7F, 0x80, 0xFF] {
        var other = bytes
        other[place] = byte
        // Words that are read must have their ends: who counts them looks no further.
        _ = read(other)?.body.search?.words.isEmpty
      }
    }
  }
}
