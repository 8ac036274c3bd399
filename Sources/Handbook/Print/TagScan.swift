/// Reads HTML that the program made, tag by tag, from front to back.
///
/// Comments and what stands in `script` and `style` are passed over.
struct TagScan {
  /// A tag, from its `<` to behind its `>`.
  struct Tag {
    var range: Range<Int>
    /// Its name, in lower case.
    var name: String
    var isEnd: Bool
    var attributes: [Attribute] = []

    /// Whether it has an attribute.
    func has(_ name: String) -> Bool { attributes.contains { $0.name == name } }

    /// The value of an attribute, as it is written.
    func value(_ name: String) -> Range<Int>? { attributes.first { $0.name == name }?.value }
  }

  /// An attribute of a tag.
  struct Attribute {
    /// Its name, in lower case.
    var name: String
    /// From the space before it to its end.
    var range: Range<Int>
    /// The value without quotes; empty where there is none.
    var value: Range<Int>
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// The next tag, or `nil` at the end.
  mutating func next() -> Tag? {
    while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = start + 1
      if has("!--", at: position) {
        skip(to: "-->")
        continue
      }
      let isEnd = has("/", at: position)
      let name = word(from: position + (isEnd ? 1 : 0))
      guard !name.isEmpty, isLetter(bytes[name.lowerBound]) else { continue }
      position = name.upperBound
      var tag = Tag(range: start..<start, name: text(name), isEnd: isEnd)
      while let attribute = attribute() { tag.attributes.append(attribute) }
      tag.range = start..<position
      if !isEnd, tag.name == "script" || tag.name == "style" { skip(to: "</") }
      return tag
    }
    position = bytes.count
    return nil
  }

  /// The next attribute of the open tag, which is left where there is none.
  private mutating func attribute() -> Attribute? {
    let start = position
    while position < bytes.count, isSpace(bytes[position]) || bytes[position] == UInt8(ascii: "/") {
      position += 1
    }
    guard position < bytes.count else { return nil }
    guard bytes[position] != UInt8(ascii: ">") else {
      position += 1
      return nil
    }
    let name = word(from: position)
    position = max(name.upperBound, position + 1)
    guard has("=", at: position) else {
      return Attribute(name: text(name), range: start..<position, value: position..<position)
    }
    position += 1
    let value = value()
    return Attribute(name: text(name), range: start..<position, value: value)
  }

  private mutating func value() -> Range<Int> {
    guard position < bytes.count else { return position..<position }
    let quote = bytes[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = position
      while position < bytes.count, !isSpace(bytes[position]), bytes[position] != UInt8(ascii: ">")
      {
        position += 1
      }
      return start..<position
    }
    let start = position + 1
    let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
    position = min(end + 1, bytes.count)
    return start..<end
  }

  /// What stands before the next space or sign of a tag.
  private func word(from start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, !isSpace(bytes[end]), bytes[end] != UInt8(ascii: ">"),
      bytes[end] != UInt8(ascii: "="), bytes[end] != UInt8(ascii: "/")
    {
      end += 1
    }
    return start..<end
  }

  private mutating func skip(to end: StaticString) {
    while position < bytes.count, !has(end, at: position) { position += 1 }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self).lowercased()
  }

  private func has(_ expected: StaticString, at offset: Int) -> Bool {
    let count = expected.utf8CodeUnitCount
    return offset + count <= bytes.count
      && (0..<count).allSatisfy { bytes[offset + $0] == expected.utf8Start[$0] }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }
}
