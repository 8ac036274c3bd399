import Diagnostics

/// The links that the front matter of a page writes, in `related` and `sources`.
struct HeadLinks {
  /// What is wrong with them.
  private(set) var faults: [PlacedFault] = []
  /// Those that lead to an anchor.
  private(set) var fragments: [FragmentLink] = []
  /// The faulty ones as they are written: a layout that prints one is not to blame.
  private var faultyURLs: Set<String> = []

  /// Looks at the links of one page; only a page with something wrong is read for it.
  init(of index: PageIndex, in site: Site, _ sources: any SourceTree) throws(SourceError) {
    let page = site.pages[index]
    guard let entry = page.source else { return }
    var found: [(fault: LinkFault, range: SourceRange)] = []
    // Where its kind says what they are, related pages are looked up with its fields.
    for related in site.kind(of: index)?.field("related") == nil ? page.head.related : [] {
      if let fault = Self.fault(of: related.value, on: index, site) {
        found.append((fault, related.range))
      }
    }
    for link in page.head.sourceLinks {
      let resolved = site.links.resolve(link.value, on: index)
      if let fault = resolved.fault {
        found.append((fault, link.range))
        faultyURLs.insert(link.value)
      }
      if case .page(let target, let fragment) = resolved.destination, !fragment.isEmpty {
        fragments.append(
          FragmentLink(target: target, fragment: fragment, file: entry.path, range: link.range))
      }
    }
    guard !found.isEmpty else { return }
    let file = SourceFile(path: entry.path, bytes: try sources.read(entry))
    faults = found.map { PlacedFault(fault: $0.fault, place: Place(file, $0.range)) }
  }

  /// Whether a layout that prints the faulty link is not to blame: it is written here so, or leads
  /// nowhere as a field here does.
  func isBehind(_ fault: LinkFault, of page: PageIndex, in site: Site) -> Bool {
    faultyURLs.contains(fault.written)
      || fault.kind == .empty && Self.hasDeadReference(page, site)
  }

  /// Whether a field names a page that readers cannot follow to, which is a finding there.
  private static func hasDeadReference(_ page: PageIndex, _ site: Site) -> Bool {
    (site.pages[page].head.fields?.values ?? []).contains { value in
      value?.hasReference { reference in
        switch reference.target {
        case .word: false
        case .page(let target): !site.isPublished(target)
        case .nowhere: true
        }
      } ?? false
    }
  }

  /// Whether a link to the same anchor stands here, so that a layout that prints it is not to blame.
  func hasLink(to link: PlacedFragment) -> Bool {
    fragments.contains { $0.target == link.target && $0.fragment == link.fragment }
  }

  /// What is wrong with the name of a related page.
  private static func fault(of name: String, on page: PageIndex, _ site: Site) -> LinkFault? {
    var fault: LinkFault
    if let target = site.links.page(named: name) {
      guard !site.isPublished(target), site.isPublished(page) else { return nil }
      fault = LinkFault(.toDraft, subject: site.pages[target].url)
    } else {
      fault = LinkFault(.noPage, subject: name.hasPrefix("/") ? name : "/" + name)
    }
    fault.written = name
    fault.isName = true
    return fault
  }
}
