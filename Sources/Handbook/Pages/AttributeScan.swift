/// Finds, in finished HTML, the attributes that hold URLs or name anchors.
///
/// One pass, no allocation.
///
/// Comments and what stands in `script` and `style` are passed over.
struct AttributeScan {
  /// What an attribute is to the site.
  enum Role {
    /// One URL: `href`, `src`, `poster`, `data`, `cite`, `action`, `formaction`.
    case url
    /// A list of URLs with widths: `srcset`.
    case urlList
    /// The `content` of a `meta` refresh or another `meta`: seconds and a URL, or neither.
    case metaContent
    /// `id`, or the `name` of an `a`.
    case anchor
    /// A URL that leads to something a browser loads with the page, of `link` and `script`.
    case resource
    /// `integrity`: the author made it.
    case integrity
  }

  /// An attribute found.
  struct Attribute {
    var role: Role
    /// The offset of the `<` of its tag.
    var tagStart: Int
    /// The value, without quotes.
    var value: Range<Int>
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  private var tag: Tag?

  private struct Tag {
    var start: Int
    var element: Element
  }

  private enum Element {
    case anchor, link, meta, script, style, other
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// Goes on behind `offset`, which lies between two tags.
  mutating func skip(to offset: Int) {
    guard tag == nil else { return }
    position = max(position, offset)
  }

  /// The next attribute that concerns the site before `limit`, or `nil` when no tag begins there.
  mutating func next(before limit: Int) -> Attribute? {
    while true {
      if let tag {
        while let (name, value) = nextAttribute() {
          if let role = role(of: name, in: tag.element) {
            return Attribute(role: role, tagStart: tag.start, value: value)
          }
        }
        self.tag = nil
        if tag.element == .script { skipRawText(closing: "</script") }
        if tag.element == .style { skipRawText(closing: "</style") }
      }
      guard openTag(before: limit) else { return nil }
    }
  }

  /// Moves behind the name of the next start tag that begins before `limit`.
  private mutating func openTag(before limit: Int) -> Bool {
    let limit = min(limit, bytes.count)
    while position < limit {
      guard bytes[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      let start = position
      position += 1
      guard position < bytes.count else { return false }
      if bytes[position] == UInt8(ascii: "!") {
        skipDeclaration()
      } else if isLetter(bytes[position]) {
        let nameStart = position
        while position < bytes.count, !isSpace(bytes[position]),
          bytes[position] != UInt8(ascii: ">"),
          bytes[position] != UInt8(ascii: "/")
        {
          position += 1
        }
        tag = Tag(start: start, element: element(nameStart..<position))
        return true
      }
    }
    return false
  }

  private mutating func skipDeclaration() {
    guard has("!--", at: position) else { return }
    position += 3
    while position < bytes.count, !has("-->", at: position) { position += 1 }
  }

  private mutating func skipRawText(closing end: StaticString) {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<"), has(end, at: position) { return }
      position += 1
    }
  }

  /// The next attribute with a value in the open tag; the tag ends where there is none.
  private mutating func nextAttribute() -> (name: Range<Int>, value: Range<Int>)? {
    while position < bytes.count {
      while position < bytes.count, isSpace(bytes[position]) || bytes[position] == UInt8(ascii: "/")
      {
        position += 1
      }
      guard position < bytes.count else { return nil }
      if bytes[position] == UInt8(ascii: ">") {
        position += 1
        return nil
      }
      let start = position
      while position < bytes.count, !isSpace(bytes[position]), bytes[position] != UInt8(ascii: "="),
        bytes[position] != UInt8(ascii: ">"), bytes[position] != UInt8(ascii: "/")
      {
        position += 1
      }
      let name = start..<position
      if name.isEmpty { position += 1 }
      while position < bytes.count, isSpace(bytes[position]) { position += 1 }
      guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { continue }
      position += 1
      return (name, attributeValue())
    }
    return nil
  }

  private mutating func attributeValue() -> Range<Int> {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    guard position < bytes.count else { return position..<position }
    let quote = bytes[position]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { position += 1 }
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if isQuoted ? byte == quote : isSpace(byte) || byte == UInt8(ascii: ">") { break }
      position += 1
    }
    let value = start..<position
    if isQuoted, position < bytes.count { position += 1 }
    return value
  }

  private func element(_ name: Range<Int>) -> Element {
    switch name.count {
    case 1: isName("a", name) ? .anchor : .other
    case 4: isName("link", name) ? .link : isName("meta", name) ? .meta : .other
    case 5: isName("style", name) ? .style : .other
    case 6: isName("script", name) ? .script : .other
    default: .other
    }
  }

  private func role(of name: Range<Int>, in element: Element) -> Role? {
    switch name.count {
    case 2: isName("id", name) ? .anchor : nil
    case 3: isName("src", name) ? (element == .script ? .resource : .url) : nil
    case 4:
      if isName("href", name) {
        element == .link ? .resource : .url
      } else if isName("name", name) {
        element == .anchor ? .anchor : nil
      } else {
        isName("data", name) || isName("cite", name) ? .url : nil
      }
    case 6:
      isName("srcset", name)
        ? .urlList : isName("poster", name) || isName("action", name) ? .url : nil
    case 7: element == .meta && isName("content", name) ? .metaContent : nil
    case 9: isName("integrity", name) ? .integrity : nil
    case 10: isName("formaction", name) ? .url : nil
    default: nil
    }
  }

  private func isName(_ expected: StaticString, _ name: Range<Int>) -> Bool {
    name.count == expected.utf8CodeUnitCount && has(expected, at: name.lowerBound)
  }

  /// Whether `expected`, in lower case, stands at `offset` in any case.
  private func has(_ expected: StaticString, at offset: Int) -> Bool {
    let count = expected.utf8CodeUnitCount
    guard offset + count <= bytes.count else { return false }
    let wanted = expected.utf8Start
    for index in 0..<count {
      let byte = bytes[offset + index]
      let lower = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
      if lower != wanted[index] { return false }
    }
    return true
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }
}
