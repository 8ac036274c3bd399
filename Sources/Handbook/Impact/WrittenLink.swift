package import Diagnostics

/// A link of the site, and where it is written.
package struct WrittenLink: Sendable {
  /// In what a link is written.
  package enum Kind: String, Sendable {
    /// In the text of a page, or in a partial that it includes.
    case text
    /// In a layout or partial of one.
    case layout
    /// In `related` of a page's front matter.
    case related
    /// In `sources` of a page's front matter.
    case sources
    /// In a field of the kind of a page.
    case field
    /// In the menu that `site.yml` lays out.
    case navigation
    /// In what a figure shows.
    case figure
    /// In data of the site's own, of which templates make links.
    case data
    /// Where `site.yml` names a page otherwise.
    case settings
  }

  /// In what it is written.
  package let kind: Kind
  /// Where it is written: the URL itself, the label of a reference, or what printed it.
  package private(set) var place: Place
  /// The URL, as it came out.
  package let written: String
  /// The page that shows it; `nil` for what is written for no one page.
  let page: PageIndex?
  /// What it leads to.
  let destination: ResolvedLink.Destination
  /// The URL of what it leads to, where that is on this site.
  let url: String?
  /// To which pages the field may refer that it is written in.
  let type: ReferenceType?

  /// Creates a link; `place` becomes that of the URL alone where the URL stands in it as it is.
  init(
    _ kind: Kind, _ written: String, at place: Place, on page: PageIndex?,
    leadsTo resolved: ResolvedLink, as type: ReferenceType? = nil
  ) {
    self.kind = kind
    self.written = written
    self.place = place.narrowed(to: written)
    self.page = page
    destination = resolved.destination
    url = resolved.url
    self.type = type
  }

  /// The link where `place` says that it was written.
  func written(_ place: (Place) -> Place) -> WrittenLink {
    var link = self
    link.place = place(self.place)
    return link
  }

  /// Whether the URL stands in the file just as it came out, so that another may take its place.
  var isVerbatim: Bool { place.holds(written.utf8) }

  /// The fragment that it leads to; empty for a whole page.
  package var fragment: String {
    if case .page(_, let fragment) = destination { fragment } else { "" }
  }
}

extension Place {
  /// The part of it that holds `text`, where that is once there and no template may have printed it.
  fileprivate func narrowed(to text: String) -> Place {
    let part = file.bytes[range]
    guard !holds(text.utf8), !text.isEmpty, !part.contains(UInt8(ascii: "{")),
      let found = part.firstRange(of: Array(text.utf8)),
      part[found.upperBound...].firstRange(of: Array(text.utf8)) == nil
    else { return self }
    return Place(file, found)
  }
}

/// A site with all of its links.
package struct LinkedSite: Sendable {
  let site: Site
  /// The links that are written in the site's own files, in the order of files and places, each
  /// once for each page that shows it.
  package let links: [WrittenLink]
  /// For each page, what can be linked to on it.
  let anchors: [[String]]

  init(_ site: Site, bodies: [Body], pages: [MadePage], sources: any SourceTree) throws {
    self.site = site
    anchors = zip(bodies, pages).map { $0.anchors + $1.anchors }
    var links = bodies.flatMap(\.links) + pages.flatMap(\.links)
    for (index, page) in site.pages.enumerated() {
      let uses = site.references.from(index)
      guard let entry = page.source,
        !page.head.related.isEmpty || !page.head.sourceLinks.isEmpty || !uses.isEmpty
      else { continue }
      let file = SourceFile(path: entry.path, bytes: try sources.read(entry))
      links += page.head.related.filter { related in
        !uses.contains { $0.written.range == related.range }
      }.map { related in
        WrittenLink(
          .related, related.value, at: Place(file, related.range), on: index,
          leadsTo: site.links.resolve(name: related.value))
      }
      links += page.head.sourceLinks.map { link in
        WrittenLink(
          .sources, link.value, at: Place(file, link.range), on: index,
          leadsTo: site.links.resolve(link.value, on: index))
      }
      links += uses.filter { !$0.written.range.isEmpty }.map { use in
        WrittenLink(
          .field, use.written.value, at: Place(file, use.written.range), on: index,
          leadsTo: ResolvedLink(destination: .page(use.target, fragment: "")), as: use.type)
      }
    }
    let items = site.settings.navigation ?? []
    links += items.flatMap(\.pages).map { written in
      WrittenLink(
        .navigation, written.value, at: Place(site.settings.file, written.range), on: nil,
        leadsTo: site.links.resolve(name: written.value))
    }
    links += try DataLinks(site: site, sources: sources).all()
    // Built-in layouts are nobody's to change.
    let paths = Set(sources.entries.map(\.path)).union(site.settings.namedPaths)
    links = links.filter { paths.contains($0.place.file.path) }
    if let adaptation = site.adaptation { links = links.map { $0.written(adaptation.written) } }
    self.links = links.sorted {
      ($0.place.file.path, $0.place.range.lowerBound, $0.place.range.upperBound, $0.page ?? -1)
        < ($1.place.file.path, $1.place.range.lowerBound, $1.place.range.upperBound, $1.page ?? -1)
    }
  }
}

extension NavigationItem {
  /// The pages that the entry and those below it name.
  fileprivate var pages: [Located<String>] {
    switch target {
    case .page(let page): [page]
    case .tag: []
    case .group(let items): items.flatMap(\.pages)
    }
  }
}

extension LinkResolver {
  /// Resolves a page that front matter or `site.yml` names.
  func resolve(name: String) -> ResolvedLink {
    let page = page(named: name)
    return ResolvedLink(destination: page.map { .page($0, fragment: "") } ?? .none)
  }
}
