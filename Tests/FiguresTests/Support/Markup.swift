import Foundation
import Values

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import Figures

/// A figure's markup read by a strict parser: an element on each line, with its classes and words.
///
/// Where shapes and texts stand is left out.
final class Markup: NSObject, XMLParserDelegate {
  /// The outline; `nil` where the markup is not well-formed.
  private(set) var outline: String?
  /// All words, in order.
  private(set) var words: [String] = []
  /// The attributes of all elements, in order.
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  private var lines: [String] = []
  private var depth = 0
  private var text = ""

  init(_ html: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(html))
    parser.delegate = self
    if parser.parse() { outline = lines.joined(separator: "\n") }
  }

  convenience init(_ picture: any Picture, title: String = "A picture") {
    let figure = Figure(.picture(picture), title: title, description: "", caption: "")
    self.init(figure.html(.english).bytes)
  }

  /// How often an element of this name occurs with a class.
  func count(_ name: String, classed wanted: String? = nil) -> Int {
    elements.count { element in
      element.name == name
        && (wanted.map {
          (element.attributes["class"] ?? "").split(separator: " ").contains($0[...])
        }
          ?? true)
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    endText()
    elements.append((name, attributes))
    let said = ["class", "href"].compactMap { key in attributes[key].map { " \(key)=\($0)" } }
    lines.append(String(repeating: "  ", count: depth) + name + said.joined())
    depth += 1
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    endText()
    depth -= 1
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

  private func endText() {
    let said = text.trimmingCharacters(in: .whitespacesAndNewlines)
    text = ""
    guard !said.isEmpty else { return }
    words.append(said)
    lines.append(String(repeating: "  ", count: depth) + "“\(said)”")
  }
}

/// Random numbers that are the same in every run.
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A label of any characters, markup and controls among them.
  mutating func label() -> String {
    let odd = [
      "<", ">", "&", "\"", "'", "]]>", "<!--", "</text>", "\u{0}", "\u{B}", "\u{FFFE}", "\u{1F600}",
      "e\u{301}", "漢字", "שלום", "\n", " ", "a", "Service", "{{ x }}", "\u{202E}", "\u{10FFFF}",
    ]
    return (0..<Int.random(in: 0...8, using: &self))
      .compactMap { _ in odd.randomElement(using: &self) }.joined()
  }
}
