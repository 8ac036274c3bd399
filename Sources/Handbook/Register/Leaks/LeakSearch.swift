import Diagnostics
import Register

/// What stands in a file that is published, and may not.
struct Leak: Sendable {
  /// The file.
  var path: OutputPath
  /// Which of what is looked for.
  fileprivate var kind: Kind

  fileprivate enum Kind: Comparable, Hashable {
    /// The name of someone who is not listed, by its index.
    case name(Int)
    /// An employer beside a name, by the index of the two.
    case employer(Int)
  }
}

/// Looks for the names of people who are not listed, and for employers, not to be shown, beside the
/// names of those who are.
struct LeakSearch: Sendable {
  private let people: People
  /// The ids of those who may not be named, by the numbers that the search knows them by.
  private let hidden: [Register.Located<String>]
  /// The ids of those whose employers may not be shown.
  private let unshownEmployers: [Register.Located<String>]
  private let search: NameSearch

  /// Creates the search for a register; `nil` where there is nobody to protect.
  init?(_ register: RegisterView?) {
    guard let register, let people = register.people else { return nil }
    let day = register.register.day
    let names = people.hiddenNames(on: day)
    let pairs = people.unshownEmployers(on: day, beside: register.register.registry)
    hidden = names.map(\.person.id)
    unshownEmployers = pairs.map(\.person.id)
    search = NameSearch(
      hidden: names.map(\.name), shown: people.shownNames(on: day),
      pairs: pairs.map { ($0.name, $0.employer) })
    guard !search.isEmpty else { return nil }
    self.people = people
  }

  /// What the bytes of a file hold, and its path.
  func leaks(in bytes: UnsafeRawBufferPointer, _ path: OutputPath) -> [Leak] {
    var text = path.text
    let found = search.find(in: bytes)
    let names = found.names.union(
      text.withUTF8 { search.find(in: UnsafeRawBufferPointer($0)).names })
    return names.map { Leak(path: path, kind: .name($0)) }
      + found.pairs.map { Leak(path: path, kind: .employer($0)) }
  }

  /// What was found, at the person's entry; no finding tells a name.
  ///
  /// `site` tells which page a file is.
  func diagnostics(_ leaks: [Leak], _ site: Site) -> [Diagnostic] {
    guard !leaks.isEmpty else { return [] }
    let pages = Dictionary(
      site.pages.compactMap { page in page.path.outputPath.map { ($0, page) } },
      uniquingKeysWith: { first, _ in first })
    // What a page tells, the search index tells too; the page is where it can be mended.
    let onPages = Set(leaks.filter { pages[$0.path] != nil }.map(\.kind))
    let told = leaks.filter { !$0.path.text.hasPrefix("search/") || !onPages.contains($0.kind) }
    return told.sorted { ($0.kind, $0.path) < ($1.kind, $1.path) }.map { leak in
      finding(
        leak,
        notes: pages[leak.path].map { [Diagnostic.Note("made from this", at: $0.place)] } ?? [])
    }
  }

  private func finding(_ leak: Leak, notes: [Diagnostic.Note]) -> Diagnostic {
    switch leak.kind {
    case .name(let index):
      let id = hidden[index]
      return Diagnostic(
        "registry-r54", .error, at: Place(people.file, id.range),
        "'\(leak.path.text)' holds the name of '\(id.value)', who may not be named",
        help: "take the name out of the text that this file is made from", notes: notes)
    case .employer(let index):
      let id = unshownEmployers[index]
      return Diagnostic(
        "registry-r53", .error, at: Place(people.file, id.range),
        "'\(leak.path.text)' holds the employer of '\(id.value)' beside the name",
        help: "take the employer out of the text, or record 'listed-with-employer'", notes: notes)
    }
  }
}
