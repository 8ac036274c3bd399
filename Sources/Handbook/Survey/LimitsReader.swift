import Markdown
import YAML

/// Reads `limits` of `site.yml`: what one page's text may cost.
enum LimitsReader {
  /// What `site.yml` calls each limit.
  private static let names:
    [(name: String, limit: any WritableKeyPath<MarkdownLimits, Int> & Sendable)] = [
      ("text", \.textBytes), ("nesting", \.nesting), ("paragraph", \.leafBytes),
      ("columns", \.tableColumns), ("cells", \.tableCells), ("references", \.referenceBytes),
    ]

  /// Nesting beyond this would cost the parser's time and the stack, whatever a site says.
  private static let deepestNesting = 100

  /// The limits with those changed that are written; a limit is a whole number above zero.
  static func read(_ pair: Pair, _ decoder: inout NodeDecoder) -> MarkdownLimits {
    var limits = MarkdownLimits.standard
    guard let mapping = decoder.mapping(pair.value, as: pair.key) else { return limits }
    decoder.refuseUnknownKeys(of: mapping, known: names.map(\.name), owner: "'limits'")
    for (name, limit) in names {
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
