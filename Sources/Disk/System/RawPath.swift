import Glibc

/// A name or relative path as the system has it: bytes that need not be UTF-8.
struct RawPath: Sendable {
  /// The bytes with the NUL that ends them, as system calls take them.
  private(set) var terminated: [CChar]

  /// Copies bytes, none of which is NUL.
  init(_ bytes: Slice<UnsafeRawBufferPointer>) {
    terminated = [CChar](unsafeUninitializedCapacity: bytes.count + 1) { buffer, count in
      UnsafeMutableRawBufferPointer(buffer).copyBytes(from: bytes)
      buffer[bytes.count] = 0
      count = bytes.count + 1
    }
  }

  /// Takes over text without NUL.
  init(_ text: String) {
    terminated = Array(text.utf8CString)
  }

  /// The empty path, to append to.
  init() {
    terminated = [0]
  }

  /// The path as text, where a byte that is not UTF-8 has become U+FFFD.
  var text: String {
    terminated.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { String(cString: $0) } ?? ""
    }
  }

  /// Returns the two after each other, with nothing between.
  static func + (left: RawPath, right: RawPath) -> RawPath {
    var path = left
    path.terminated.removeLast()
    path.terminated += right.terminated
    return path
  }

  /// Returns the path of a folder, which ends with `/`, so that names can be appended to it.
  var asFolder: RawPath {
    var path = self
    path.terminated[path.terminated.count - 1] = CChar(bitPattern: UInt8(ascii: "/"))
    path.terminated.append(0)
    return path
  }

  /// Whether the bytes come before those of `other`.
  func precedes(_ other: RawPath) -> Bool {
    strcmp(terminated, other.terminated) < 0
  }

  /// Whether this text stands in it, byte for byte.
  func holds(_ text: String) -> Bool {
    strstr(terminated, text) != nil
  }

  /// Whether it is this text, byte for byte.
  func isEqual(to text: String) -> Bool {
    strcmp(terminated, text) == 0
  }
}
