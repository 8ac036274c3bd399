import Diagnostics
import Values

/// Writes to the output: everything that is printed goes through here.
extension Renderer {
  private var isMapping: Bool { segments != nil && captures == 0 }

  /// Prints a part of the file as it stands.
  mutating func write(copyOf range: SourceRange) throws(Failure) {
    place = range
    try checkRoom(for: range.count)
    output.append(range, of: bytes)
    guard isMapping else { return }
    let file = target.unit.source.file
    segments?.appendCopy(of: range, in: file)
  }

  /// Prints bytes that the tag at `place` made.
  mutating func write(_ bytes: [UInt8]) throws(Failure) {
    try checkRoom(for: bytes.count)
    output.append(contentsOf: bytes)
    noteMade(bytes.count)
  }

  /// Prints text that the tag at `place` made.
  mutating func print(_ text: String) throws(Failure) {
    try checkRoom(for: text.utf8.count)
    output.append(contentsOf: text.utf8)
    noteMade(text.utf8.count)
  }

  /// Prints a value as it is.
  mutating func printPlain(_ value: Value) throws(Failure) {
    let start = output.count
    try appendPlain(value)
    noteMade(output.count - start)
  }

  /// Prints a value escaped for HTML, unless it is HTML.
  mutating func printEscaped(_ value: Value) throws(Failure) {
    let start = output.count
    try appendEscaped(value, depth: 0)
    noteMade(output.count - start)
  }

  /// Prints the text of a value escaped for HTML.
  mutating func printEscaped(text value: Value) throws(Failure) {
    let start = output.count
    try appendEscaped(value.text)
    noteMade(output.count - start)
  }

  private mutating func noteMade(_ count: Int) {
    guard isMapping else { return }
    let place = Place(target.unit.source.file, place)
    segments?.appendMade(count, by: place)
  }

  private mutating func appendPlain(_ value: Value) throws(Failure) {
    switch value {
    case .string(let text):
      try checkRoom(for: text.utf8.count)
      output.append(contentsOf: text.utf8)
    case .html(let html): try appendHTML(html)
    case .array(let elements):
      for element in elements {
        try budget.spend(1)
        try appendPlain(element)
      }
    case .integer(let number):
      try checkRoom(for: 20)
      output.appendDecimal(number)
    case .none: break
    case .bool, .decimal, .date, .map, .range, .object:
      let text = value.text
      try checkRoom(for: text.utf8.count)
      output.append(contentsOf: text.utf8)
    }
  }

  private mutating func appendEscaped(_ value: Value, depth: Int) throws(Failure) {
    switch value {
    case .string(let text): try appendEscaped(text)
    case .html(let html): try appendHTML(html)
    case .array(let elements):
      guard depth < 100 else { return }
      for element in elements {
        try budget.spend(1)
        try appendEscaped(element, depth: depth + 1)
      }
    case .integer(let number):
      try checkRoom(for: 20)
      output.appendDecimal(number)
    case .none: break
    case .bool, .decimal, .date, .map, .range, .object: try appendEscaped(value.text)
    }
  }

  private mutating func appendHTML(_ html: HTML) throws(Failure) {
    try checkRoom(for: html.bytes.count)
    if isEscaping, isInAttribute { return output.appendQuoteless(html.bytes) }
    let start = output.count
    output.append(contentsOf: html.bytes)
    if html.isBody, captures == 0 { bodies.append(start..<output.count) }
  }

  /// Whether the tag that prints stands in an attribute's value.
  private var isInAttribute: Bool {
    let attributes = target.program.attributes
    return !attributes.isEmpty
      && attributes.contains(OutputPlace(unit: target.number, offset: place.lowerBound))
  }

  private mutating func appendEscaped(_ text: String) throws(Failure) {
    // An escaped byte takes six at most.
    let count = text.utf8.count
    if count > 1024 { try budget.spend(count >> 6) }
    try checkRoom(for: count)
    output.appendEscaped(text)
    try checkRoom(for: 0)
  }
}

extension [UInt8] {
  /// Adds a part of `bytes`.
  mutating func append(_ part: Range<Int>, of bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append(contentsOf: UnsafeBufferPointer(rebasing: $0[part])) }
  }

  /// Adds `text` with the five characters that mean something in HTML written as references.
  mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for index in 0..<bytes.count where bytes[index].isSpecial {
        guard let reference = Self.reference(of: bytes[index]) else { continue }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        append(contentsOf: reference.utf8)
        start = index + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }

  /// Adds HTML so that it can stand in an attribute's value: references stay, quotes and angle
  /// brackets become such.
  mutating func appendQuoteless(_ html: [UInt8]) {
    for byte in html {
      if byte != UInt8(ascii: "&"), let reference = Self.reference(of: byte) {
        append(contentsOf: reference.utf8)
      } else {
        append(byte)
      }
    }
  }

  /// How a byte that means something in HTML is written.
  static func reference(of byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}

extension UInt8 {
  /// Whether it is one of the five characters that mean something in HTML.
  fileprivate var isSpecial: Bool {
    // A bit for each of `"`, `&`, `'`, `<` and `>`: most bytes are none of them.
    self < 64 && (0x5000_00C4_0000_0000 as UInt64) >> UInt64(self) & 1 == 1
  }
}
