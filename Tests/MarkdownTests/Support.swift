import Diagnostics
import Markdown
import Testing

/// Renders a text; every link goes where it is written unless the scheme is unsafe.
func rendered(
  _ text: String, html: HTMLPolicy = .allowlist, limits: MarkdownLimits = .standard,
  plain: Bool = false,
  resolve: @escaping (Link) -> Destination = {
    Destination(isSafeURL($0.destination) ? $0.destination : nil)
  }
) -> RenderedMarkdown {
  let options = MarkdownOptions(
    html: html, limits: limits, labels: .english, collectsPlainText: plain)
  return render(Array(text.utf8), options: options, resolve: resolve)
}

/// The HTML of a text, without the last line's end.
func html(_ text: String, _ policy: HTMLPolicy = .allowlist) -> String {
  let bytes = rendered(text, html: policy).html
  let html = String(decoding: bytes, as: UTF8.self)
  return html.hasSuffix("\n") ? String(html.dropLast()) : html
}

/// The rules of a text's remarks, in order.
func rules(_ text: String, _ policy: HTMLPolicy = .allowlist) -> [String] {
  rendered(text, html: policy).remarks.map(\.rule)
}

/// A text and the ranges that are drawn below its lines with `^`; a lone `|` draws an empty one.
struct Drawing {
  var text = ""
  var ranges: [SourceRange] = []

  init(_ drawing: String) {
    var lineStart = 0
    for line in drawing.split(separator: "\n", omittingEmptySubsequences: false) {
      let isMarks = line.contains("^") && line.allSatisfy { $0 == " " || $0 == "^" }
      guard isMarks else {
        lineStart = text.utf8.count
        text += line + "\n"
        continue
      }
      var start: Int?
      for (offset, mark) in (line + " ").enumerated() {
        if mark == "^" { start = start ?? offset }
        if mark == " ", let first = start {
          ranges.append(lineStart + first..<lineStart + offset)
          start = nil
        }
      }
    }
  }
}

/// The links of a text, in the order in which the renderer asks.
func links(_ text: String) -> [Link] {
  var links: [Link] = []
  _ = rendered(text) { link in
    links.append(link)
    return Destination(link.destination)
  }
  return links
}

/// A small generator, so that random tests are the same everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A text made of pieces chosen at random.
func randomText(of pieces: [String], count: Int, _ generator: inout SeededGenerator) -> String {
  (0..<count).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
}
