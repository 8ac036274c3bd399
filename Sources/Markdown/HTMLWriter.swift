/// HTML being written: bytes that only grow. The one place where text is escaped.
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

  /// Writes text between tags or between double quotes. Control characters, which HTML forbids,
  /// are left out.
  mutating func writeText(_ text: Bytes) {
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard isSpecial(byte) else {
        index += 1
        continue
      }
      bytes.append(contentsOf: Bytes(rebasing: text[start..<index]))
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      case UInt8(ascii: "\""): write("&quot;")
      default: break
      }
      index += 1
      start = index
    }
    bytes.append(contentsOf: Bytes(rebasing: text[start...]))
  }

  /// Writes text between tags or between double quotes.
  mutating func writeText(_ text: String) {
    var text = text
    text.withUTF8 { writeText($0) }
  }

  /// Writes a URL between double quotes. Bytes that no URL has are percent-encoded; what is
  /// percent-encoded already stays as it is.
  mutating func writeURL(_ url: String) {
    for byte in url.utf8 {
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: ";"), UInt8(ascii: "="),
        UInt8(ascii: "?")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "~"):
        bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(hexDigit(byte >> 4))
        bytes.append(hexDigit(byte & 15))
      }
    }
  }

  /// Whether the byte is written in another way than as itself.
  private func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F: true
    default: false
    }
  }

  private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
