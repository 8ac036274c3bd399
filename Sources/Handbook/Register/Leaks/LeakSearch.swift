import Diagnostics
import Register

/// A name that stands in a file that is published, and may not.
struct Leak: Sendable {
  /// The file.
  var path: OutputPath
  /// Which of the names that are looked for.
  fileprivate var name: Int
}

/// Looks for the names of people who are not listed.
struct LeakSearch: Sendable {
  private let people: People
  private let hidden: [(person: Person, name: String)]
  private let search: NameSearch

  /// Creates the search for a register; `nil` where there is nobody to protect.
  init?(_ register: RegisterView?) {
    guard let register, let people = register.people else { return nil }
    let day = register.register.day
    hidden = people.hiddenNames(on: day)
    search = NameSearch(hidden: hidden.map(\.name), shown: people.shownNames(on: day))
    guard !search.isEmpty else { return nil }
    self.people = people
  }

  /// The names in the bytes of a file and in its path.
  func leaks(in bytes: UnsafeRawBufferPointer, _ path: OutputPath) -> [Leak] {
    var text = path.text
    let names = search.names(in: bytes).union(
      text.withUTF8 { search.names(in: UnsafeRawBufferPointer($0)) })
    return names.map { Leak(path: path, name: $0) }
  }

  /// What was found, at the person's entry; no finding tells a name.
  ///
  /// `site` tells which page a file is.
  func diagnostics(_ leaks: [Leak], _ site: Site) -> [Diagnostic] {
    guard !leaks.isEmpty else { return [] }
    let pages = Dictionary(
      site.pages.compactMap { page in page.path.outputPath.map { ($0, page) } },
      uniquingKeysWith: { first, _ in first })
    return leaks.sorted { ($0.name, $0.path) < ($1.name, $1.path) }.map { leak in
      let person = hidden[leak.name].person
      return Diagnostic(
        "registry-r54", .error, at: Place(people.file, person.id.range),
        "'\(leak.path.text)' holds the name of '\(person.id.value)', who may not be named",
        help: "take the name out of the text that this file is made from",
        notes: pages[leak.path].map { [Diagnostic.Note("made from this", at: $0.place)] } ?? [])
    }
  }
}
