package import Diagnostics
import Values
import YAML

extension Registry {
  /// Reads the register from its files, each with some of the keys `framework`, `organisations`,
  /// `courses`, `certificates`, `log` and `tombstones`.
  ///
  /// Files are read entry by entry. What cannot be read is a finding and left out: entries without
  /// an id, fields of another type. Rules find what is read but wrong. Cost: O(*bytes*).
  package static func decode(_ files: [SourceFile]) -> Diagnosed<Registry> {
    var registry = Registry()
    var diagnostics: [Diagnostic] = []
    for file in files {
      // The register is moved in and out again, so that its entries are never copied.
      var decoder = RegistryDecoder(file: file, base: registry.add(file), registry: registry)
      registry = Registry()
      diagnostics += decoder.decode()
      registry = decoder.registry
    }
    registry.finish()
    return Diagnosed(registry, diagnostics)
  }
}

/// Reads one file of the register.
private struct RegistryDecoder {
  private static let keys = [
    "framework", "organisations", "courses", "certificates", "log", "tombstones",
  ]
  /// R07 and R04 are told by the decoder, because only what is read has a type.
  private static let rules = NodeDecoder.Rules(
    type: "invalid-field", date: "registry-r04", unknownKey: "registry-r07",
    missing: "missing-field")

  let file: SourceFile
  let base: Int
  var registry: Registry

  /// Reads the file into `registry`, and returns what was found.
  mutating func decode() -> [Diagnostic] {
    let whole = 0..<file.bytes.count
    var multilineScalars: [SourceRange] = []
    let events = withEvents(of: file, range: whole, rule: "invalid-registry", limits: .register) {
      (reader) -> Bool? in
      if !reader.isAtEnd, !reader.entries({ read($0, at: $1, &$2) }) { refuse(&reader) }
      while reader.next() != nil {}
      multilineScalars = reader.multilineScalars
      return true
    }
    // Without a value the file was too long to be read at all.
    guard events.value != nil else { return events.diagnostics }
    let allowed = allowances(in: file, range: whole, outside: multilineScalars)
    registry.allowances += allowed.value.map {
      RegistryAllowance(
        clause: $0.clause, range: shifted($0.range), entry: shifted($0.entry))
    }
    return events.diagnostics + allowed.diagnostics
  }

  private mutating func read(_ key: String, at keyRange: SourceRange, _ reader: inout EventReader) {
    switch key {
    case "framework":
      readEntry(of: Framework.kind, key, &reader) { $0.registry.framework = Framework(&$1) }
    case "organisations":
      readEntries(of: Organisation.kind, key, &reader) { decoder, entry in
        if let organisation = Organisation(&entry) {
          decoder.registry.organisations.append(organisation)
        }
      }
    case "courses":
      readEntries(of: Course.kind, key, &reader) { decoder, entry in
        if let course = Course(&entry) { decoder.registry.courses.append(course) }
      }
    case "certificates":
      readEntries(of: Certificate.kind, key, &reader) { decoder, entry in
        if let certificate = Certificate(&entry) {
          decoder.registry.certificates.append(certificate)
        }
      }
    case "log":
      readEntries(of: LogEntry.kind, key, &reader) { $0.registry.log.append(LogEntry(&$1)) }
    case "tombstones":
      readEntries(of: Tombstone.kind, key, &reader) { decoder, entry in
        if let tombstone = Tombstone(&entry) { decoder.registry.tombstones.append(tombstone) }
      }
    default:
      let unknown = Mapping(
        [Pair(key, at: keyRange, Node(.sequence([]), at: keyRange))], at: keyRange)
      var values = NodeDecoder(file: file, rules: Self.rules)
      values.refuseUnknownKeys(of: unknown, known: Self.keys, owner: "the register")
      report(values, &reader)
    }
  }

  /// Reads the list of entries that comes next, one at a time.
  private mutating func readEntries(
    of kind: EntryKind, _ key: String, _ reader: inout EventReader,
    _ body: (inout RegistryDecoder, inout EntryDecoder) -> Void
  ) {
    let isList = reader.elements { readEntry(of: kind, key, &$0, body) }
    guard !isList, let node = reader.node() else { return }
    var values = NodeDecoder(file: file, rules: Self.rules)
    _ = values.list(node, as: key)
    report(values, &reader)
  }

  private mutating func readEntry(
    of kind: EntryKind, _ key: String, _ reader: inout EventReader,
    _ body: (inout RegistryDecoder, inout EntryDecoder) -> Void
  ) {
    guard let node = reader.node() else { return }
    var values = NodeDecoder(file: file, rules: Self.rules)
    if let mapping = values.mapping(node, as: key) {
      var entry = EntryDecoder(mapping, of: kind, base: base, values: values)
      body(&self, &entry)
      values = entry.values
    }
    report(values, &reader)
  }

  private func refuse(_ reader: inout EventReader) {
    guard let node = reader.node(), !node.isNull else { return }
    let start = node.range.lowerBound
    reader.report(
      Diagnostic(
        "invalid-registry", .error, at: Place(file, start..<min(start + 1, node.range.upperBound)),
        "expected the keys of a register",
        help: "begin with 'organisations:' and the list of them"))
  }

  private func report(_ values: NodeDecoder, _ reader: inout EventReader) {
    for diagnostic in values.diagnostics { reader.report(diagnostic) }
  }

  private func shifted(_ range: SourceRange) -> SourceRange {
    range.lowerBound + base..<range.upperBound + base
  }
}
