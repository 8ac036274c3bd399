import Values

/// The pages that stand at former URLs and lead to where the content is now.
struct Redirects {
  let site: Site

  /// A page to be written at a former URL.
  struct Redirect {
    /// The former path.
    var path: URLPath
    /// The page it leads to.
    var target: PageIndex
    /// Former anchors that moved with it, in the order they were written.
    var fragments: [String] = []
  }

  /// All redirects, in the order of their paths.
  ///
  /// Anchors of the page's own URL are not among them: the page itself carries those.
  var all: [Redirect] {
    var redirects: [String: Redirect] = [:]
    for (index, page) in site.pages.enumerated() where site.isPublished(index) {
      for alias in page.head.aliases {
        let (path, fragment) = Self.split(alias.value)
        guard path.key != page.path.key else { continue }
        redirects[path.text, default: Redirect(path: path, target: index)].fragments +=
          fragment.map { [$0] } ?? []
      }
    }
    return redirects.values.sorted {
      $0.path.text.precedes($1.path.text)
    }
  }

  /// The anchors that the page carries for its own former ones.
  static func ownAnchors(of page: Page) -> [String] {
    page.head.aliases.compactMap { alias in
      let (path, fragment) = split(alias.value)
      return path.key == page.path.key ? fragment : nil
    }
  }

  /// The path and the fragment of an alias, decoded.
  ///
  /// A path that names no file gets its final slash; `index.html` goes, as servers leave it out.
  static func split(_ alias: String) -> (path: URLPath, fragment: String?) {
    let parts = alias.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var path = percentDecoded(parts[0]) ?? String(parts[0])
    if path.hasSuffix("/index.html") { path.removeLast("index.html".count) }
    let isWhole = path.hasSuffix("/") || path.hasSuffix(".html")
    let fragment = parts.count > 1 ? percentDecoded(parts[1]) ?? String(parts[1]) : nil
    return (URLPath(isWhole ? path : path + "/"), fragment)
  }

  /// The HTML of a redirect.
  ///
  /// It works without scripts, and says where it leads.
  func html(_ redirect: Redirect) -> [UInt8] {
    let page = site.pages[redirect.target]
    let base = site.settings.url?.basePath ?? ""
    let url = escapedAttribute(base + page.url)
    let title = escapedAttribute(page.title)
    let canonical =
      site.settings.url.map {
        "<link rel=\"canonical\" href=\"\(escapedAttribute($0.absolute(page.url)))\">\n"
      } ?? ""
    let fragments = redirect.fragments.map {
      "<li id=\"\(escapedAttribute($0))\"><a href=\"\(url)#\(escapedAttribute(percentEncoded($0)))\">\(escapedAttribute($0))</a></li>\n"
    }
    return Array(
      """
      <!DOCTYPE html>
      <html lang="\(escapedAttribute(site.settings.language))">
      <head><meta charset="utf-8">
      <title>\(title)</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      \(canonical)<meta http-equiv="refresh" content="0; url=\(url)">
      </head>
      <body><main>
      <p>This page has moved to <a href="\(url)">\(title)</a>.</p>
      \(fragments.isEmpty ? "" : "<ul>\n" + fragments.joined() + "</ul>\n")</main></body>
      </html>

      """.utf8)
  }
}
