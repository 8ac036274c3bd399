import Testing

@testable import Digest

/// A digest of bytes that come in parts.
struct SHA256StreamTests {
  @Test(arguments: [0, 1, 63, 64, 65, 1000])
  func `parts give the digest of the whole`(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    var stream = SHA256Stream()
    for part in [bytes.prefix(count / 3), bytes.dropFirst(count / 3)] {
      part.withUnsafeBytes { stream.add($0) }
    }
    #expect(stream.finish() == SHA256(of: bytes))
  }

  @Test func `no bytes give the digest of nothing`() {
    #expect(
      SHA256Stream().finish().hex
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}
