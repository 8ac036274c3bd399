package import Diagnostics
import Values
import YAML

extension People {
  /// Reads the private file: a list of people, or `sample` and `people` with the list.
  ///
  /// The findings show no name and no employer, whatever is wrong. Cost: O(*bytes*).
  package static func decode(_ file: SourceFile) -> Diagnosed<People> {
    var decoder = PeopleDecoder(file: file)
    let found = decoder.decode()
    decoder.redact()
    let people = decoder.people
    return Diagnosed(
      people,
      found.map { finding in
        var finding = finding
        finding.place = Place(people.file, finding.place.range)
        return finding
      })
  }
}

extension Person {
  static let kind = EntryKind(
    "person", required: ["id", "name"], optional: ["employer", "publication", "contact_hash"])

  private static let choice = EntryKind(
    "publication", required: ["state"],
    optional: ["basis", "notice_version", "given", "how", "withdrawn"])

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
  /// The private file.
  fileprivate static let people = EntryFileKind(
    rule: "invalid-people", rules: .page, keys: ["sample", "people"], name: "the people file",
    expected: "expected the people of the register",
    beginning: "begin with 'people:' and the list of them", isPublic: false)
}

/// Reads the private file.
private struct PeopleDecoder {
  let entries: EntryReader
  var people: People

  init(file: SourceFile) {
    entries = EntryReader(file: file, kind: .people, base: 0)
    people = People(file: file)
  }

  mutating func decode() -> [Diagnostic] {
    let entries = entries
    return entries.read {
      read($0, at: $1, &$2)
    } other: { reader in
      guard case .sequenceStart? = reader.peek()?.kind else { return false }
      readPeople(&reader)
      return true
    }.diagnostics
  }

  private mutating func read(_ key: String, at keyRange: SourceRange, _ reader: inout EventReader) {
    switch key {
    case "people": readPeople(&reader)
    case "sample": people.isSample = entries.readBoolean(key, &reader) ?? false
    default: entries.refuseKey(key, at: keyRange, &reader)
    }
  }

  private mutating func readPeople(_ reader: inout EventReader) {
    let entries = entries
    entries.readEntries(of: Person.kind, "people", &reader) {
      if let person = Person(&$0) { people.add(person) }
    }
  }

  /// Puts asterisks over names and employers in the file that findings show.
  mutating func redact() {
    let file = entries.file
    var bytes = file.bytes
    for person in people.all {
      for range in [person.name?.range, person.employer?.range].compactMap({ $0 }) {
        for offset in range.clamped(to: 0..<bytes.count) where bytes[offset] >= 0x20 {
          bytes[offset] = UInt8(ascii: "*")
        }
      }
    }
    people.file = SourceFile(path: file.path, bytes: bytes)
  }
}
