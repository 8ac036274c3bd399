import CCrypto

/// Where what libcrypto computes a SHA-256 with lies, which is never freed; looked up once, as that takes as long as the digest of
/// 400 bytes.
private let algorithmAddress = UInt(bitPattern: EVP_MD_fetch(nil, "SHA2-256", nil))

private var algorithm: OpaquePointer? { OpaquePointer(bitPattern: algorithmAddress) }

/// The SHA-256 of bytes.
///
/// It lies where it is kept, without memory of its own: there are a few of each source.
package struct SHA256: Sendable, Hashable {
  private var parts = Parts()

  /// Its bytes in words, which need no more alignment than those.
  private struct Parts: Sendable, Hashable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var fourth: UInt64 = 0
  }

  /// The 32 bytes of the digest.
  package var bytes: [UInt8] { withBytes { Array($0) } }

  /// Computes the digest of `data`.
  package init(of data: [UInt8]) {
    self = data.withUnsafeBytes { SHA256(of: $0) }
  }

  /// Computes the digest of bytes that are lent for the call.
  package init(of data: UnsafeRawBufferPointer) {
    self.init(writtenBy: { digest in
      var length: UInt32 = 0
      // Fails only without memory or without the algorithm, which libcrypto always has.
      _ = EVP_Digest(data.baseAddress, data.count, digest, &length, algorithm, nil)
    })
  }

  /// Takes what `write` writes, 32 bytes.
  fileprivate init(writtenBy write: (UnsafeMutablePointer<UInt8>?) -> Void) {
    withUnsafeMutableBytes(of: &parts) { write($0.assumingMemoryBound(to: UInt8.self).baseAddress) }
  }

  /// Takes the bytes of a digest that was kept; `nil` where they are not 32.
  package init?(kept bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    withUnsafeMutableBytes(of: &parts) { $0.copyBytes(from: bytes) }
  }

  /// Lends the 32 bytes for the call.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withUnsafeBytes(of: parts, body)
  }

  /// The digest in lower-case hexadecimal, 64 characters.
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The digest in base 64, as `integrity` attributes want it after `sha256-`.
  package var base64: String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let bytes = bytes
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let group = (0..<3).map { index + $0 < bytes.count ? Int(bytes[index + $0]) : 0 }
      let bits = group[0] << 16 | group[1] << 8 | group[2]
      for shift in [18, 12, 6, 0] { text.append(alphabet[bits >> shift & 63]) }
      index += 3
    }
    let padding = index - bytes.count
    text.replaceSubrange(
      (text.count - padding)..., with: repeatElement(UInt8(ascii: "="), count: padding))
    return String(decoding: text, as: UTF8.self)
  }
}

/// Computes one digest of bytes that come in parts.
package struct SHA256Stream: ~Copyable {
  private let context: OpaquePointer?

  /// Starts with no bytes.
  package init() {
    context = EVP_MD_CTX_new()
    _ = EVP_DigestInit_ex(context, algorithm, nil)
  }

  deinit {
    EVP_MD_CTX_free(context)
  }

  /// Adds the next bytes, which are lent for the call.
  package mutating func add(_ part: UnsafeRawBufferPointer) {
    _ = EVP_DigestUpdate(context, part.baseAddress, part.count)
  }

  /// Returns the digest of all bytes added.
  package consuming func finish() -> SHA256 {
    SHA256(writtenBy: { _ = EVP_DigestFinal_ex(context, $0, nil) })
  }
}
