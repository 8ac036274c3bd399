import Diagnostics
import YAML

/// A rule about the pages of a site as a whole, judged when all of them are made.
struct SiteRule: Sendable {
  /// What it promises.
  let text: RuleText
  /// What breaks it.
  let check: @Sendable (MadeSite) throws -> [Diagnostic]

  /// Creates a rule.
  init(_ text: RuleText, check: @escaping @Sendable (MadeSite) throws -> [Diagnostic]) {
    self.text = text
    self.check = check
  }

  /// All there are.
  static let all = [orphanPage, missingIndex, overdueReview, securityExpiry, unusedTerm]

  /// The findings of all that are on somewhere on the site.
  static func findings(_ made: MadeSite) throws -> [Diagnostic] {
    try all.filter { made.site.settings.rules.isOn($0.text) }.flatMap { try $0.check(made) }
  }
}

/// A site whose pages are made.
struct MadeSite: Sendable {
  let joined: JoinedSite
  let pages: [MadePage]
  let sources: any SourceTree

  var site: Site { joined.site }

  /// What `handbook.json` tells of each page beside what is known before it is made.
  var listed: [ListedPage] { zip(joined.bodies, pages).map { ListedPage($0, $1) } }

  /// The place of a finding about a page as a whole: its title where it has one written, else its
  /// beginning.
  func place(of page: PageIndex) throws(SourceError) -> Place {
    let page = site.pages[page]
    guard let entry = page.source else { return page.place }
    let file = SourceFile(path: entry.path, bytes: try sources.read(entry))
    guard let yaml = FrontMatter.split(file).value.yaml else { return Place(file, 0..<0) }
    let mapping = parseMapping(
      file: file, range: yaml, rule: "invalid-front-matter", limits: .frontMatter
    ).value
    let title = mapping["title"] ?? mapping["subtitle"]
    return Place(file, title?.range ?? 0..<0)
  }
}
