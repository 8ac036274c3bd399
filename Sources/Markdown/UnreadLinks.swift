import Diagnostics

// What was meant as a link or a footnote and is none.
extension Renderer {
  /// So many are told of one text: each takes a look at its place.
  private static let mostUnreadLinks = 50

  /// Remarks on what looks like a link in a text without markup.
  mutating func remarkUnreadLinks(in node: Node) {
    let text = node.literal
    // Nearly all texts have none, and each kind ends with one or has one in it.
    guard text.firstIndex(of: UInt8(ascii: "]"), from: 0) != nil else { return }
    var from = 0
    while unreadLinkCount < Self.mostUnreadLinks, let found = UnreadLink(in: text, from: from) {
      from = found.range.upperBound
      unreadLinkCount += 1
      let written = Bytes(rebasing: text[found.range])
      let range = place(ofBareURL: written)
      // What was escaped is meant as brackets, and stands there otherwise than it came out.
      guard found.form.isOfAddress || source.bytes[range].elementsEqual(written),
        range.lowerBound == 0 || source.bytes[range.lowerBound - 1] != UInt8(ascii: "\\")
      else { continue }
      let form = found.form
      remark("unread-link", at: range, form.message, help: form.help)
    }
  }
}

/// What is written like a link or a footnote, and is read as text.
struct UnreadLink {
  /// What keeps it from being one.
  enum Form {
    /// `[words](an address)`.
    case space
    /// `[words](address`.
    case noEnd
    /// `[words](address “title”)`.
    case curlyQuotes
    /// `[words] (address)`.
    case apart
    /// `(address)[words]`.
    case swapped(words: String, address: String)
    /// `[words][label]`, where no line defines the label.
    case noDefinition(String)
    /// `[^label]`, where there is no such footnote.
    case noFootnote(String)
  }

  /// From its first bracket to the end.
  let range: Range<Int>
  let form: Form

  /// Finds the first that begins at `start` or after it.
  ///
  /// O(*n*).
  init?(in text: Bytes, from start: Int) {
    let found = [Self.address(in: text, from: start), Self.brackets(in: text, from: start)]
      .compactMap(\.self).min { $0.range.lowerBound < $1.range.lowerBound }
    guard let found else { return nil }
    self = found
  }

  private init(_ range: Range<Int>, _ form: Form) { (self.range, self.form) = (range, form) }

  /// Whether a text may hold one; what is code or a link counts too.
  static func mayStand(in text: Bytes) -> Bool {
    address(in: text, from: 0) != nil || brackets(in: text, from: 0) != nil
  }

  // MARK: By its address

  private static func address(in text: Bytes, from start: Int) -> UnreadLink? {
    var next = start
    while let open = text.firstIndex(of: UInt8(ascii: "("), from: next) {
      next = open + 1
      guard open > start else { continue }
      if text[open - 1] == UInt8(ascii: "]"), let found = unreadAddress(text, open + 1) {
        return UnreadLink(opening(text[start..<open], or: open - 1)..<found.end, found.form)
      }
      if open - 1 > start, text[open - 1] == UInt8(ascii: " "), text[open - 2] == UInt8(ascii: "]"),
        let close = text[next...].firstIndex(where: endsAddress), text[close] == UInt8(ascii: ")"),
        isAddress(Bytes(rebasing: text[next..<close]), ofWeb: false)
      {
        return UnreadLink(opening(text[start..<open], or: open - 2)..<close + 1, .apart)
      }
    }
    return nil
  }

  /// Where the bracket of the words opens that end a text.
  private static func opening(_ words: Slice<Bytes>, or close: Int) -> Int {
    words.lastIndex(of: UInt8(ascii: "[")) ?? close
  }

  /// The end of the address that begins at `start`, where no link has such a one.
  private static func unreadAddress(_ text: Bytes, _ start: Int) -> (end: Int, form: Form)? {
    guard start < text.count, text[start] != UInt8(ascii: "<") else { return nil }
    var (end, space, isPath, isCurly) = (start, nil as Int?, false, false)
    while end < text.count, text[end] != UInt8(ascii: "\n"), text[end] != UInt8(ascii: "\r") {
      switch text[end] {
      case UInt8(ascii: ")"):
        guard space != nil, isPath || isCurly else { return nil }
        return (end + 1, isCurly ? .curlyQuotes : .space)
      case UInt8(ascii: "("), UInt8(ascii: "\\"): return nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        // A title stands behind the address.
        if space == end - 1 { return nil }
      case 0xE2:
        // A quotation mark of print, single or double.
        if space == end - 1, end + 2 < text.count, text[end + 1] == 0x80,
          (0x98...0x9F).contains(text[end + 2])
        {
          isCurly = true
        }
      case UInt8(ascii: " "): space = end
      case UInt8(ascii: "/"): isPath = true
      case UInt8(ascii: "."):
        if end + 1 < text.count, isAlphanumeric(text[end + 1]) { isPath = true }
      default: break
      }
      end += 1
    }
    return isPath ? (space ?? end, .noEnd) : nil
  }

  // MARK: By its brackets

