import CBytes

/// HTML being written: bytes that only grow.
///
/// The one place where text is escaped. It owns its memory and is never copied: adding to it takes a third of the time of
/// adding to an array.
struct HTMLWriter: ~Copyable {
  private var start: UnsafeMutableRawPointer
  private var capacity: Int
  /// How many bytes were written.
  private(set) var count = 0

  /// Creates a writer that has room for `capacity` bytes before it grows.
  init(capacity: Int = 64) {
    self.capacity = max(64, capacity)
    start = .allocate(byteCount: self.capacity, alignment: 16)
  }

  deinit { start.deallocate() }

  /// A copy of the bytes from `offset` on.
  func bytes(from offset: Int = 0) -> [UInt8] {
    Array(UnsafeRawBufferPointer(start: start, count: count)[offset...])
  }

  /// Writes markup as it stands.
  @inline(__always)
  mutating func write(_ markup: StaticString) {
    write(Bytes(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  private mutating func write(_ bytes: Bytes) {
    guard let first = bytes.baseAddress else { return }
    makeRoom(for: bytes.count)
    (start + count).copyMemory(from: first, byteCount: bytes.count)
    count &+= bytes.count
  }

  private mutating func write(_ byte: UInt8) {
    makeRoom(for: 1)
    start.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  /// Writes bytes that are markup already.
  mutating func writeMarkup(_ markup: some Sequence<UInt8>) {
    let isWritten: Void? = markup.withContiguousStorageIfAvailable { write($0) }
    if isWritten == nil { for byte in markup { write(byte) } }
  }

  /// Writes a number in decimal digits.
  mutating func write(_ number: Int) { writeMarkup(String(number).utf8) }

  /// Begins a new line, unless one has just begun.
  mutating func startLine() {
    guard count > 0, start.load(fromByteOffset: count - 1, as: UInt8.self) != UInt8(ascii: "\n")
    else { return }
    write(UInt8(ascii: "\n"))
  }

  /// Takes back what was written since there were `count` bytes.
  mutating func truncate(to count: Int) {
    precondition((0...self.count).contains(count))
    self.count = count
  }

  @inline(__always)
  private mutating func makeRoom(for more: Int) {
    if capacity &- count < more { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let larger = max(2 * capacity, count + more)
    let place = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
    place.copyMemory(from: start, byteCount: count)
    start.deallocate()
    (start, capacity) = (place, larger)
  }
}

// Text and addresses.
extension HTMLWriter {
  /// Writes text between tags or between double quotes.
  ///
  /// Control characters, which HTML forbids, are left out.
  mutating func writeText(_ text: Bytes) {
    var index = writePlain(text, from: 0)
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      case UInt8(ascii: "\""): write("&quot;")
      case 0x09, 0x0A, 0x0D: write(text[index])
      case caretStandIn: write(UInt8(ascii: "^"))
      default: break
      }
      index = writePlain(text, from: index + 1)
    }
  }

  /// Writes the bytes from `index` on up to the first that HTML may want written otherwise, and returns where that stands; else
  /// the end.
  ///
  /// Sixteen bytes are looked at together.
  private mutating func writePlain(_ text: Bytes, from index: Int) -> Int {
    let text = UnsafeRawBufferPointer(text)
    let end = text.count
    var index = index
    makeRoom(for: end &- index &+ 16)
    while index &+ 16 <= end {
      let sixteen = text.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      let plain = copy(sixteen, of: 16)
      index &+= plain
      if plain < 16 { return index }
    }
    guard index < end else { return end }
    return index &+ copy(Self.short(text, from: index), of: end &- index)
  }

  /// Writes the plain bytes with which the first `length` of sixteen begin, for which there is room, and returns how many they are.
  @inline(__always)
  private mutating func copy(_ sixteen: SIMD16<UInt8>, of length: Int) -> Int {
    start.storeBytes(of: sixteen, toByteOffset: count, as: SIMD16<UInt8>.self)
    let plain = min(Int(first_html_special(sixteen)), length)
    count &+= plain
    return plain
  }

  /// The bytes from `index` to the end, one to fifteen; what is behind them means nothing.
  ///
  /// Read in two parts that overlap.
  @inline(__always)
  private static func short(_ text: UnsafeRawBufferPointer, from index: Int) -> SIMD16<UInt8> {
    let length = text.count &- index
    func part<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, _: Number.Type) -> UInt64
    {
      UInt64(
        truncatingIfNeeded: Number(
          littleEndian: text.loadUnaligned(fromByteOffset: offset, as: Number.self)))
    }
    var words = SIMD2<UInt64>()
    if length >= 8 {
      words = SIMD2(
        part(index, UInt64.self), part(text.count &- 8, UInt64.self) &>> UInt64(8 &* (16 &- length))
      )
    } else if length >= 4 {
      words.x =
        part(index, UInt32.self) | part(text.count &- 4, UInt32.self) &<< UInt64(8 &* (length &- 4))
    } else {
      let middle = length / 2
      words.x =
        part(index, UInt8.self) | part(index &+ middle, UInt8.self) &<< UInt64(8 &* middle)
        | part(text.count &- 1, UInt8.self) &<< UInt64(8 &* (length &- 1))
    }
    return unsafeBitCast(words, to: SIMD16<UInt8>.self)
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

  /// Writes a URL between double quotes.
  mutating func writeURL(_ url: Bytes) {
    var start = 0
    while start < url.count {
      var end = start
      while end < url.count, isURLByte(url[end]) { end &+= 1 }
      write(Bytes(rebasing: url[start..<end]))
      guard end < url.count else { return }
      switch url[end] {
      case UInt8(ascii: "&"): write("&amp;")
      case caretStandIn: write("%5E")
      default:
        write(UInt8(ascii: "%"))
        write(hexDigit(url[end] >> 4))
        write(hexDigit(url[end] & 15))
      }
      start = end + 1
    }
  }

  private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

/// Whether a byte stands in a URL as it is: letters, digits and ``!#$%'()*+,-./:;=?@_~``.
private func isURLByte(_ byte: UInt8) -> Bool {
  ascii_set_holds(0xAFFF_FFBA_0000_0000, 0x47FF_FFFE_87FF_FFFF, byte)
}
