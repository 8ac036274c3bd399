/// Finds the URLs of a style sheet: in `url(…)` and `@import "…"`, outside comments and strings.
enum StyleSheetScan {
  /// Returns where the URLs stand, without quotes, in order.
  static func urls(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var position = 0
    while position < bytes.count {
      if has("/*", bytes, position) {
        position = end(of: "*/", bytes, from: position + 2)
      } else if has("url(", bytes, position) {
        let (range, next) = urlFunction(bytes, from: position + 4)
        if let range { found.append(range) }
        position = next
      } else if has("@import", bytes, position) {
        position = skipSpace(bytes, from: position + 7)
        if position < bytes.count, isQuote(bytes[position]) {
          let range = string(bytes, from: position)
          found.append(range)
          position = range.upperBound + 1
        }
      } else if isQuote(bytes[position]) {
        position = string(bytes, from: position).upperBound + 1
      } else {
        position += 1
      }
    }
    return found
  }

  private static func urlFunction(_ bytes: [UInt8], from start: Int) -> (Range<Int>?, next: Int) {
    let start = skipSpace(bytes, from: start)
    guard start < bytes.count else { return (nil, start) }
    if isQuote(bytes[start]) {
      let range = string(bytes, from: start)
      return (range, min(range.upperBound + 1, bytes.count))
    }
    var position = start
    while position < bytes.count, bytes[position] != UInt8(ascii: ")"), bytes[position] > 0x20 {
      position += 1
    }
    return (start..<position, position)
  }

  /// The inside of the string whose quote stands at `start`.
  private static func string(_ bytes: [UInt8], from start: Int) -> Range<Int> {
    var position = start + 1
    while position < bytes.count, bytes[position] != bytes[start],
      bytes[position] != UInt8(ascii: "\n")
    {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return (start + 1)..<max(start + 1, min(position, bytes.count))
  }

  private static func has(_ text: StaticString, _ bytes: [UInt8], _ position: Int) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { offset in
      let byte = bytes[position + offset]
      return (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
        == text.utf8Start[offset]
    }
  }

  private static func end(of text: StaticString, _ bytes: [UInt8], from start: Int) -> Int {
    var position = start
    while position < bytes.count, !has(text, bytes, position) { position += 1 }
    return min(position + text.utf8CodeUnitCount, bytes.count)
  }

  private static func skipSpace(_ bytes: [UInt8], from start: Int) -> Int {
    var position = start
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    return position
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}