  private static func brackets(in text: Bytes, from start: Int) -> UnreadLink? {
    var next = start
    while let open = text.firstIndex(of: UInt8(ascii: "["), from: next) {
      next = open + 1
      let isBehind = open > start
      guard next < text.count,
        text[next] == UInt8(ascii: "^") || isBehind && text[open - 1] == UInt8(ascii: "]")
          || isBehind && text[open - 1] == UInt8(ascii: ")"),
        let close = text[next...].firstIndex(where: endsLabel), text[close] == UInt8(ascii: "]")
      else { continue }
      let inside = Bytes(rebasing: text[next..<close])
      let before = text[max(start, open - longestLook)..<open]
      if let found = footnote(inside) ?? swapped(before, inside) ?? reference(before, inside) {
        return UnreadLink((found.start ?? open)..<close + 1, found.form)
      }
    }
    return nil
  }

  /// So far is looked back for a bracket, as a text may have very many that close.
  private static let longestLook = 256

  // No look goes beyond the next bracket, so that many that open cost no more than few.
  private static func endsAddress(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
  }

  private static func endsLabel(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }

  private typealias Found = (start: Int?, form: Form)

  private static func footnote(_ inside: Bytes) -> Found? {
    guard inside.first == UInt8(ascii: "^"), inside.count > 1,
      inside[1...].allSatisfy({ isAlphanumeric($0) || $0 == UInt8(ascii: "-") })
    else { return nil }
    return (nil, .noFootnote(String(decoding: inside, as: UTF8.self)))
  }

  /// `(address)` at the end of what stands before `[words]`.
  private static func swapped(_ before: Slice<Bytes>, _ words: Bytes) -> Found? {
    guard before.last == UInt8(ascii: ")"), words.contains(where: isAlphanumeric),
      let open = before.lastIndex(of: UInt8(ascii: "("))
    else { return nil }
    let address = Bytes(rebasing: before[(open + 1)..<(before.endIndex - 1)])
    guard isAddress(address, ofWeb: true) else { return nil }
    return (
      open,
      .swapped(
        words: String(decoding: words, as: UTF8.self),
        address: String(decoding: address, as: UTF8.self))
    )
  }

  /// `[words]` at the end of what stands before `[label]`, not behind a word as in `list[0][1]`.
  private static func reference(_ before: Slice<Bytes>, _ label: Bytes) -> Found? {
    guard before.last == UInt8(ascii: "]"), var open = before.lastIndex(of: UInt8(ascii: "["))
    else { return nil }
    let words = before[(open + 1)..<(before.endIndex - 1)]
    guard words.contains(where: isLetter) || label.contains(where: isLetter),
      words.contains(where: { !isSpace($0) }), words.first != UInt8(ascii: "^"),
      !words.contains(UInt8(ascii: "]"))
    else { return nil }
    if open > before.startIndex {
      let byte = before[open - 1]
      guard !isAlphanumeric(byte), byte != UInt8(ascii: "]") else { return nil }
      if byte == UInt8(ascii: "!") { open -= 1 }
    }
    let name = label.isEmpty ? Bytes(rebasing: words) : label
    return (open, .noDefinition(String(decoding: name, as: UTF8.self)))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isAlphanumeric(byte) && byte > UInt8(ascii: "9")
  }

  /// Whether it can hardly be anything else than the address of a page, or of another site.
  private static func isAddress(_ text: Bytes, ofWeb: Bool) -> Bool {
    guard !text.isEmpty, !text.contains(where: isSpace) else { return false }
    let path = text.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    return path.suffix(3).elementsEqual(".md".utf8) || path.suffix(5).elementsEqual(".html".utf8)
      || path.first == UInt8(ascii: "/") && path.count > 1 || path.starts(with: "../".utf8)
      || path.starts(with: "./".utf8)
      || ofWeb && (path.starts(with: "https://".utf8) || path.starts(with: "http://".utf8))
  }
}

extension UnreadLink.Form {
  /// Whether its address is what is wrong.
  fileprivate var isOfAddress: Bool {
    switch self {
    case .space, .noEnd, .curlyQuotes: true
    case .apart, .swapped, .noDefinition, .noFootnote: false
    }
  }

  fileprivate var message: String {
    switch self {
    case .space: "this is no link: its address has a space"
    case .noEnd: "this is no link: its address has no end"
    case .curlyQuotes: "this is no link: its title stands in curly quotes"
    case .apart: "this is no link: a space stands between its words and its address"
    case .swapped: "this is no link: its address stands before its words"
    case .noDefinition(let label): "this is no link: nothing says where '[\(label)]' leads"
    case .noFootnote(let label): "this is no footnote: there is no '[\(label)]: …'"
    }
  }

  fileprivate var help: String {
    switch self {
    case .space: "put '<' and '>' round the address"
    case .noEnd: "write ')' behind the address"
    case .curlyQuotes: "write the title in straight quotes"
    case .apart: "take out the space behind ']'"
    case .swapped(let words, let address): "write '[\(words)](\(address))'"
    case .noDefinition(let label):
      "write '[\(label)]: ' and its address on a line of its own, or '\\[' where brackets are meant"
    case .noFootnote(let label):
      "write '[\(label)]: ' and its words on a line of its own, or '\\[' where brackets are meant"
    }
  }
}
