#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Searches in bytes.
enum Bytes {
  /// Bytes as they lie in memory, of a text or an array that stays meanwhile.
  typealias View = UnsafeBufferPointer<UInt8>

  /// The bytes of a text, copied at once, which an array of its view is not.
  static func of(_ text: String) -> [UInt8] {
    text.withBytes { Array($0) }
  }

  /// The text with ASCII letters in lower case.
  static func lowered(_ text: String) -> String {
    text.withBytes { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { result in
        for index in 0..<bytes.count { result[index] = bytes[index].lowered }
        return bytes.count
      }
    }
  }

  /// The first place from `start` on where `part` stands in `bytes`; an empty part stands everywhere.
  static func firstIndex(of part: View, in bytes: View, from start: Int) -> Int? {
    guard let first = part.first, let wanted = part.baseAddress else {
      return start <= bytes.count ? start : nil
    }
    var position = start
    let last = bytes.count - part.count
    while position <= last {
      guard let hit = firstIndex(of: first, in: bytes, from: position), hit <= last,
        let base = bytes.baseAddress
      else { return nil }
      if memcmp(base + hit, wanted, part.count) == 0 { return hit }
      position = hit + 1
    }
    return nil
  }

  /// The first place from `start` on where `byte` stands in `bytes`.
  static func firstIndex(of byte: UInt8, in bytes: View, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let hit = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
  }

  /// The last place where `part` stands in `bytes`.
  static func lastIndex(of part: View, in bytes: View) -> Int? {
    guard bytes.count >= part.count else { return nil }
    var position = bytes.count - part.count
    while position >= 0 {
      if bytes[position..<position + part.count].elementsEqual(part) { return position }
      position -= 1
    }
    return nil
  }

  /// How often `part`, which must not be empty, stands in `text`, one behind the other.
  static func count(of part: String, in text: String) -> Int {
    part.withBytes { part in
      text.withBytes { text in
        var (count, start) = (0, 0)
        while let place = firstIndex(of: part, in: text, from: start) {
          (count, start) = (count + 1, place + part.count)
        }
        return count
      }
    }
  }

  /// Where the character with the number `number`, from 0, begins in UTF-8 text; `nil` when there
  /// are no more.
  static func start(ofCharacter number: Int, in text: View) -> Int? {
    var found = -1
    for (offset, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
      found += 1
      if found == number { return offset }
    }
    return nil
  }

  /// The order of two texts by their bytes: below 0, 0 or above.
  static func order(_ left: String, _ right: String) -> Int {
    left.withBytes { left in
      right.withBytes { right in
        let common = min(left.count, right.count)
        guard common > 0, let first = left.baseAddress, let second = right.baseAddress else {
          return left.count - right.count
        }
        let order = memcmp(first, second, common)
        return order == 0 ? left.count - right.count : Int(order)
      }
    }
  }

  /// Whether two texts have the same bytes; Swift finds more texts equal, but none of those unequal.
  static func areSame(_ left: String, _ right: String) -> Bool {
    left == right && order(left, right) == 0
  }
}

extension String {
  /// Gives `work` the bytes of the text without copying them.
  func withBytes<Result>(_ work: (Bytes.View) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(work) { return result }
    return Array(utf8).withUnsafeBufferPointer(work)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether all are ASCII.
  var isASCII: Bool { reduce(0, |) < 0x80 }
}
