package import Diagnostics
import Values
package import YAML

extension Registry {
  /// A file of the register, as it may be written.
  package static let form = Form.mapping(EntryFileKind.registryKeys)

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

extension EntryFileKind {
  fileprivate static let registryKeys = [
    KeyForm("framework", Framework.kind.form, "The standard that the register is of"),
    KeyForm("organisations", .list(Organisation.kind.form), "Those who are accredited, or were"),
    KeyForm("courses", .list(Course.kind.form), "The courses that were audited"),
    KeyForm("certificates", .list(Certificate.kind.form), "The certificates, each with its code"),
    KeyForm("log", .list(LogEntry.kind.form), "What changed and when, never undone"),
    KeyForm("tombstones", .list(Tombstone.kind.form), "Ids that were removed"),
  ]

  /// The register's own files.
  ///
  /// R07 and R04 are told while they are read, because only what is read has a type.
  fileprivate static let registry = EntryFileKind(
    rule: "invalid-registry",
    rules: NodeDecoder.Rules(
      type: "invalid-field", date: "registry-r04", unknownKey: "registry-r07",
      missing: "missing-field"),
    keys: registryKeys.names,
    name: "the register", expected: "expected the keys of a register",
    beginning: "begin with 'organisations:' and the list of them", isPublic: true)
}

/// Reads one file of the register.
private struct RegistryDecoder {
  let entries: EntryReader
  var registry: Registry

  init(file: SourceFile, base: Int, registry: consuming Registry) {
    entries = EntryReader(file: file, kind: .registry, base: base)
    self.registry = registry
  }

  /// Reads the file into `registry`, and returns what was found.
  mutating func decode() -> [Diagnostic] {
    let file = entries.file
    let entries = entries
    let events = entries.read { read($0, at: $1, &$2) }
    if entries.isCutShort(events) { registry.isCutShort = true }
    let isUnread = events.diagnostics.contains { $0.rule == entries.kind.rule }
    // An entry that is cut off lacks what would have come.
    let found = events.diagnostics.filter { !isUnread || $0.rule != entries.kind.rules.missing }
    guard let multilineScalars = events.value else { return found }
    let allowed = allowances(in: file, range: 0..<file.bytes.count, outside: multilineScalars)
    registry.allowances += allowed.value.map {
      RegistryAllowance(
        clause: $0.clause, range: shifted($0.range), entry: shifted($0.entry))
    }
    return found + allowed.diagnostics
      + PersonalData(in: file).comments(outside: multilineScalars, found: events.diagnostics)
  }

  private mutating func read(_ key: String, at keyRange: SourceRange, _ reader: inout EventReader) {
    let entries = entries
    if entries.kind.keys.contains(key) { registry.keys[key] = shifted(keyRange) }
    switch key {
    case "framework":
      entries.readEntry(of: Framework.kind, key, &reader) { registry.framework = Framework(&$0) }
    case "organisations":
      entries.readEntries(of: Organisation.kind, key, &reader) {
        if let organisation = Organisation(&$0) { registry.organisations.append(organisation) }
      }
    case "courses":
      entries.readEntries(of: Course.kind, key, &reader) {
        if let course = Course(&$0) { registry.courses.append(course) }
      }
    case "certificates":
      entries.readEntries(of: Certificate.kind, key, &reader) {
        if let certificate = Certificate(&$0) { registry.certificates.append(certificate) }
      }
    case "log":
      entries.readEntries(of: LogEntry.kind, key, &reader) { registry.log.append(LogEntry(&$0)) }
    case "tombstones":
      entries.readEntries(of: Tombstone.kind, key, &reader) {
        if let tombstone = Tombstone(&$0) { registry.tombstones.append(tombstone) }
      }
    default:
      entries.refuseKey(key, at: keyRange, &reader)
      registry.isCutShort = true
    }
  }

  private func shifted(_ range: SourceRange) -> SourceRange {
    range.lowerBound + entries.base..<range.upperBound + entries.base
  }
}
