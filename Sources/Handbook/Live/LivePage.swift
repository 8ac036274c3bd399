package import Diagnostics

/// A page of a live site as it is shown.
package struct LivePage: Sendable {
  /// Its HTML, as `compile` writes it.
  package var html: [UInt8]
  /// The same with the links marked that lead nowhere; the same bytes where there are none.
  package var markedHTML: [UInt8]
  /// What is wrong with it, as far as it alone tells: in its file, and in what it is made of.
  package var findings: [Diagnostic]
  /// Whether its file and its templates can be read as what they are, so that it is worth showing.
  package var isReadable: Bool
  /// The path of the file it is written in.
  package var source: String?
  /// Whether it is left out of a build.
  package var isDraft: Bool
}

extension LiveSite {
  /// Whether a page can be shown only when the bodies of all pages are known.
  package func needsAllBodies(_ page: PageNumber) -> Bool {
    backlinks(of: page.index) == nil
      && (maker.needsAllBodies(page.index) || page.index == site.printPage)
  }

  /// Makes a page from what its file holds now.
  package func page(_ number: PageNumber) throws -> LivePage {
    let index = number.index
    var buffers = PageBuffers()
    let made =
      try index == site.printPage
      ? printPage() : maker.make(index, backlinks: backlinks(of: index) ?? [], &buffers)
    var judge = PageJudge(live: self, index: index, facts: made.facts)
    let findings = try judge.findings()
    let page = site.pages[index]
    return LivePage(
      html: made.html,
      markedHTML: judge.hasLinkFindings ? judge.marked(made.html) : made.html,
      findings: findings,
      isReadable: !findings.contains { PageJudge.hides($0, page.source?.path) },
      source: page.source?.path, isDraft: page.isDraft && !options.includesDrafts)
  }
}

extension LiveSite {
  /// Makes the page for printing, and all others for it.
  private func printPage() throws -> LiveMaker.Made {
    var buffers = PageBuffers()
    let collector = BookCollector(
      BookPlan(site), of: site, outside: .site, before: NoOutput())
    for page in collector.pages {
      guard let path = site.pages[page].path.outputPath else { continue }
      let made = try maker.make(page, backlinks: backlinks(of: page) ?? [], &buffers)
      try made.html.withUnsafeBytes { try collector.write($0, to: path) }
    }
    return try maker.makePrintPage(collector.book, &buffers)
  }
}

/// Judges one page without the others: what it alone has done wrong.
private struct PageJudge {
  let live: LiveSite
  let index: PageIndex
  let facts: PageFacts
  /// The anchors of pages that links lead to, as they become known.
  private var anchors: [PageIndex: [String]] = [:]
  private(set) var hasLinkFindings = false

  private var site: Site { live.site }

  init(live: LiveSite, index: PageIndex, facts: PageFacts) {
    self.live = live
    self.index = index
    self.facts = facts
    anchors[index] = (facts.body?.anchors ?? []) + (facts.page?.anchors ?? [])
  }

  /// Whether a finding keeps the page from being shown as it is written.
  static func hides(_ finding: Diagnostic, _ source: String?) -> Bool {
    switch finding.rule {
    case "template-syntax": true
    case "invalid-front-matter", "invalid-encoding": finding.pathHere == source
    default: false
    }
  }

  mutating func findings() throws -> [Diagnostic] {
    let page = site.pages[index]
    let body = facts.body ?? .empty
    let made = facts.page ?? MadePage()
    var links = LinkFindings(site: site, sources: live.sources)
    let head = try HeadLinks(of: index, in: site, live.sources)
    var broken: [Diagnostic] = links.faults(
      body.faults + head.faults
        + made.faults.filter { !head.isBehind($0.fault, of: index, in: site) })
    let open = try (body.fragmentLinks + head.fragments).filter {
      try !isAnchor($0.fragment, of: $0.target)
    }
    let known = anchors
    broken += try links.brokenAnchors(open) { known[$0] ?? [] }
    for link in made.fragments
    where try !isAnchor(link.fragment, of: link.target) && !head.hasLink(to: link) {
      broken.append(
        links.brokenAnchor(
          link.fragment, on: link.target, anchors[link.target] ?? [], at: link.place))
    }
    hasLinkFindings = !broken.isEmpty
    let files = Set([page.source?.path].compactMap { $0 } + templateFiles(page))
    let surveyed = live.surveyed.diagnostics.filter { files.contains($0.place.file.path) }
    return Findings.open(
      surveyed + body.diagnostics + made.diagnostics + broken, on: site,
      at: page.source?.path, but: site.settings.exemptions + page.head.exemptions + body.exemptions)
  }

  private func templateFiles(_ page: Page) -> [String] {
    live.surveyed.value.templates.layouts(for: page).map(\.file.path)
  }

  private mutating func isAnchor(_ fragment: String, of page: PageIndex) throws -> Bool {
    if let known = anchors[page] { return known.contains(fragment) }
    var facts = live.facts[page]
    if facts.body == nil || facts.page == nil {
      var buffers = PageBuffers()
      facts = try live.maker.make(page, backlinks: live.backlinks(of: page) ?? [], &buffers).facts
    }
    let known = (facts.body?.anchors ?? []) + (facts.page?.anchors ?? [])
    anchors[page] = known
    return known.contains(fragment)
  }

  /// The page's HTML, in which links that lead nowhere name the rule they break.
  func marked(_ html: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    let base = site.settings.url?.basePath ?? ""
    html.withUnsafeBufferPointer { bytes in
      var scan = AttributeScan(bytes)
      var edits = Edits(bytes)
      var lastTag: Int?
      while let attribute = scan.next(before: bytes.count) {
        guard attribute.role == .url, attribute.tagStart != lastTag,
          let rule = fault(of: edits.text(attribute.value), base)
        else { continue }
        lastTag = attribute.tagStart
        let name = bytes[(attribute.tagStart + 1)...].prefix {
          $0 > 0x20 && $0 != UInt8(ascii: "/")
        }
        edits.insert(" data-handbook-finding=\"\(rule)\"", at: name.endIndex)
      }
      edits.apply(to: &output)
    }
    return output
  }

  /// The rule that a link as published breaks.
  private func fault(of url: String, _ base: String) -> String? {
    let isBased = !base.isEmpty && (url == base || url.hasPrefix(base + "/"))
    let link = site.links.resolve(isBased ? String(url.dropFirst(base.count)) : url, on: index)
    if let fault = link.fault { return fault.rule }
    guard case .page(let target, let fragment) = link.destination, !fragment.isEmpty,
      let known = anchors[target], !known.contains(fragment)
    else { return nil }
    return "broken-anchor"
  }
}
