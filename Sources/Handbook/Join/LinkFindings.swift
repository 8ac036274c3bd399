import Diagnostics

/// Turns faulty links into findings, with what may have been meant.
struct LinkFindings {
  let site: Site
  let sources: any SourceTree
  /// Looking for near names costs a look at every page, so only so many findings get one.
  private static let suggestions = 200
  private var remaining = Self.suggestions
  private var files: [String: SourceFile] = [:]

  init(site: Site, sources: any SourceTree) {
    self.site = site
    self.sources = sources
  }

  /// The findings of links that lead to no page, file or entry.
  mutating func faults(_ faults: [PlacedFault]) -> [Diagnostic] {
    faults.map { placed in
      placed.fault.diagnostic(
        at: placed.place, url: placed.url,
        near: near(placed.fault).map { path(to: $0, like: placed) })
    }
  }

  /// The address of a page or file in the form of a link: from the folder of its page, in `.md` or
  /// not, where it was written so.
  private func path(to url: String, like link: PlacedFault) -> String {
    let written = String(link.fault.written.prefix { $0 != "?" && $0 != "#" })
    guard !written.isEmpty, !written.hasPrefix("/"), LinkForm.scheme(of: written) == nil,
      !link.fault.isName, let page = site.links.page(source: link.place.file.path)
    else { return url }
    let target = site.links.resolve(url, on: nil)
    var forms = [url]
    if case .page(let target, _) = target.destination {
      forms = LinkPaths.forms(of: site.pages[target], like: written)
    }
    return LinkPaths.folders(of: site.pages[page])
      .flatMap { folder in forms.map { LinkPaths.relative($0, from: folder) } }
      .first { site.links.resolve($0, on: page).url == target.url } ?? url
  }

  /// The findings of links to anchors that their page does not have.
  ///
  /// `anchors` are all that it has.
  mutating func brokenAnchors(
    _ links: [FragmentLink], anchors: (PageIndex) -> [String]
  ) throws(SourceError) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for link in links {
      let known = anchors(link.target)
      guard !known.contains(link.fragment) else { continue }
      diagnostics.append(
        brokenAnchor(link.fragment, on: link.target, known, at: try place(link)))
    }
    return diagnostics
  }

  /// The finding of a link to an anchor that the page does not have.
  func brokenAnchor(
    _ fragment: String, on page: PageIndex, _ known: [String], at place: Place
  ) -> Diagnostic {
    let url = site.pages[page].url
    // Those that begin with '_' are the layout's, for its own links.
    let known = known.filter { !$0.hasPrefix("_") }
    let near = nearest(to: fragment, among: known)
    let help =
      near.map { "did you mean '#\($0)'?" }
      ?? (known.isEmpty
        ? "'\(url)' has no headings to link to"
        : "'\(url)' has \(known.prefix(12).map { "#\($0)" }.joined(separator: ", "))")
    return Diagnostic(
      "broken-anchor", .error, at: place, "'\(url)' has no heading or anchor '#\(fragment)'",
      help: help, fix: near.flatMap { Fix(ofAnchor: fragment, to: $0, at: place) })
  }

  private mutating func place(_ link: FragmentLink) throws(SourceError) -> Place {
    if let known = files[link.file] { return Place(known, link.range) }
    let bytes = try sources.find(link.file).map { entry throws(SourceError) in
      try sources.read(entry)
    }
    let file = SourceFile(path: link.file, bytes: bytes ?? [])
    files[link.file] = file
    return Place(file, link.range)
  }

  /// What may have been meant: the URL nearest to the whole path, else one whose last part is.
  private mutating func near(_ fault: LinkFault) -> String? {
    guard remaining > 0 else { return nil }
    switch fault.kind {
    case .noPage:
      remaining -= 1
      let urls = site.pages.map(\.url)
      let end = [".md", ".html", "/"].first { fault.subject.hasSuffix($0) } ?? ""
      let subject = String(fault.subject.dropLast(end.count)) + "/"
      return nearest(to: subject, among: urls) ?? sameName(subject, urls)
    case .noFile:
      remaining -= 1
      let urls = site.files.map(\.url.encoded)
      return nearest(to: fault.subject, among: urls) ?? sameName(fault.subject, urls)
    case .noEntry:
      remaining -= 1
      return site.register.flatMap { nearest(to: fault.subject, among: $0.ids) }.map {
        "registry:\($0)"
      }
    case .noFigure, .noFocus: return site.figures.near(fault)
    case .empty, .noAnchor, .unsafe, .unsafeCharacter, .toDraft, .basePathTyped, .toBase,
      .noSetting, .figureNotImage, .imageElsewhere:
      return nil
    }
  }

  private func sameName(_ path: String, _ urls: [String]) -> String? {
    func name(_ url: String) -> Substring { url.split(separator: "/").last ?? "" }
    let wanted = String(name(path))
    guard !wanted.isEmpty else { return nil }
    if let same = urls.first(where: { name($0) == wanted }) { return same }
    let byName = Dictionary(
      urls.map { (String(name($0)), $0) }, uniquingKeysWith: { first, _ in first })
    return nearest(to: wanted, among: byName.keys).flatMap { byName[$0] }
  }
}
