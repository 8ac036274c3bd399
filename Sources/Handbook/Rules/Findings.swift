import Diagnostics
import Register
import Values

/// All findings of a run, each once, in the order of files and places, at the site's own severities.
struct Findings {
  /// The findings that count.
  let open: [Diagnostic]
  /// The findings that the baseline lists, then those that comments allow.
  let suppressed: [SuppressedFinding]

  init(
    joined: JoinedSite, pages: [MadePage], sources: any SourceTree, baseline: Baseline?,
    asksOtherSites: Bool, diagnostics: [Diagnostic]
  ) throws {
    var links = LinkFindings(site: joined.site, sources: sources)
    var found = diagnostics
    for (index, body) in joined.bodies.enumerated() {
      let isTold = { (place: Place) in joined.site.tells(of: place.file.path, on: index) }
      found += body.diagnostics.filter { isTold($0.place) }
      found += links.faults(body.faults.filter { isTold($0.place) })
    }
    let anchors = { (page: PageIndex) in joined.bodies[page].anchors + pages[page].anchors }
    found += try links.brokenAnchors(joined.openFragments, anchors: anchors)
    for (index, page) in pages.enumerated() {
      let head = try HeadLinks(of: index, in: joined.site, sources)
      found += links.faults(head.faults)
      found += try links.brokenAnchors(head.fragments, anchors: anchors)
      let isTold = { (place: Place) in joined.site.tells(of: place.file.path, on: index) }
      let layout = page.faults.filter {
        isTold($0.place) && !head.isBehind($0.fault, of: index, in: joined.site)
      }
      let seenOn = joined.site.pages[index]
      let ofTemplates = page.diagnostics.filter { isTold($0.place) }
      found += (ofTemplates + links.faults(layout)).map { $0.seen(on: seenOn) }
      for link in page.fragments
      where isTold(link.place) && !anchors(link.target).contains(link.fragment)
        && !head.hasLink(to: link)
      {
        found.append(
          links.brokenAnchor(link.fragment, on: link.target, anchors(link.target), at: link.place)
            .seen(on: seenOn))
      }
    }
    let rules = joined.site.settings.rules
    var exemptions = joined.exemptions
    Self.trace(&found, &exemptions, joined.site.adaptation)
    Self.leaveOutWhatFollows(&found, &exemptions, joined.site)
    let silencing = Silencing(
      Self.sorted(found.compactMap { Self.levelled($0, rules) }), by: exemptions,
      asOf: joined.site.asOf, declared: rules.declared,
      isJudged: { asksOtherSites || !RuleCatalogue.isOnRequest($0) })
    let remarks = silencing.remarks.compactMap { Self.levelled($0, rules) }
    let all = remarks.isEmpty ? silencing.open : Self.sorted(silencing.open + remarks)
    let divided = (baseline ?? Baseline([])).divide(all)
    open = divided.new
    suppressed = divided.known + silencing.silenced
  }

  /// Those of `found`, from the page at `path` and what it is made of, that `exemptions` do not allow, each once, in order, at
  /// the site's severities.
  static func open(
    _ found: [Diagnostic], on site: Site, at path: String?, but exemptions: [Exemption]
  ) -> [Diagnostic] {
    var (found, exemptions) = (found, exemptions)
    trace(&found, &exemptions, site.adaptation) { $0.pathHere == path }
    leaveOutWhatFollows(&found, &exemptions, site)
    let levelled = found.compactMap { Self.levelled($0, site.settings.rules) }
    return Silencing(
      sorted(levelled), by: exemptions, asOf: site.asOf,
      isJudged: { !RuleCatalogue.isOnRequest($0) }
    ).open
  }

  /// Leads findings and comments back to the files in which they were written, where those are put
  /// together, and adds what is wrong with that.
  ///
  /// Without its base nothing can be said of the rest.
  private static func trace(
    _ found: inout [Diagnostic], _ exemptions: inout [Exemption], _ adaptation: Adaptation?,
    _ isWanted: (Diagnostic) -> Bool = { _ in true }
  ) {
    guard let adaptation else { return }
    found =
      (adaptation.lacksBase ? [] : found.map(adaptation.written))
      + adaptation.findings.filter(isWanted)
    exemptions = adaptation.lacksBase ? [] : exemptions.map(adaptation.written)
  }

  /// Leaves out what would not be found if `site.yml` and the register could be read to their ends.
  private static func leaveOutWhatFollows(
    _ found: inout [Diagnostic], _ exemptions: inout [Exemption], _ site: Site
  ) {
    if site.settings.isCutShort {
      let causes = [SettingsReader.syntaxRule, "invalid-encoding", "limit-exceeded"]
      found.removeAll {
        $0.place.file.path != site.settings.file.path || !causes.contains($0.rule)
      }
      exemptions = []
    }
    if site.register?.register.registry.isCutShort ?? false {
      found.removeAll { $0.rule == "broken-reference" }
    }
  }

  /// The finding at the severity that the site gives its rule; `nil` where it is off.
  ///
  /// What is wrong in a base is a warning: it is not repaired here.
  private static func levelled(_ finding: Diagnostic, _ rules: RuleSettings) -> Diagnostic? {
    var levelled = levelledHere(finding, rules)
    if finding.isInBase { levelled?.severity = .warning }
    return levelled
  }

  private static func levelledHere(_ finding: Diagnostic, _ rules: RuleSettings) -> Diagnostic? {
    var finding = finding
    switch rules.level(of: finding.rule, at: finding.pathHere) {
    case .off: return nil
    case .error: finding.severity = .error
    case .warning: finding.severity = .warning
    case nil where RuleCatalogue.rule(finding.rule)?.isOff ?? false: return nil
    case nil: break
    }
    return finding
  }

  /// In order, and without repetitions: a layout's mistake shows on every page that uses it.
  private static func sorted(_ findings: [Diagnostic]) -> [Diagnostic] {
    struct Key: Hashable {
      var path: String
      var start: Int
      var end: Int
      var rule: String
      var message: String
      init(_ finding: Diagnostic) {
        path = finding.place.file.path
        start = finding.place.range.lowerBound
        end = finding.place.range.upperBound
        rule = finding.rule
        message = finding.message
      }
    }
    let keyed = findings.map { (key: Key($0), finding: $0) }.sorted { left, right in
      let (left, right) = (left.key, right.key)
      if left.path != right.path {
        return left.path.precedes(right.path)
      }
      return (left.start, left.end, left.rule, left.message)
        < (right.start, right.end, right.rule, right.message)
    }
    var seen = Set<Key>()
    return keyed.filter { seen.insert($0.key).inserted }.map(\.finding)
  }
}

extension JoinedSite {
  /// What comments allow anywhere in the site.
  fileprivate var exemptions: [Exemption] {
    site.settings.exemptions + site.pages.flatMap(\.head.exemptions)
      + bodies.flatMap(\.exemptions) + (site.register?.exemptions ?? [])
  }
}
