package import Diagnostics
import Values
package import YAML

extension People {
  /// The private file, as it may be written: keys, or the list of people alone.
  package static let form = Form.either([
    .mapping(EntryFileKind.peopleKeys), .list(Person.kind.form),
  ])

  /// Reads the private file: a list of people, or `sample` and `people` with the list.
  ///
  /// The findings show no name and no employer, whatever is wrong. Cost: O(*bytes*).
  package static func decode(_ file: SourceFile) -> Diagnosed<People> {
    var decoder = PeopleDecoder(file: file)
    let found = decoder.decode()
    return Diagnosed(decoder.people, found.map(decoder.mask.masked))
  }
}

extension Person {
  static let kind = EntryKind(
    "person",
    [
      .required("id", IDKind.person.form, "The code by which the register knows them"),
      .required("name", .text(), "The name as they want it shown"),
      KeyForm("employer", .text(), "For whom they work"),
      KeyForm("publication", Self.choice.form, "What they agreed to"),
      KeyForm("contact_hash", .anything, "A digest of their address"),
    ])

  static let choice = EntryKind(
    "publication",
    [
      .required("state", .words(Person.State.self), "What may be shown"),
      KeyForm("basis", .words(Person.Basis.self), "Why that is lawful"),
      KeyForm("notice_version", .text(), "What they were told, by its version in quotes"),
      KeyForm("given", .date, "The day on which they agreed"),
      KeyForm("how", .anything, "How: award-form, web or letter"),
      KeyForm("withdrawn", .date, "The day on which they took it back"),
    ])

  init?(_ entry: inout EntryDecoder) {
    guard let id = entry.text("id") else { return nil }
    self.id = id
    range = entry.range
    name = entry.text("name")
    employer = entry.text("employer")
    choice = entry.entry("publication", of: Self.choice) {
      Choice(
        state: $0.choice("state"), basis: $0.choice("basis"), notice: $0.text("notice_version"),
        given: $0.date("given"), withdrawn: $0.date("withdrawn"))
    }
  }
}

extension EntryFileKind {
  fileprivate static let peopleKeys = [
    KeyForm("sample", .boolean, "Whether nobody in it exists, so that it may be published"),
    KeyForm("people", .list(Person.kind.form), "The people of the register"),
  ]

  /// The private file.
  static let people = EntryFileKind(
    rule: "invalid-people", rules: .page, keys: peopleKeys.names, name: "the people file",
    expected: "expected the people of the register",
    beginning: "begin with 'people:' and the list of them", isPublic: false)
}

/// Reads the private file.
private struct PeopleDecoder {
  let entries: EntryReader
  let mask: PeopleMask
  var people: People

  init(file: SourceFile) {
    entries = EntryReader(file: file, kind: .people, base: 0)
    mask = PeopleMask(file)
    people = People(file: mask.file)
  }

  mutating func decode() -> [Diagnostic] {
    let entries = entries
    let events = entries.read {
      read($0, at: $1, &$2)
    } other: { reader in
      guard case .sequenceStart? = reader.peek()?.kind else { return false }
      readPeople(&reader)
      return true
    }
    if entries.isCutShort(events) { people.isCutShort = true }
    return events.diagnostics
  }

  private mutating func read(_ key: String, at keyRange: SourceRange, _ reader: inout EventReader) {
    switch key {
    case "people": readPeople(&reader)
    case "sample": people.isSample = entries.readBoolean(key, &reader) ?? false
    default:
      entries.refuseKey(key, at: keyRange, &reader)
      people.isCutShort = true
    }
  }

  private mutating func readPeople(_ reader: inout EventReader) {
    let entries = entries
    entries.readEntries(of: Person.kind, "people", &reader) {
      if let person = Person(&$0) { people.add(person) }
    }
  }
}
