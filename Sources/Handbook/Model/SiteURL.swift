import Diagnostics

/// The absolute address of a site, with its base path.
package struct SiteURL: Sendable, Equatable {
  /// Scheme and host, such as `https://handbook.example`, without a final slash.
  package let origin: String
  /// The path that the program alone puts before internal URLs: empty, or `/base` without a final slash.
  package let basePath: String

  /// Reads an absolute http or https URL without query and fragment; a final slash is not needed.
  package init?(_ text: String) {
    guard let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) }),
      !text.contains(where: { "?# \"<>\\".contains($0) })
    else { return nil }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    guard !host.isEmpty else { return nil }
    origin = scheme + host
    var path = rest.dropFirst(host.count)
    while path.hasSuffix("/") { path.removeLast() }
    basePath = String(path)
  }

  /// The address that `site.yml` gives, where it gives one.
  package static func written(in sources: any SourceTree) throws -> SiteURL? {
    guard let entry = try sources.find("site.yml") else { return nil }
    let file = SourceFile(path: entry.path, bytes: try sources.read(entry))
    return SettingsReader.read(file, url: nil).value.url
  }

  /// The absolute URL of a path of the site.
  package func absolute(_ path: String) -> String {
    origin + basePath + path
  }
}
