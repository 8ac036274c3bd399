import Diagnostics
import Testing

@testable import Handbook

/// What is taken of a branch, drawn as two sets of files.
@Suite struct UntrustedSourcesTests {
  private static let image =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 1, count: 24)

  private func change(
    base: [String: [UInt8]], branch: [String: [UInt8]],
    _ set: (inout UntrustedLimits) -> Void = { _ in }
  ) throws -> UntrustedSources {
    var limits = UntrustedLimits()
    set(&limits)
    return try UntrustedSources(
      base: MemorySources(base), branch: MemorySources(branch), within: limits)
  }

  private func told(_ sources: UntrustedSources) -> [String] {
    sources.change.findings.map {
      "\($0.place.file.path): \($0.severity) [\($0.rule)] \($0.message)"
    }
  }

  @Test func `a page that is as it was counts as the base's`() throws {
    let page = Array("# A\n".utf8)
    let sources = try change(
      base: ["content/a.md": page, "content/b.md": page],
      branch: ["content/a.md": page, "content/b.md": page + page])
    #expect(sources.change.pages == ["content/b.md"])
    #expect(told(sources) == [])
  }

  @Test func `of pages beyond their number the first is told, and none is taken`() throws {
    let sources = try change(
      base: [:],
      branch: Dictionary(uniqueKeysWithValues: (0..<5).map { ("content/\($0).md", [65]) })
    ) { $0.pages = 3 }
    #expect(sources.change.pages == ["content/0.md", "content/1.md", "content/2.md"])
    #expect(
      told(sources) == [
        "content/3.md: error [limit-exceeded] an untrusted change may have 3 pages, and this is one more"
      ])
    #expect(!sources.entries.contains { $0.path == "content/4.md" })
  }

  @Test func `a page may have as many bytes as it may, and no more`() throws {
    let page = [UInt8](repeating: 65, count: 100)
    let sources = try change(
      base: [:], branch: ["content/a.md": page, "content/b.md": page + [65]]
    ) { $0.pageBytes = 100 }
    #expect(
      told(sources) == [
        "content/b.md: error [limit-exceeded] this page has 101 bytes, and none of an untrusted change may "
          + "have more than 100"
      ])
  }

  @Test func `images have a number, a size each and a size in all`() throws {
    let (image, larger) = (Self.image, Self.image + [1])
    let branch = ["assets/a.png": image, "assets/b.png": image, "assets/c.png": larger]
    let few = try change(base: [:], branch: branch) { $0.images = 2 }
    #expect(
      told(few) == [
        "assets/c.png: error [limit-exceeded] an untrusted change may have 2 images, and this is one more"
      ])
    let small = try change(base: [:], branch: branch) { $0.imageBytes = image.count }
    #expect(
      told(small).count == 1 && told(small).first?.contains("this image has 33 bytes") == true)
    let all = try change(base: [:], branch: branch) { $0.allImageBytes = 2 * image.count }
    #expect(told(all).count == 1 && told(all).first?.contains("more than 64 bytes in all") == true)
  }

  @Test func `a finding about a text marks the line that is another`() throws {
    let sources = try change(
      base: ["site.yml": Array("title: A\nhtml: none\n".utf8)],
      branch: ["site.yml": Array("title: A\nhtml: all\n".utf8)])
    let place = try #require(sources.change.findings.first?.place)
    #expect(String(decoding: place.file.bytes[place.range], as: UTF8.self) == "all")
  }

  @Test func `files that settings name are the base's, whatever they are called`() throws {
    let base = [
      "site.yml": Array("title: A\ndata: content/data.md\n".utf8), "content/data.md": [65],
    ]
    let sources = try change(
      base: base, branch: ["site.yml": base["site.yml"] ?? [], "content/data.md": [66]])
    let entry = try #require(try sources.find("content/data.md"))
    #expect(try sources.read(entry) == [65])
    #expect(told(sources).first?.hasPrefix("content/data.md: warning [unused-change]") == true)
  }

  @Test func `what the branch took out is not there, and cannot be found`() throws {
    let sources = try change(
      base: ["content/a.md": [65], "assets/a.css": [65]], branch: [:])
    #expect(sources.entries.map(\.path) == ["assets/a.css", "site.yml"])
    #expect(try sources.find("content/a.md") == nil)
    #expect(try sources.find("assets/a.css") != nil)
  }
}
