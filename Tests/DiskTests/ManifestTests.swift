import Digest
import Testing

@testable import Disk

/// The list of an output's files.
struct ManifestTests {
  func text(_ manifest: Manifest) -> String {
    String(decoding: manifest.bytes, as: UTF8.self)
  }

  @Test func `an empty output has the first line alone`() {
    #expect(text(Manifest()) == "handbook output 1\n")
    #expect(Manifest.paths(in: Manifest().bytes) == [])
  }

  @Test func `files are sorted by the bytes of their paths`() {
    var manifest = Manifest()
    for path in ["b", "a/b", "ä", "a.html", "B", "a b"] { manifest.add(path, nil) }
    #expect(
      text(manifest) == """
        handbook output 1
        -  B
        -  a b
        -  a.html
        -  a/b
        -  b
        -  ä

        """)
  }

  @Test func `a digest stands before its path`() {
    var manifest = Manifest()
    manifest.add("index.html", SHA256(of: Array("x".utf8)))
    #expect(
      text(manifest) == """
        handbook output 1
        2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  index.html

        """)
  }

  @Test(arguments: 1...20)
  func `the paths that went in come out`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let letters = ["a", " ", "  ", "-", "é", "～", ".", "/", "0", "\u{2028}"]
    var manifest = Manifest()
    var paths: Set<String> = []
    for _ in 0..<50 {
      let path = "p" + (0...random.below(12)).map { _ in letters[random.below(10)] }.joined()
      guard paths.insert(path).inserted else { continue }
      manifest.add(path, random.below(2) == 0 ? nil : SHA256(of: Array(path.utf8)))
    }
    #expect(Manifest.paths(in: manifest.bytes) == paths)
  }

  @Test(arguments: ["", "x", "handbook output 1\n\n\nabc\n-\n-  \n", "handbook output 1\n \n"])
  func `a damaged list names no file and does not trap`(text: String) {
    #expect(Manifest.paths(in: Array(text.utf8)).subtracting([""]) == [])
  }
}
