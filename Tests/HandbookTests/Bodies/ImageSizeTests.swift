import Testing

@testable import Handbook

private func size(_ bytes: [UInt8]) -> String? {
  ImageSize(bytes).map { "\($0.width)x\($0.height)" }
}

private let png: [UInt8] =
  [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 2,
    0, 0, 0, 3,
  ]
private let gif: [UInt8] = Array("GIF89a".utf8) + [0x02, 0x01, 0x03, 0x00]
private let jpeg: [UInt8] = [
  0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 9, 9, 0xFF, 0xC4, 0, 3, 7, 0xFF, 0xC2, 0, 17, 8, 1, 2, 3, 4, 3, 1,
]

private func webP(_ form: String, _ rest: [UInt8]) -> [UInt8] {
  Array("RIFF\u{0}\u{0}\u{0}\u{0}WEBP\(form)".utf8) + rest
}

@Test func `the size of an image is read from its first bytes`() {
  #expect(size(png) == "258x3")
  #expect(size(gif) == "258x3")
  #expect(size(jpeg) == "772x258")
  #expect(size(webP("VP8X", [10, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 2, 0, 0])) == "258x3")
  #expect(size(webP("VP8 ", [0, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A, 2, 0x41, 3, 0x80])) == "258x3")
  #expect(size(webP("VP8L", [0, 0, 0, 0, 0x2F, 0x01, 0x81, 0, 0, 0, 0, 0, 0, 0])) == "258x3")
}

@Test func `anything else has no size, and no part of an image traps`() {
  for image in [
    png, gif, jpeg, webP("VP8X", Array(repeating: 1, count: 14)),
    webP("VP8?", Array(repeating: 1, count: 14)),
  ] {
    for length in 0..<image.count { _ = ImageSize(Array(image[..<length])) }
  }
  #expect(size([]) == nil)
  #expect(size(Array("not an image".utf8)) == nil)
  #expect(size(Array(png[..<16]) + [0, 0, 0, 0, 0, 0, 0, 3]) == nil)
}

@Test func `random bytes behind an image's mark trap nowhere`() {
  var random = Random(seed: 12)
  for start in [
    [0x89, 0x50, 0x4E, 0x47], Array("GIF8".utf8), [0xFF, 0xD8, 0xFF],
    Array("RIFF....WEBPVP8L".utf8),
  ] {
    for _ in 0..<1000 {
      let rest = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
        Bool.random(using: &random) ? 0xFF : UInt8.random(in: 0...255, using: &random)
      }
      if let size = ImageSize(start + rest) { #expect(size.width > 0 && size.height > 0) }
    }
  }
}

@Test func `an image of the site carries its size`() async throws {
  let sources = MemorySources([
    "content/index.md": Array("![x](/assets/x.png) ![y](y.gif)\n".utf8), "assets/x.png": png,
    "content/y.gif": gif,
    "content/z.png": [1],
  ])
  let html = try #require(try await build(sources).files["index.html"])
  #expect(html.contains("<img src=\"/assets/x.png\" alt=\"x\" width=\"258\" height=\"3\""))
  #expect(html.contains("<img src=\"/y.gif\" alt=\"y\" width=\"258\" height=\"3\""))
}
