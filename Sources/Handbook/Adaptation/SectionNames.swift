import Diagnostics

/// The sections of a base's page, looked up by what an adapted page's headings call them.
struct SectionNames {
  private struct Name: Hashable {
    let title: String
    let level: Int

    init(of section: SectionedText.Section) { (title, level) = (section.title, section.level) }
  }

  private let sections: [SectionedText.Section]
  private let byTitle: [String: [Int]]
  private let byName: [Name: [Int]]
  private let byID: [String: [Int]]

  /// O(*sections*).
  init(_ base: SectionedText) {
    sections = base.sections
    let all = sections.indices
    byTitle = Dictionary(grouping: all) { base.sections[$0].title }
    byName = Dictionary(grouping: all) { Name(of: base.sections[$0]) }
    byID = Dictionary(grouping: all) { base.sections[$0].id }
  }

  /// Whether a section has this title.
  func has(_ title: String) -> Bool { byTitle[title] != nil }

  /// Those that a heading may mean, in order: by its written id, else by its words, and of several those
  /// of its level where that is one.
  func sections(named heading: SectionedText.Section) -> [Int] {
    if heading.hasWrittenID, let found = byID[heading.id] { return found }
    guard let found = byTitle[heading.title] else { return [] }
    if found.count > 1, let one = byName[Name(of: heading)], one.count == 1 { return one }
    return found
  }

  /// How many sections a finding names, and among how many a near one is looked for.
  static let (mostNamed, mostCompared) = (20, 500)

  /// What to write in place of a title that no section has.
  ///
  /// Where there are many a nearest one is not looked for.
  func help(_ title: String) -> String {
    let named = sections.prefix(Self.mostNamed).map { "'\($0.title)'" }.joined(separator: ", ")
    guard sections.count <= Self.mostCompared else { return "its first sections are \(named)" }
    if let near = nearest(to: title, among: sections.map(\.title)) {
      return "did you mean '\(near)'?"
    }
    let rest = sections.count - Self.mostNamed
    return "its sections are \(named)" + (rest > 0 ? " and \(rest) more" : "")
  }
}
