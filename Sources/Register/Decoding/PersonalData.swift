import Diagnostics
import Values
import YAML

/// Looks for personal data in a public file: R50, told while the file is read.
struct PersonalData {
  private let file: SourceFile

  init(in file: SourceFile) { self.file = file }

  /// Keys that hold personal data, in small letters without hyphens and underscores.
  private static let keys: Set<String> = [
    "email", "emailaddress", "mail", "phone", "phonenumber", "telephone", "tel", "mobile", "dob",
    "dateofbirth", "birthday", "birthdate", "address", "postaladdress", "homeaddress", "postcode",
    "name", "fullname", "firstname", "lastname", "surname", "holder", "employer",
  ]

  /// Whether a key is one for personal data.
  static func isKey(_ key: String) -> Bool {
    keys.contains(key.lowercased().filter { $0 != "_" && $0 != "-" })
  }

  /// The finding about a key for personal data.
  func key(_ pair: Pair) -> Diagnostic? {
    guard Self.isKey(pair.key) else { return nil }
    return Diagnostic(
      "registry-r50", .error, at: Place(file, pair.keyRange),
      "'\(pair.key)' is personal data, and this file is public",
      help: "remove it; who a code stands for is written in the private file of people only")
  }

  /// The findings about texts in an entry that hold an address for mail or a telephone number.
  ///
  /// None repeats the text.
  func texts(of node: Node) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    look(at: node, &findings)
    return findings
  }

  private func look(at node: Node, _ findings: inout [Diagnostic]) {
    switch node.content {
    case .scalar(let scalar):
      guard let what = Contact(in: scalar.text) else { return }
      findings.append(
        Diagnostic(
          "registry-r50", .error, at: Place(file, node.range),
          "this holds \(what.rawValue), and this file is public",
          help: "remove it, or link to a page that says how to get in touch"))
    case .sequence(let items): for item in items { look(at: item, &findings) }
    case .mapping(let mapping): for pair in mapping.pairs { look(at: pair.value, &findings) }
    }
  }
}

extension PersonalData {
  /// The findings about comments that hold an address for mail or a telephone number, in the order
  /// of the file: a comment is as public as what it stands beside.
  ///
  /// `multilineScalars`, in order, are texts in which nothing is a comment; in other texts a `#`
  /// was looked at already, and `found` tells what came of it. O(*bytes*).
  func comments(outside multilineScalars: [SourceRange], found: [Diagnostic]) -> [Diagnostic] {
    let texts =
      multilineScalars + found.lazy.filter { $0.rule == "registry-r50" }.map(\.place.range)
    return comments.compactMap { comment in
      guard let what = Contact(in: String(decoding: file.bytes[comment], as: UTF8.self)),
        !texts.contains(where: { $0.contains(comment.lowerBound) })
      else { return nil }
      return Diagnostic(
        "registry-r50", .error, at: Place(file, comment),
        "this comment holds \(what.rawValue), and this file is public",
        help: "remove it, or say where to ask, such as 'ask the registrar'")
    }
  }

  /// From each `#` that a comment may begin with to the end of its line.
  private var comments: [SourceRange] {
    file.bytes.withUnsafeBufferPointer { bytes in
      var found: [SourceRange] = []
      var rest = bytes[...]
      while let start = rest.firstIndex(of: UInt8(ascii: "#")) {
        guard start == 0 || bytes[start - 1] <= 0x20 else {
          rest = bytes[(start + 1)...]
          continue
        }
        rest = bytes[start...].drop { $0 != 0x0A && $0 != 0x0D }
        found.append(start..<rest.startIndex)
      }
      return found
    }
  }
}

/// A way to reach a person that a text holds.
enum Contact: String {
  case mail = "an e-mail address"
  case telephone = "a telephone number"

  /// The first one in `text`; `nil` where it holds none.
  ///
  /// O(*bytes*). A telephone number has 9 to 15 digits, begins with `+` or `0`, and has nothing
  /// but blanks, hyphens, dots, slashes and brackets between them.
  init?(in text: String) {
    // Nothing so short can be reached.
    guard text.utf8.count > 5, Self.mayHold(text) else { return nil }
    var digits = DigitRun()
    var previous: UInt8 = 0
    var mayBeMail = false
    var rest = text.utf8[...]
    while let byte = rest.first {
      // A day is no part of a number, and parts it from another.
      let isDay = !Self.isDigit(previous) && Self.beginsWithDay(rest)
      if byte == UInt8(ascii: "@"), previous > 0x20 { mayBeMail = true }
      if digits.ends(at: isDay ? UInt8(ascii: ",") : byte) {
        self = .telephone
        return
      }
      previous = byte
      rest = rest.dropFirst(isDay ? 10 : 1)
    }
    if digits.ends(at: 0) {
      self = .telephone
    } else if mayBeMail, Self.holdsMail(text) {
      self = .mail
    } else {
      return nil
    }
  }

  /// Whether a text has an `@`, or enough digits: nearly none has.
  private static func mayHold(_ text: String) -> Bool {
    var digits = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "@") { return true }
      if isDigit(byte) { digits += 1 }
    }
    return digits >= DigitRun.fewest
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// Whether a text begins with a day such as `2024-02-20`, and nothing that goes on with it.
  private static func beginsWithDay(_ text: Substring.UTF8View) -> Bool {
    guard let first = text.first, first == UInt8(ascii: "1") || first == UInt8(ascii: "2"),
      PlainDate(Substring(text.prefix(10))) != nil
    else { return false }
    return !(text.dropFirst(10).first.map(isDigit) ?? false)
  }

  /// Whether a part of the text reads like `name@host.example`.
  private static func holdsMail(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains { at in
      guard bytes[at] == UInt8(ascii: "@"), at > 0, isName(bytes[at - 1]) else { return false }
      let host = bytes[(at + 1)...].prefix { isName($0) }
      guard let dot = host.lastIndex(of: UInt8(ascii: ".")) else { return false }
      return dot > host.startIndex && dot + 1 < host.endIndex
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "%"), 0x80...0xFF:
      true
    default: false
    }
  }
}

/// Digits that a telephone number may be made of.
private struct DigitRun {
  /// The fewest digits of a telephone number.
  static let fewest = 9

  private var first: UInt8 = 0
  private var count = 0
  /// Whether the run began behind a letter, as in an id.
  private var isPartOfWord = false

  /// Goes on to a byte, and tells whether a telephone number ends before it.
  mutating func ends(at byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      if first == 0 { first = byte }
      count += 1
    case UInt8(ascii: "+"):
      if first == 0 { first = byte }
    case UInt8(ascii: " "), UInt8(ascii: "("):
      if count == 0 { isPartOfWord = false }
    case UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"):
      break
    default:
      let isNumber = isTelephone && !isPartOfWord
      first = 0
      count = 0
      isPartOfWord = byte.isWordPart
      return isNumber
    }
    return false
  }

  private var isTelephone: Bool {
    guard (Self.fewest...15).contains(count) else { return false }
    return first == UInt8(ascii: "+") || first == UInt8(ascii: "0")
  }
}

extension UInt8 {
  /// Whether a number behind it goes on with a word, as in an id or an address.
  fileprivate var isWordPart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: "%"), 0x80...0xFF:
      true
    default: false
    }
  }
}
