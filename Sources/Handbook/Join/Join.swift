import Diagnostics

/// The site with its bodies joined: who links to whom, and what of that leads nowhere.
struct JoinedSite: Sendable {
  let site: Site
  let bodies: [Body]
  /// For each page, the pages whose bodies or fields lead to it, in the order of lists, each once.
  let backlinks: [[PageIndex]]
  /// Links to anchors that no body has; a layout may still bring them.
  let openFragments: [FragmentLink]

  /// Joins the bodies of all pages; `backlinks`, where given, are known to be those.
  init(_ site: Site, _ bodies: [Body], backlinks: [[PageIndex]]? = nil) {
    self.site = site
    self.bodies = bodies
    self.backlinks = backlinks ?? Self.backlinks(site, bodies)
    openFragments = Self.openFragments(site, bodies)
  }

  private static func openFragments(_ site: Site, _ bodies: [Body]) -> [FragmentLink] {
    // Asked where they are kept: nearly none is open.
    let isOpen = { (link: FragmentLink) in !bodies[link.target].anchors.contains(link.fragment) }
    var open: [FragmentLink] = []
    for page in bodies.indices {
      for link in bodies[page].fragmentLinks
      where isOpen(link) && site.tells(of: link.file, on: page) {
        open.append(link)
      }
    }
    return open + site.figures.fragments.filter(isOpen)
  }

  /// For each page, the pages whose bodies link to it, in the order of lists, each once.
  static func backlinks(_ site: Site, _ bodies: [Body]) -> [[PageIndex]] {
    var backlinks: [[PageIndex]] = Array(repeating: [], count: bodies.count)
    // In the order of lists, so that each page's own list is in it too.
    for source in site.collections.all where site.isPublished(source) {
      for target in bodies[source].targets
      where target != source && backlinks[target].last != source {
        backlinks[target].append(source)
      }
      for use in site.references.from(source)
      where use.target != source && backlinks[use.target].last != source {
        backlinks[use.target].append(source)
      }
    }
    return backlinks
  }
}
