import Values
import YAML

/// A value that is to be written as YAML.
package indirect enum DraftValue: Sendable {
  /// Text, in quotes where it needs them.
  case text(String)
  /// A number, a day, a truth value or nothing: as it stands.
  case plain(String)
  case list([DraftValue])
  case map([(key: String, value: DraftValue)])

  static func day(_ day: PlainDate?) -> DraftValue { .plain(day?.description ?? "null") }
  static func texts(_ texts: [String]) -> DraftValue { .list(texts.map(DraftValue.text)) }

  /// On one line, between brackets and braces.
  package var inline: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .plain(let text): text
    case .list(let values): "[" + values.map(\.inline).joined(separator: ", ") + "]"
    case .map(let pairs):
      "{" + pairs.map { "\($0.key): \($0.value.inline)" }.joined(separator: ", ") + "}"
    }
  }

  /// As the value of a list, its hyphen in the column `indent`: a line for each key of a mapping, and
  /// below it a line for each mapping of a list.
  func item(indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    guard case .map(let pairs) = self else { return "\(margin)- \(inline)\n" }
    var text = ""
    for (index, pair) in pairs.enumerated() {
      text += margin + (index == 0 ? "- " : "  ") + pair.key + ":"
      if case .list(let values) = pair.value, case .map? = values.first {
        text += "\n" + values.map { "\(margin)    - \($0.inline)\n" }.joined()
      } else {
        text += " \(pair.value.inline)\n"
      }
    }
    return text
  }

  /// Text as YAML reads it back: plain where that is surely the same.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.utf8.first.map(isLetter) == true && text.utf8.last != UInt8(ascii: " ")
      && text.utf8.allSatisfy(isPlainByte)
      && !["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
      && !text.contains("://") || isAddress(text)
    if isPlain, text.unicodeScalars.allSatisfy({ $0.isASCII || $0.properties.isAlphabetic }) {
      return text
    }
    return "\"\(Scalar.escaped(text, between: UInt8(ascii: "\"")))\""
  }

  /// Addresses hold colons, but none before a blank.
  private static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("https://") && text.utf8.last != UInt8(ascii: ":")
      && text.utf8.allSatisfy { isPlainByte($0) || $0 == UInt8(ascii: ":") }
      && !text.contains(" ")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...0xFF:
      true
    default: false
    }
  }

  private static func isPlainByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "&"),
      UInt8(ascii: "'"):
      true
    default: isLetter(byte)
    }
  }
}
