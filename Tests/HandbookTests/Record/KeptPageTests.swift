import Diagnostics
import Digest
import Markdown
import Search
import Testing
import Values

@testable import Handbook

/// What a build keeps of a page.
struct KeptPageTests {
  private static let source = SHA256(of: [1])
  private static let layout = SourceFile(path: "layouts/page.html", text: "<a href=\"/b/#x\">")

  private func page() throws -> KeptPage {
    var (body, page) = (Body.empty, MadePage())
    body.anchors = ["a", "b"]
    body.targets = [2, 0]
    body.fragmentLinks = [
      FragmentLink(target: 1, fragment: "x", file: "content/a.md", range: 3..<9),
      FragmentLink(target: 2, fragment: "y", file: "layouts/part.html", range: 0..<1),
    ]
    body.hasOddLinks = true
    body.signature = Array("Some words to be known by.".utf8).withUnsafeBufferPointer {
      TextSignature($0)
    }
    var words = WordCounter()
    words.add("words and ünlike words", in: .title)
    body.headings = [
      Heading(level: 2, id: "a", text: "H", html: Array("<i>H</i>".utf8), range: 4..<9)
    ]
    body.search = SearchablePage(
      url: "/a/", title: "A", group: "", sections: [.init(id: "a", heading: "H")],
      words: words.finish())
    page.isWritten = true
    page.body = PublishedBody(place: 2..<7, basePaths: [3], basePathLength: 2)
    page.anchors = ["top"]
    page.targets = [1]
    page.fragments = [
      PlacedFragment(target: 1, fragment: "x", place: Place(Self.layout, 9..<14))
    ]
    return try #require(KeptPage(body, page, backlinks: [2, 1]))
  }

  private func read(
    _ bytes: [UInt8], of source: SHA256? = source, pageCount: Int = 3
  ) -> KeptPage? {
    try? KeptPage(bytes, of: source, at: "content/a.md", pageCount: pageCount) {
      $0 == Self.layout.path ? Self.layout : nil
    }
  }

  @Test func `a page is read as it was written`() throws {
    let page = try page()
    let again = try #require(read(page.bytes(of: Self.source, at: "content/a.md")))
    let body = try #require(try again.body(in: Array("<p>/babc".utf8)))
    var expected = page.body
    expected.html = HTML(Array(">ab".utf8), isBody: true)
    #expect(String(describing: body) == String(describing: expected))
    #expect(throws: RecordReader.Unreadable.self) { try again.body(in: Array("<p>/ba".utf8)) }
    #expect(again.page.anchors == page.page.anchors && again.page.targets == page.page.targets)
    #expect(again.page.fragments.map(\.place.range) == [9..<14])
    #expect(again.page.isWritten && again.backlinks == page.backlinks)
    #expect(body.search?.words.isEmpty == false)
  }

  @Test func `a body with Liquid in it is not taken out of its page`() throws {
    var page = try page()
    page.body.isTemplate = true
    let again = try #require(read(page.bytes(of: Self.source, at: "content/a.md")))
    #expect(try again.body(in: Array("<p>/babc".utf8)) == nil)
  }

  @Test func `of another source, in a smaller site, or with any part missing it is none`() throws {
    let bytes = try page().bytes(of: Self.source, at: "content/a.md")
    #expect(read(bytes, of: SHA256(of: [2])) == nil && read(bytes, of: nil) == nil)
    #expect(read(bytes, pageCount: 2) == nil)
    for count in bytes.indices {
      let part = read(Array(bytes.prefix(count)))
      #expect(throws: RecordReader.Unreadable.self) {
        _ = try part?.body(in: []) ?? { throw RecordReader.Unreadable() }()
      }
    }
  }

  @Test func `whatever stands in it, reading ends`() throws {
    let bytes = try page().bytes(of: Self.source, at: "content/a.md")
    for place in bytes.indices.dropFirst(33) {
      for byte: UInt8 in [0, 0x7F, 0x80, 0xFF] {
        var other = bytes
        other[place] = byte
        // Words that are read must have their ends: who counts them looks no further.
        let page = read(other)
        _ = page?.body.search?.words.isEmpty
        _ = try? page?.body(in: Array("<p>/babc".utf8))
      }
    }
  }
}
