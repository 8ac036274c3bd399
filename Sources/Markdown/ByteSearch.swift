import Glibc

extension UnsafeBufferPointer where Element == UInt8 {
  /// Returns where `byte` first stands at `start` or after it, at the speed of `memchr`.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, start < count,
      let found = memchr(base + start, CInt(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: found)
  }

  /// Whether `part` stands at `start`.
  func hasPrefix(_ part: StaticString, at start: Int) -> Bool {
    guard let base = baseAddress, start >= 0, part.utf8CodeUnitCount <= count - start else {
      return false
    }
    return memcmp(base + start, part.utf8Start, part.utf8CodeUnitCount) == 0
  }

  /// Whether `part` stands somewhere; its byte at `rare` is the one to look for first.
  func holds(_ part: StaticString, rare: Int) -> Bool {
    var from = 0
    while let index = firstIndex(of: part.utf8Start[rare], from: from) {
      if hasPrefix(part, at: index - rare) { return true }
      from = index + 1
    }
    return false
  }

  /// Whether the bytes are those of `other`.
  func equals(_ other: Self) -> Bool {
    guard count == other.count else { return false }
    guard let base = baseAddress, let otherBase = other.baseAddress else { return true }
    return memcmp(base, otherBase, count) == 0
  }
}
