/// HTML being written: bytes that only grow.
///
/// The one place where text is escaped.
struct HTMLWriter {
  /// What was written.
  private(set) var bytes: [UInt8] = []

  /// Makes room for `count` bytes.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Writes markup as it stands.
  mutating func write(_ markup: StaticString) {
    bytes.append(contentsOf: Bytes(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Writes bytes that are markup already.
  mutating func writeMarkup(_ markup: some Collection<UInt8>) { bytes.append(contentsOf: markup) }

  /// Writes a number in decimal digits.
  mutating func write(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  /// Begins a new line, unless one has just begun.
  mutating func startLine() {
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
  }

  /// Takes back what was written since there were `count` bytes.
  mutating func truncate(to count: Int) { bytes.removeLast(bytes.count - count) }

  /// Writes text between tags or between double quotes.
  ///
  /// Control characters, which HTML forbids, are left out.
  mutating func writeText(_ text: Bytes) {
    var start = 0
    while start < text.count {
      let end = text.plainEnd(from: start)
      bytes.append(contentsOf: Bytes(rebasing: text[start..<end]))
      guard end < text.count else { return }
      switch text[end] {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      case UInt8(ascii: "\""): write("&quot;")
      case 0x09, 0x0A, 0x0D: bytes.append(text[end])
      case caretStandIn: bytes.append(UInt8(ascii: "^"))
      default: break
      }
      start = end + 1
    }
  }

  /// Writes text between tags or between double quotes.
  mutating func writeText(_ text: String) {
    var text = text
    text.withUTF8 { writeText($0) }
  }

  /// Writes a URL between double quotes.
  ///
  /// Bytes that no URL has are percent-encoded; what is percent-encoded already stays as it is.
  mutating func writeURL(_ url: String) {
    var url = url
    url.withUTF8 { writeURL($0) }
  }

  private mutating func writeURL(_ url: Bytes) {
    var start = 0
    while start < url.count {
      let end = url[start...].firstIndex { !isURLByte[Int($0)] } ?? url.count
      bytes.append(contentsOf: Bytes(rebasing: url[start..<end]))
      guard end < url.count else { return }
      switch url[end] {
      case UInt8(ascii: "&"): write("&amp;")
      case caretStandIn: write("%5E")
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(hexDigit(url[end] >> 4))
        bytes.append(hexDigit(url[end] & 15))
      }
      start = end + 1
    }
  }

  private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

/// For each byte, whether it stands in a URL as it is.
private let isURLByte: [Bool] = {
  var table = [Bool](repeating: false, count: 256)
  let plain = "!#$%'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~"
  for byte in plain.utf8 { table[Int(byte)] = true }
  return table
}()

extension UnsafeBufferPointer where Element == UInt8 {
  /// Returns where the first byte at `start` or after it stands that HTML may want written
  /// otherwise; else the end.
  ///
  /// Eight bytes are looked at together.
  fileprivate func plainEnd(from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(self)
    while index + 8 <= count {
      if mayHoldSpecial(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) { break }
      index += 8
    }
    // The last eight once more, together with those before: most texts end here.
    if index + 8 > count, count - start >= 8,
      !mayHoldSpecial(raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    {
      return count
    }
    while index < count {
      switch self[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0..<0x20,
        0x7F:
        return index
      default: index += 1
      }
    }
    return count
  }
}

/// Whether one of eight bytes may be a control character, `&`, `"`, `<` or `>`.
///
/// Never false when one is; the last four are two pairs that differ in one bit.
private func mayHoldSpecial(_ word: UInt64) -> Bool {
  let control = (word &- repeated(0x20)) & ~word
  let quote = (word | repeated(0x04)) ^ repeated(0x26)
  let bracket = (word | repeated(0x02)) ^ repeated(0x3E)
  let delete = word ^ repeated(0x7F)
  let found = control | zeros(quote) | zeros(bracket) | zeros(delete)
  return found & repeated(0x80) != 0
}

/// Sets the high bit of each byte that is zero, and perhaps of bytes above one.
private func zeros(_ word: UInt64) -> UInt64 { (word &- repeated(0x01)) & ~word }

private func repeated(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
