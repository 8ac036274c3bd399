import YAML

/// Reads `feed` of `site.yml`: `true`, `false`, or `{sections: false, entries: 20}`.
enum FeedReader {
  static let keys = [
    KeyForm("sections", .boolean, "Whether each section has a feed too"),
    KeyForm("entries", .wholeNumber(from: 1), "How many changes a feed tells at most"),
  ]

  static func read(_ pair: Pair, _ decoder: inout NodeDecoder) -> FeedSettings {
    switch decoder.feature(pair, keys: keys) {
    case .off: return FeedSettings(isOn: false)
    case .on, nil: return FeedSettings()
    case .settings(let mapping): return read(mapping, &decoder)
    }
  }

  private static func read(_ mapping: Mapping, _ decoder: inout NodeDecoder) -> FeedSettings {
    var settings = FeedSettings()
    if let node = mapping["sections"] {
      settings.sections = decoder.boolean(node, as: "sections") ?? true
    }
    if let node = mapping["entries"], let number = decoder.integer(node, as: "entries") {
      if number > 0 {
        settings.entries = number
      } else {
        decoder.wrongType(
          node, "'entries' cannot be \(number)", help: "write a number above 0, or 'feed: false'")
      }
    }
    return settings
  }
}
