import Diagnostics
import YAML

/// Writes links anew so that they lead where they led before a move, in the form they were written.
struct LinkRewriting {
  private let old: Site
  private let move: Move
  private let pages: [Page]
  private let links: LinkResolver
  private let names: ReferenceResolver
  /// The new URLs of moved files that are no pages, by their old ones.
  private let fileURLs: [String: String]

  /// Prepares the site as it will be, where former addresses lead nowhere yet.
  ///
  /// `kinds` are those of the site then.
  init(_ site: Site, _ move: Move, _ kinds: KindTable) {
    old = site
    self.move = move
    pages = site.pages.map { $0.moved(by: move) }
    let files = site.files.map { $0.moved(by: move) }
    fileURLs = Dictionary(
      zip(site.files, files).map { ($0.url.encoded, $1.url.encoded) },
      uniquingKeysWith: { first, _ in first })
    links = LinkResolver(
      table: LinkTable(
        pages: pages, files: files,
        generated: GeneratedFiles.paths(
          site.settings, feeds: site.feeds, hasRegister: site.register != nil, beside: site.files)),
      pages: pages, site: site.settings.url, publishesDrafts: site.publishesDrafts,
      registerURL: { site.register?.url(of: $0) })
    names = ReferenceResolver(kinds: kinds, pages: pages, links: links)
  }

  /// The pages as they will be.
  var movedPages: [Page] { pages }

  /// What to write in place of a link that several pages may show; `nil` where it leads on as it is.
  ///
  /// - Returns: an empty edit list is never given: a link that cannot be written anew is `nil` too,
  ///   and is found when the moved site is checked.
  func edit(_ uses: [WrittenLink]) -> TextEdit? {
    guard let link = uses.first, link.isVerbatim,
      uses.contains(where: { !leadsOn($0.written, $0) })
    else { return nil }
    if let type = link.type { return nameEdit(link, type) }
    let parts = WrittenURL(link.written, under: old.settings.url)
    for path in candidates(parts, link) {
      let written = parts.prefix + path + parts.suffix
      guard uses.allSatisfy({ leadsOn(written, $0) }) else { continue }
      return link.edit(parts, path)
    }
    return nil
  }

  /// A field's name for a page: the shortest where it was short, else its address.
  private func nameEdit(_ link: WrittenLink, _ type: ReferenceType) -> TextEdit? {
    guard case .page(let page, _) = link.destination else { return nil }
    let forms = LinkPaths.forms(of: pages[page], like: link.written)
    let short = [names.id(of: page)]
    let name = (link.written.contains("/") ? forms + short : short + forms)
      .first { leads($0, to: page, as: type) }
    return name.map { link.edit(WrittenURL(ofName: link.written), $0) }
  }

  private func leads(_ name: String, to page: PageIndex, as type: ReferenceType) -> Bool {
    guard case .page(page) = names.resolve(name, as: type) else { return false }
    return true
  }

  /// Whether `written` leads after the move to what the link led to before it.
  private func leadsOn(_ written: String, _ link: WrittenLink) -> Bool {
    if let type = link.type, case .page(let page, _) = link.destination {
      return leads(written, to: page, as: type)
    }
    let resolved = resolve(written, as: link)
    switch link.destination {
    case .page, .external, .none: return resolved.destination == link.destination
    case .file:
      guard resolved.destination == .file, let before = link.url, let after = resolved.url else {
        return false
      }
      let bare = String(before.prefix { $0 != "?" && $0 != "#" })
      return (fileURLs[bare] ?? bare) + before.dropFirst(bare.count) == after
    }
  }

  /// What `written` leads to in the place of the link.
  private func resolve(_ written: String, as link: WrittenLink) -> ResolvedLink {
    switch link.kind {
    case .related, .navigation, .settings: return links.resolve(name: written)
    case .figure, .data: return links.resolve(rooted: written)
    case .text, .layout, .sources, .field:
      return link.page.map { links.resolve(written, on: $0) } ?? links.resolve(name: written)
    }
  }

