import Diagnostics
import YAML

/// Which bodies' facts hold in a site that was surveyed again.
///
/// Liquid may ask anything of a site, so a body with any holds never. Others show what their links
/// lead to, and what few keys of `site.yml` say.
struct BodyTransfer {
  /// Whether every link of whatever form leads where it did, with the same page numbers.
  private let isSameSite: Bool
  /// The new number of each page with a plain address that it still has.
  private let numbers: [PageIndex?]

  /// Creates the transfer; `nil` where no body holds.
  init?(from old: LiveSite, to new: LiveSite) {
    let change = SettingsChange(from: old.site.settings.file, to: new.site.settings.file)
    guard change.leavesBodiesAlone else { return nil }
    let links = new.site.links
    isSameSite =
      links.isSame(as: old.site.links) && new.site.register?.ids == old.site.register?.ids
    numbers = isSameSite ? [] : old.site.pages.map { links.page(plain: $0.url) }
  }

  /// The body of page `old` as that of page `new` of the new site; `nil` where it must be rendered
  /// again.
  func body(_ kept: Boxed<Body>, from old: PageIndex, to new: PageIndex) -> Boxed<Body>? {
    guard !kept.value.isTemplate else { return nil }
    if isSameSite { return kept }
    guard !kept.value.hasOddLinks else { return nil }
    var body = kept.value
    for index in body.targets.indices {
      guard let number = number(of: body.targets[index], from: old, to: new) else { return nil }
      body.targets[index] = number
    }
    for index in body.fragmentLinks.indices {
      guard let number = number(of: body.fragmentLinks[index].target, from: old, to: new) else {
        return nil
      }
      body.fragmentLinks[index].target = number
    }
    return Boxed(body)
  }

  /// The new number of a page that a body leads to; the page itself is not looked up by its address,
  /// which another may claim too.
  private func number(of target: PageIndex, from old: PageIndex, to new: PageIndex) -> PageIndex? {
    target == old ? new : numbers[target]
  }
}

/// Which keys of `site.yml` differ between two versions of it.
struct SettingsChange {
  private let keys: Set<String>

  /// What layouts and templates alone read: a body without Liquid does not show it.
  private static let ofLayouts: Set<String> = [
    "title", "description", "licence", "layout", "navigation", "edit", "editor", "data",
  ]

  /// What adds a file or takes one away beside that, which a link may lead to.
  private static let ofFiles: Set<String> = ["feed", "security"]

  init(from old: SourceFile, to new: SourceFile) {
    let (old, new) = (Self.written(old), Self.written(new))
    keys = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
  }

  /// Whether bodies without Liquid are the same with both.
  var leavesBodiesAlone: Bool { keys.isSubset(of: Self.ofLayouts.union(Self.ofFiles)) }

  /// What is written for the keys that bodies without Liquid may show, in their order; all where keys cannot be
  /// told.
  static func shownByBodies(in file: SourceFile) -> [(key: String, text: [UInt8])] {
    written(file).filter { !ofLayouts.contains($0.key) }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// Whether what is written for a key differs, or cannot be told.
  func touches(_ key: String) -> Bool { keys.contains(key) || keys.contains("") }

  /// What is written for each key.
  private static func written(_ file: SourceFile) -> [String: [UInt8]] {
    let mapping = parseMapping(
      file: file, range: 0..<file.bytes.count, rule: "invalid-front-matter", limits: .dataFile)
    guard mapping.diagnostics.isEmpty else { return ["": file.bytes] }
    return Dictionary(
      mapping.value.pairs.map { pair in
        (pair.key, Array(file.bytes[pair.keyRange.lowerBound..<pair.value.range.upperBound]))
      },
      uniquingKeysWith: { first, _ in first })
  }
}
