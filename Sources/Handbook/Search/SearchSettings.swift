import YAML

/// How a site is searched: `search` in `site.yml`.
struct SearchSettings: Sendable {
  /// Path patterns of pages that are not found, as sources such as `content/old/**`.
  var exclude: [String] = []

  static let keys = [
    KeyForm("exclude", .several(.text()), "Pages that are not found, such as content/old/**")
  ]

  /// Reads `true`, `false` or a mapping; `nil` for `false`.
  static func read(_ pair: Pair, _ decoder: inout NodeDecoder) -> SearchSettings? {
    var settings = SearchSettings()
    switch decoder.feature(pair, keys: keys) {
    case .off: return nil
    case .on, nil: break
    case .settings(let mapping):
      if let node = mapping["exclude"] {
        settings.exclude = decoder.texts(node, as: "exclude") ?? []
      }
    }
    return settings
  }
}