  /// The forms of the new path, the one most like the old first.
  private func candidates(_ parts: WrittenURL, _ link: WrittenLink) -> [String] {
    let isRooted = parts.path.hasPrefix("/")
    let page = link.page.map { pages[$0] }
    let folders = isRooted || !parts.prefix.isEmpty ? [] : page.map(LinkPaths.folders) ?? []
    switch link.destination {
    case .page(let target, _):
      let page = pages[target]
      let forms = LinkPaths.forms(of: page, like: parts.path)
      let names = link.kind.isName ? forms.map { String($0.dropFirst()) } : []
      let rooted = (isRooted ? [] : names) + forms + [page.url]
      // Where a page is named rather than linked to, nothing is percent-encoded.
      let decoded = link.kind.isName ? rooted.compactMap { percentDecoded($0) } : []
      return folders.flatMap { folder in forms.map { LinkPaths.relative($0, from: folder) } }
        + rooted + decoded
    case .file:
      let bare = String((link.url ?? "").prefix { $0 != "?" && $0 != "#" })
      let url = fileURLs[bare] ?? bare
      return folders.map { LinkPaths.relative(url, from: $0) } + [LinkFault.withoutParentheses(url)]
    case .external, .none: return []
    }
  }
}

/// A URL taken apart so that its path alone can be replaced.
struct WrittenURL {
  /// The site's address, or its base path, where that is written.
  let prefix: String
  let path: String
  /// Query and fragment.
  let suffix: String

  init(_ written: String, under site: SiteURL?) {
    let head = String(written.prefix { $0 != "?" && $0 != "#" })
    suffix = String(written.dropFirst(head.count))
    var start = 0
    if let site, site.pathBelow(head) != nil {
      start =
        head.utf8.count
        - (site.pathBelow(head).map { $0 == "/" && !head.hasSuffix("/") ? 0 : $0.utf8.count } ?? 0)
    } else if let base = site?.basePath, !base.isEmpty, head.hasPrefix(base + "/") {
      start = base.utf8.count
    }
    prefix = String(head.utf8.prefix(start)) ?? ""
    path = String(head.utf8.dropFirst(start)) ?? head
  }

  /// A name, all of which is replaced.
  init(ofName name: String) {
    (prefix, path, suffix) = ("", name, "")
  }
}

extension Page {
  /// The page as it will be after a move.
  fileprivate func moved(by move: Move) -> Page {
    guard var entry = source, let path = move.files[entry.path] else { return self }
    entry.path = path
    var page = self
    page.origin = .file(entry)
    if head.path == nil {
      page.path = URLPath(contentPath: path)
      page.url = page.path.encoded
    }
    return page
  }
}

extension PublishedFile {
  fileprivate func moved(by move: Move) -> PublishedFile {
    guard let path = move.files[entry.path] else { return self }
    var entry = entry
    entry.path = path
    return PublishedFile(entry)
  }
}

extension WrittenLink {
  /// Another path in place of that of the link, in quotes where what it is written in asks for them.
  fileprivate func edit(_ parts: WrittenURL, _ path: String) -> TextEdit {
    let start = place.range.lowerBound + parts.prefix.utf8.count
    let range = start..<start + parts.path.utf8.count
    guard kind.isInYAML else { return TextEdit(range, path) }
    if let quote { return TextEdit(range, Scalar.escaped(path, between: quote)) }
    if Scalar.written(path) == path { return TextEdit(range, path) }
    return TextEdit(place.range, Scalar.written(parts.prefix + path + parts.suffix))
  }

  /// The quote that the link is written between; `nil` where there is none.
  private var quote: UInt8? {
    let (bytes, range) = (place.file.bytes, place.range)
    guard range.lowerBound > 0, range.upperBound < bytes.count,
      bytes[range.lowerBound - 1] == bytes[range.upperBound]
    else { return nil }
    return "'\"".utf8.first { $0 == bytes[range.upperBound] }
  }
}

extension WrittenLink.Kind {
  /// Whether it is a value of YAML.
  fileprivate var isInYAML: Bool {
    switch self {
    case .text, .layout: false
    case .related, .sources, .field, .navigation, .figure, .data, .settings: true
    }
  }

  /// Whether a page may be named there without its first slash.
  fileprivate var isName: Bool {
    switch self {
    case .related, .navigation, .settings, .figure: true
    case .text, .layout, .sources, .field, .data: false
    }
  }
}
