#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Searches in bytes.
enum Bytes {
  /// The bytes of a text, copied at once, which an array of its view is not.
  static func of(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { Array($0) }
  }

  /// The text with ASCII letters in lower case.
  static func lowered(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { result in
        for index in 0..<bytes.count { result[index] = bytes[index].lowered }
        return bytes.count
      }
    }
  }

  /// The first place from `start` on where `part` stands in `bytes`; an empty part stands everywhere.
  static func firstIndex(of part: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let first = part.first else { return start <= bytes.count ? start : nil }
    guard bytes.count - start >= part.count else { return nil }
    return bytes.withUnsafeBytes { bytes in
      part.withUnsafeBytes { part in
        guard let base = bytes.baseAddress, let wanted = part.baseAddress else { return nil }
        var position = start
        let last = bytes.count - part.count
        while position <= last {
          guard let hit = memchr(base + position, Int32(first), last - position + 1) else {
            return nil
          }
          position = UnsafeRawPointer(hit) - base
          if memcmp(base + position, wanted, part.count) == 0 { return position }
          position += 1
        }
        return nil
      }
    }
  }

  /// The first place from `start` on where `byte` stands in `bytes`.
  static func firstIndex(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let hit = memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(hit) - base
    }
  }

  /// The order of two texts by their bytes: below 0, 0 or above.
  static func order(_ left: String, _ right: String) -> Int {
    var (left, right) = (left, right)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        let common = min(left.count, right.count)
        guard common > 0, let first = left.baseAddress, let second = right.baseAddress else {
          return left.count - right.count
        }
        let order = memcmp(first, second, common)
        return order == 0 ? left.count - right.count : Int(order)
      }
    }
  }

  /// The last place where `part` stands in `bytes`.
  static func lastIndex(of part: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= part.count else { return nil }
    var position = bytes.count - part.count
    while position >= 0 {
      if bytes[position..<position + part.count].elementsEqual(part) { return position }
      position -= 1
    }
    return nil
  }
}
