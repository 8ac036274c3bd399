import Digest
import Search
import Values

/// What is published for searching: the index, and the script that reads it.
struct SearchFiles {
  private static let scriptURL = URLPath("/assets/search.js")

  /// A file of the index.
  struct File {
    var url: URLPath
    var bytes: [UInt8]
  }

  /// The index's files; none where the site is not searched.
  let all: [File]

  /// Makes the index of a site from the bodies of its pages.
  init(_ site: Site, _ bodies: [Body]) {
    guard site.settings.search != nil else {
      all = []
      return
    }
    // The menu decides over groups, of which bodies show nothing else.
    let pages = bodies.indices.compactMap { index in
      bodies[index].search.map { page in
        var page = page
        page.group = site.searchGroup(of: index)
        return page
      }
    }
    let index = SearchIndex(
      pages.sorted { $0.url.precedes($1.url) },
      language: SearchLanguage(tag: site.settings.language),
      entries: site.register == nil ? "" : "/registry/certificates/")
    all = index.files { String(SHA256(of: $0).hex.prefix(10)) }.map {
      File(url: URLPath(SearchPage.url + $0.path), bytes: $0.bytes)
    }
  }

  /// The script, where the site is searched.
  static func script(_ settings: Settings) -> [HashedAssets.MadeAsset] {
    settings.search == nil
      ? [] : [HashedAssets.MadeAsset(url: scriptURL, bytes: SearchScript.bytes)]
  }

  /// The paths of what can be linked to, but a script of the site's own.
  static func paths(_ settings: Settings, beside files: [PublishedFile]) -> [String] {
    guard settings.search != nil else { return [] }
    let hasOwnScript = files.contains { $0.url.text == scriptURL.text }
    return [SearchPage.url + "index.txt"] + (hasOwnScript ? [] : [scriptURL.text])
  }
}
