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
  /// The name of the element or attribute that is being read, in lower case, cut off after 16 letters.
  private var name = Word()
  private var nameLength = 0
  /// Whether the name begins with `on`.
  private var isHandler = false
  /// The element whose tag was read last, when its inside is no markup.
  private(set) var element: Element = .other
  private var isEndTag = false
  private var isDataBlock = false
  /// How many bytes of a script's attribute are those of `dataType`; -1 when others follow.
  private var typeMatched = 0
  /// How many bytes of what ends the present phase were read: of `-->`, or of a `/` in a tag.
  private var matched = 0
  private static let dataType = Array("application/ld+json".utf8)

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
    /// It cannot be made safe; this is why, and what instead.
    case refused(String, help: String)
  }

  /// Whether and how something may be printed here.
  var verdict: Verdict {
    switch phase {
    case .text, .comment: return .safe
    case .tagName:
      return .refused(
        "the name of an element", help: "write each element out, and choose with 'if' or 'case'")
    case .tag, .attributeName:
      return .refused(
        "the name of an attribute",
        help: "write each attribute out with its quotes, and 'if' around it")
    case .beforeValue, .value(quote: 0):
      return .refused("an attribute without quotes", help: "put quotes around the value")
    case .value:
      if isHandler {
        return .refused("an attribute that holds a script", help: Self.dataHelp)
      }
      if name == .srcdoc {
        return .refused("an attribute that holds a page", help: "name a page of its own in 'src'")
      }
      return .safe
    case .rawText: return verdictOfRawText
    }
  }

  private var verdictOfRawText: Verdict {
    switch element {
    case .script where isDataBlock: .onlyJSON
    case .script:
      .refused(
        "'<script>'",
        help: Self.dataHelp + ", or as JSON in '<script type=\"application/ld+json\">'")
    case .style: .refused("'<style>'", help: "choose a class with 'if' or 'case'")
    case .title, .textarea: .safe
    case .otherRaw, .other:
      .refused("an element whose inside is no markup", help: "print it outside of the element")
    }
  }

  private static let dataHelp = "hand the value over in a 'data-' attribute, which a script reads"

  /// Whether it stands in an attribute's value.
  var isAttribute: Bool {
    if case .value = phase { true } else { false }
  }

  /// Whether HTML that begins outside of tags ends there too, so that anything may follow it.
  static func endsInText(_ html: [UInt8]) -> Bool {
    var context = HTMLContext()
    context.read(html[...])
    return context.phase == .text
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
    isEndTag = false
    beginName()
  }

  private mutating func beginName() {
    (name, nameLength, isHandler) = (Word(), 0, false)
  }

  private mutating func addToName(_ byte: UInt8) {
    nameLength = min(nameLength + 1, 17)
    if nameLength <= 16 { name.append(byte.lowered) }
    if nameLength == 2 { isHandler = name == .on }
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
      self = HTMLContext()
    } else {
      // Of more than are looked for nothing is kept, so that what is the same compares so.
      matched = byte == UInt8(ascii: "-") ? min(matched + 1, 2) : 0
    }
  }

  private mutating func readTagName(_ byte: UInt8) {
    if byte == UInt8(ascii: "/"), nameLength == 0 {
      isEndTag = true
    } else if name == .declaration, byte == UInt8(ascii: "-") {
      (phase, matched) = (.comment, 2)
    } else if byte == UInt8(ascii: ">") {
      endTag()
    } else if byte.isSpace || byte == UInt8(ascii: "/") {
      if nameLength == 0 { self = HTMLContext() } else { enterTag() }
    } else if nameLength == 0, !byte.isLetter, byte != UInt8(ascii: "!"), byte != UInt8(ascii: "?")
    {
      self = HTMLContext()
      if byte == UInt8(ascii: "<") { beginTag() }
    } else {
      addToName(byte)
    }
  }

  private mutating func enterTag() {
    element = isEndTag ? .other : Self.element(named: name)
    isDataBlock = false
    phase = .tag
    beginName()
  }

  private static let elements: [(name: Word, element: Element)] = [
    (Word("script"), .script), (Word("style"), .style), (Word("title"), .title),
    (Word("textarea"), .textarea), (Word("iframe"), .otherRaw), (Word("xmp"), .otherRaw),
    (Word("noembed"), .otherRaw), (Word("noframes"), .otherRaw), (Word("noscript"), .otherRaw),
    (Word("plaintext"), .otherRaw),
  ]

  private static func element(named name: Word) -> Element {
    elements.first { $0.name == name }?.element ?? .other
  }

  private mutating func endTag() {
    if phase == .tagName { enterTag() }
    // Outside of tags all is forgotten, so that one such place is as another.
    guard element != .other else { return self = HTMLContext() }
    (phase, matched) = (.rawText, 0)
  }

  private mutating func readTag(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") { return endTag() }
    if byte.isSpace || byte == UInt8(ascii: "/") { return }
    if byte == UInt8(ascii: "="), nameLength > 0 {
      (phase, typeMatched) = (.beforeValue, 0)
    } else {
      phase = .attributeName
      beginName()
      addToName(byte)
    }
  }

  private mutating func readAttributeName(_ byte: UInt8) {
    if byte == UInt8(ascii: "=") {
      (phase, typeMatched) = (.beforeValue, 0)
    } else if byte == UInt8(ascii: ">") {
      endTag()
    } else if byte.isSpace || byte == UInt8(ascii: "/") {
      phase = .tag
    } else {
      addToName(byte)
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
      if element == .script { matchType(byte.lowered) }
      return
    }
    if element == .script, name == .type { isDataBlock = typeMatched == Self.dataType.count }
    (phase, typeMatched) = (.tag, 0)
    beginName()
    if quote == 0, byte == UInt8(ascii: ">") { endTag() }
  }

  private mutating func matchType(_ byte: UInt8) {
    let isNext =
      typeMatched >= 0 && typeMatched < Self.dataType.count && Self.dataType[typeMatched] == byte
    typeMatched = isNext ? typeMatched + 1 : -1
  }

  private static let ends = [
    Array("</script".utf8), Array("</style".utf8), Array("</title".utf8),
    Array("</textarea".utf8), Array("</".utf8),
  ]

  /// Looks for the end tag of the element.
  private mutating func readRawText(_ byte: UInt8) {
    let wanted =
      switch element {
      case .script: Self.ends[0]
      case .style: Self.ends[1]
      case .title: Self.ends[2]
      case .textarea: Self.ends[3]
      case .otherRaw, .other: Self.ends[4]
      }
    if byte.lowered == wanted[matched] {
      matched += 1
    } else {
      matched = byte == wanted[0] ? 1 : 0
    }
    if matched == wanted.count {
      isEndTag = true
      (phase, matched) = (.tagName, 0)
      beginName()
      addToName(UInt8(ascii: "x"))
    }
  }
}

extension Word {
  fileprivate static let on = Word("on")
  fileprivate static let srcdoc = Word("srcdoc")
  fileprivate static let type = Word("type")
  fileprivate static let declaration = Word("!-")
}
