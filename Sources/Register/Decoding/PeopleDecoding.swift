package import Diagnostics
import Values
import YAML

extension People {
  /// Reads the private file: a list of people, or `sample` and `people` with the list.
  ///
  /// The findings show no name and no employer, whatever is wrong. Cost: O(*bytes*).
  package static func decode(_ file: SourceFile) -> Diagnosed<People> {
    var decoder = PeopleDecoder(file: file, people: People(file: file))
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

/// Reads the private file.
private struct PeopleDecoder {
  private static let keys = ["sample", "people"]

  let file: SourceFile
  var people: People

  mutating func decode() -> [Diagnostic] {
    let whole = 0..<file.bytes.count
    let events = withEvents(of: file, range: whole, rule: "invalid-people", limits: .register) {
      (reader) -> Bool? in
      if case .sequenceStart? = reader.peek()?.kind {
        readPeople(&reader)
      } else if !reader.entries({ read($0, at: $1, &$2) }) {
        refuse(&reader)
      }
      return true
    }
    return events.diagnostics
  }

  private mutating func read(_ key: String, at keyRange: SourceRange, _ reader: inout EventReader) {
    switch key {
    case "people": readPeople(&reader)
    case "sample":
      guard let node = reader.node() else { return }
      var values = NodeDecoder(file: file, rules: .page)
      people.isSample = values.boolean(node, as: key) ?? false
      report(values, &reader)
    default:
      let unknown = Mapping(
        [Pair(key, at: keyRange, Node(.sequence([]), at: keyRange))], at: keyRange)
      var values = NodeDecoder(file: file, rules: .page)
      values.refuseUnknownKeys(of: unknown, known: Self.keys, owner: "the people file")
      report(values, &reader)
    }
  }

  private mutating func readPeople(_ reader: inout EventReader) {
    _ = reader.elements { reader in
      guard let node = reader.node() else { return }
      var values = NodeDecoder(file: file, rules: .page)
      if let mapping = values.mapping(node, as: "people") {
        var entry = EntryDecoder(mapping, of: Person.kind, base: 0, values: values)
        if let person = Person(&entry) { people.add(person) }
        values = entry.values
      }
      report(values, &reader)
    }
  }

  private func refuse(_ reader: inout EventReader) {
    guard let node = reader.node(), !node.isNull else { return }
    let start = node.range.lowerBound
    reader.report(
      Diagnostic(
        "invalid-people", .error, at: Place(file, start..<min(start + 1, node.range.upperBound)),
        "expected the people of the register",
        help: "begin with 'people:' and the list of them"))
  }

  private func report(_ values: NodeDecoder, _ reader: inout EventReader) {
    for diagnostic in values.diagnostics { reader.report(diagnostic) }
  }

  /// Puts asterisks over names and employers in the file that findings show.
  mutating func redact() {
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
