/// Where in an HTML text something stands: what decides whether escaping makes it safe there.
struct HTMLContext: Hashable, Sendable {
  /// What the text is in the middle of.
  enum Phase: Hashable, Sendable {
    case text
    case comment
    /// Behind `<` or `</`, or in a tag's name.
    case tagName
    /// In a tag, outside of attributes.
    case tag
    case attributeName
    /// Behind an attribute's `=`.
    case beforeValue
    /// In a value, closed by this quote; 0 where no quote is.
    case value(quote: UInt8)
    /// In an element whose inside is no markup, such as `script`, up to its end tag.
    case rawText
  }

  /// What the text is in the middle of.
  private(set) var phase = Phase.text
  /// The name of the element or attribute that is being read, in lower case, cut off after some.
  private(set) var name: [UInt8] = []
  /// The element whose tag was read last, when its inside is no markup.
  private(set) var element: Element = .other
  private var isEndTag = false
  private var value: [UInt8] = []
  private var isDataBlock = false
  /// How many bytes of what ends the present phase were read: of `-->`, or of a `/` in a tag.
  private var matched = 0
  private static let longestName = 24

  /// Elements that are treated apart.
  enum Element: Hashable, Sendable {
    case other, script, style, title, textarea, otherRaw
  }

  /// Whether and how something may be printed here.
  enum Verdict: Equatable {
    /// Escaped, it is safe.
    case safe
    /// It is inside a `<script type="application/ld+json">`, where JSON alone is safe.
    case onlyJSON
    /// It cannot be made safe; this is why.
    case refused(String)
  }

  /// Whether and how something may be printed here.
  var verdict: Verdict {
    switch phase {
    case .text, .comment: return .safe
    case .tagName: return .refused("the name of an element")
    case .tag, .attributeName: return .refused("the name of an attribute")
    case .beforeValue, .value(quote: 0): return .refused("an attribute without quotes")
    case .value:
      if name.starts(with: "on".utf8) { return .refused("an attribute that holds a script") }
      if name.elementsEqual("srcdoc".utf8) { return .refused("an attribute that holds a page") }
      return .safe
    case .rawText:
      switch element {
      case .script: return isDataBlock ? .onlyJSON : .refused("'<script>'")
      case .style: return .refused("'<style>'")
      case .title, .textarea: return .safe
      case .otherRaw, .other: return .refused("an element whose inside is no markup")
      }
    }
  }

  /// Whether it stands in an attribute's value.
  var isAttribute: Bool {
    if case .value = phase { true } else { false }
  }

  /// Goes on behind `bytes`.
  mutating func read(_ bytes: ArraySlice<UInt8>) {
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      if phase == .text {
        guard let next = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) else { return }
        beginTag()
        offset = next + 1
      } else {
        read(bytes[offset])
        offset += 1
      }
    }
  }

  /// Goes on behind something that was printed.
  mutating func readPrinted() {
    if phase == .beforeValue { phase = .value(quote: 0) }
    if phase == .tag { phase = .attributeName }
  }

  private mutating func beginTag() {
    phase = .tagName
    (name, isEndTag) = ([], false)
  }

  private mutating func read(_ byte: UInt8) {
    switch phase {
    case .text: break
    case .comment: readComment(byte)
    case .tagName: readTagName(byte)
    case .tag: readTag(byte)
    case .attributeName: readAttributeName(byte)
    case .beforeValue: readBeforeValue(byte)
    case .value(let quote): readValue(byte, quote)
    case .rawText: readRawText(byte)
    }
  }

  private mutating func readComment(_ byte: UInt8) {
    if byte == UInt8(ascii: ">"), matched >= 2 {
      phase = .text
    } else {
      matched = byte == UInt8(ascii: "-") ? matched + 1 : 0
    }
  }

  private mutating func readTagName(_ byte: UInt8) {
    if byte == UInt8(ascii: "/"), name.isEmpty {
      isEndTag = true
    } else if name.elementsEqual("!-".utf8), byte == UInt8(ascii: "-") {
      (phase, matched) = (.comment, 2)
    } else if byte == UInt8(ascii: ">") {
      endTag()
    } else if byte.isSpace || byte == UInt8(ascii: "/") {
      if name.isEmpty { phase = .text } else { enterTag() }
    } else if name.isEmpty, !byte.isLetter, byte != UInt8(ascii: "!"), byte != UInt8(ascii: "?") {
      phase = .text
      if byte == UInt8(ascii: "<") { beginTag() }
    } else if name.count < Self.longestName {
      name.append(byte.lowered)
    }
  }

  private mutating func enterTag() {
    element = isEndTag ? .other : Self.element(named: name)
    isDataBlock = false
    (phase, name, value) = (.tag, [], [])
  }

  private static func element(named name: [UInt8]) -> Element {
    switch String(decoding: name, as: UTF8.self) {
    case "script": .script
    case "style": .style
    case "title": .title
    case "textarea": .textarea
    case "iframe", "xmp", "noembed", "noframes", "noscript", "plaintext": .otherRaw
    default: .other
    }
  }

  private mutating func endTag() {
    if phase == .tagName { enterTag() }
    (phase, matched) = (element == .other ? .text : .rawText, 0)
  }

  private mutating func readTag(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") { return endTag() }
    if byte.isSpace || byte == UInt8(ascii: "/") { return }
    if byte == UInt8(ascii: "="), !name.isEmpty {
      (phase, value) = (.beforeValue, [])
    } else {
      (phase, name) = (.attributeName, [byte.lowered])
    }
  }

  private mutating func readAttributeName(_ byte: UInt8) {
    if byte == UInt8(ascii: "=") {
      (phase, value) = (.beforeValue, [])
    } else if byte == UInt8(ascii: ">") {
      endTag()
    } else if byte.isSpace || byte == UInt8(ascii: "/") {
      phase = .tag
    } else if name.count < Self.longestName {
      name.append(byte.lowered)
    }
  }

  private mutating func readBeforeValue(_ byte: UInt8) {
    if byte.isSpace { return }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      phase = .value(quote: byte)
    } else if byte == UInt8(ascii: ">") {
      endTag()
    } else {
      phase = .value(quote: 0)
      readValue(byte, 0)
    }
  }

  private mutating func readValue(_ byte: UInt8, _ quote: UInt8) {
    let isEnd = quote == 0 ? byte.isSpace || byte == UInt8(ascii: ">") : byte == quote
    guard isEnd else {
      if element == .script, value.count < Self.longestName { value.append(byte.lowered) }
      return
    }
    if element == .script, name.elementsEqual("type".utf8) {
      isDataBlock = value.elementsEqual("application/ld+json".utf8)
    }
    (phase, name, value) = (.tag, [], [])
    if quote == 0, byte == UInt8(ascii: ">") { endTag() }
  }

  /// Looks for the end tag of the element.
  private mutating func readRawText(_ byte: UInt8) {
    let end =
      switch element {
      case .script: "</script"
      case .style: "</style"
      case .title: "</title"
      case .textarea: "</textarea"
      case .otherRaw, .other: "</"
      }
    let wanted = Array(end.utf8)
    if byte.lowered == wanted[matched] {
      matched += 1
    } else {
      matched = byte == wanted[0] ? 1 : 0
    }
    if matched == wanted.count {
      isEndTag = true
      (phase, name, matched) = (.tagName, [UInt8(ascii: "x")], 0)
    }
  }
}
