/// A file that is published as it is: an asset, or a file beside the pages.
struct PublishedFile: Sendable {
  /// The source.
  var entry: SourceEntry
  /// Where it is published.
  var url: URLPath

  /// Creates the published form of a file in `assets/` or `content/`.
  init(_ entry: SourceEntry) {
    self.entry = entry
    if entry.path.hasPrefix(URLPath.contentPrefix) {
      url = URLPath("/" + entry.path.dropFirst(URLPath.contentPrefix.count))
    } else {
      url = URLPath("/" + entry.path)
    }
  }
}
