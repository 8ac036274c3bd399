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
    guard let mapping = pair.value.mapping else {
      return decoder.boolean(pair.value, as: pair.key) == false ? nil : settings
    }
    decoder.refuseUnknownKeys(of: mapping, known: keys.names, owner: "'search'")
    if let node = mapping["exclude"] {
      settings.exclude = decoder.texts(node, as: "exclude") ?? []
    }
    return settings
  }
}
