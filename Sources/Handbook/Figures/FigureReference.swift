/// A figure as an author places it: `figure:network?focus=payments`, or without the scheme in a
/// template.
struct FigureReference: Sendable, Equatable {
  /// Its name in `figures` of site.yml.
  var name: String
  /// What of it is shown; `this` is the page it stands on.
  var focus: String?
  /// Whether its table is shown too.
  var showsTable = true
  /// A setting that figures do not have.
  var unknown: String?

  /// What an image's URL begins with that is a figure.
  static let scheme = "figure:"

  /// Reads the URL of an image; `nil` for one that is no figure.
  init?(url: String) {
    guard url.utf8.starts(with: Self.scheme.utf8) else { return nil }
    self.init(String(url.dropFirst(Self.scheme.count)))
  }

  /// Reads a name with its settings behind `?`.
  init(_ written: String) {
    let parts = written.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    name = percentDecoded(parts[0]) ?? String(parts[0])
    for setting in parts.dropFirst().first?.split(separator: "&") ?? [] {
      let pair = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = pair.count > 1 ? percentDecoded(pair[1]) ?? String(pair[1]) : ""
      switch (pair[0], value) {
      case ("focus", _) where !value.isEmpty: focus = value
      case ("table", "no"): showsTable = false
      case ("table", "yes"): showsTable = true
      default: unknown = unknown ?? String(setting)
      }
    }
  }
}
