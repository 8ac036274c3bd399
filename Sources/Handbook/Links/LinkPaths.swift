/// The paths by which a link may lead to a page, in the forms that people write.
enum LinkPaths {
  /// The folders that a relative link on a page begins in: that of its file, then that of its URL.
  static func folders(of page: Page) -> [String] {
    let source = page.source.map { "/" + $0.path.dropFirst(URLPath.contentPrefix.count) }
    return [source, page.path.text].compactMap { $0 }.map { path in
      String(path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex))
    }
  }

  /// The rooted paths of a page that end as `path` does: in `.md`, `.html`, `/` or none of them.
  static func forms(of page: Page, like path: String) -> [String] {
    let url = page.url
    let bare = url.hasSuffix("/") ? String(url.dropLast()) : url
    let source = page.source.map {
      percentEncoded("/" + $0.path.dropFirst(URLPath.contentPrefix.count))
    }
    let forms: [String]
    if path.hasSuffix(".md") {
      let isWhole = path.hasPrefix(URLPath.contentPrefix)
      forms = source.map { isWhole ? ["/content" + $0, $0] : [$0] } ?? [url]
    } else if path.hasSuffix("index.html") {
      forms = [bare + "/index.html"]
    } else if path.hasSuffix(".html") {
      forms = [bare + ".html"]
    } else {
      let bySource = source.map { String($0.dropLast(".md".count)) }
      forms =
        path.hasSuffix("/") ? [url] : [bare.isEmpty ? "/" : bare] + (bySource.map { [$0] } ?? [])
    }
    return forms.map(LinkFault.withoutParentheses)
  }

  /// The path from a folder, which ends in `/`, to a rooted path.
  static func relative(_ path: String, from folder: String) -> String {
    let target = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let start = percentEncoded(folder).split(separator: "/")
    let common = zip(target.dropLast(), start).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: start.count - common)
    let rest = target.dropFirst(common).map(String.init)
    let result = (up + rest).joined(separator: "/")
    return LinkFault.withoutParentheses(result.isEmpty ? "./" : result)
  }
}
