import Markdown
import YAML

/// Reads `limits` of `site.yml`: what one page's text may cost.
enum LimitsReader {
  /// Each limit with what `site.yml` calls it.
  private static let limits:
    [(key: KeyForm, limit: any WritableKeyPath<MarkdownLimits, Int> & Sendable)] = [
      (key("text", "Bytes of a page's text"), \.textBytes),
      (key("nesting", "Levels of lists and quotations in each other", deepestNesting), \.nesting),
      (key("paragraph", "Bytes of a paragraph or another block"), \.leafBytes),
      (key("columns", "Columns of a table"), \.tableColumns),
      (key("cells", "Cells of a table"), \.tableCells),
      (key("references", "Bytes of links that are defined apart"), \.referenceBytes),
    ]

  static let keys = limits.map(\.key)

  private static func key(_ name: String, _ description: String, _ most: Int? = nil) -> KeyForm {
    KeyForm(name, .wholeNumber(from: 1, to: most), description + ", at most")
  }

  /// Nesting beyond this would cost the parser's time and the stack, whatever a site says.
  private static let deepestNesting = 100

  /// The limits with those changed that are written; a limit is a whole number above zero.
  static func read(_ pair: Pair, _ decoder: inout NodeDecoder) -> MarkdownLimits {
    var limits = MarkdownLimits.standard
    guard let mapping = decoder.mapping(pair.value, as: pair.key) else { return limits }
    decoder.refuseUnknownKeys(of: mapping, known: keys.names, owner: "'limits'")
    for (key, limit) in Self.limits {
      let name = key.name
      guard let node = mapping[name], let number = decoder.integer(node, as: name) else { continue }
      let most = limit == \.nesting ? deepestNesting : Int.max
      guard (1...most).contains(number) else {
        decoder.wrongType(
          node, "'\(name)' cannot be \(number)",
          help: most == Int.max ? "write a number above 0" : "write a number from 1 to \(most)")
        continue
      }
      limits[keyPath: limit] = number
    }
    return limits
  }
}
