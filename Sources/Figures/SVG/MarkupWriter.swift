/// Markup being written, SVG or HTML: the one place of this module where text is escaped.
struct MarkupWriter: Sendable {
  /// What was written, valid UTF-8.
  private(set) var bytes: [UInt8] = []

  /// An attribute: its name, and its value before escaping.
  typealias Attribute = (name: String, value: String)

  /// Writes an element with what `content` writes in it.
  mutating func element(
    _ name: String, _ attributes: [Attribute] = [], _ content: (inout MarkupWriter) -> Void
  ) {
    startTag(name, attributes, end: ">")
    content(&self)
    append("</\(name)>")
  }

  /// Writes an element with text in it.
  mutating func element(_ name: String, _ attributes: [Attribute] = [], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element of SVG that holds nothing.
  mutating func empty(_ name: String, _ attributes: [Attribute]) {
    startTag(name, attributes, end: "/>")
  }

  /// Writes text, in which nothing is markup.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\"": append("&quot;")
      case "'": append("&#39;")
      default: if isAllowed(scalar) { bytes += String(scalar).utf8 }
      }
    }
  }

  /// Writes markup that was finished elsewhere in this module.
  mutating func markup(_ finished: MarkupWriter) { bytes += finished.bytes }

  /// Begins a new line.
  mutating func newLine() { append("\n") }

  private mutating func startTag(_ name: String, _ attributes: [Attribute], end: String) {
    append("<\(name)")
    for attribute in attributes {
      append(" \(attribute.name)=\"")
      text(attribute.value)
      append("\"")
    }
    append(end)
  }

  private mutating func append(_ markup: String) { bytes += markup.utf8 }
}

/// Whether the character may stand in XML 1.0 and in HTML: no control characters, no noncharacters.
private func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A, 0x0D: true
  case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: false
  default: scalar.value & 0xFFFE != 0xFFFE
  }
}
