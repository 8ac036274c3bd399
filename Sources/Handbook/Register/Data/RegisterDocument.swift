import Register
import Values

/// The public register as one JSON document, in the words of the register's own file.
///
/// Nothing in it leads to a person: certificates that may not stand in lists are left out, of the
/// others the holder's code, and of audits those who held them.
struct RegisterDocument {
  private let register: PublicRegister

  init(_ register: PublicRegister) {
    self.register = register
  }

  /// The document's bytes.
  var json: [UInt8] {
    var writer = JSONWriter()
    let registry = register.registry
    writer.object([
      ("$schema", "registry.schema.json"), ("version", "1"), ("as_of", .date(register.day)),
      ("next_change", date(register.nextChange)), ("sample", .bool(register.isSample)),
      ("framework", framework),
      ("organisations", list(registry.organisations.map(\.id.value), Self.organisation)),
      ("courses", list(registry.courses.map(\.id.value), Self.course)),
      ("certificates", list(register.listedCertificates.map(\.id.value), Self.certificate)),
      ("log", .array(register.changes.reversed().map(entry))),
      ("tombstones", .array(tombstones)),
    ])
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private static let organisation = [
    "id", "name", "url", "country", "kind", "contact_url", "status", "expiring", "levels",
    "identifiers", "applications", "audits", "terms", "interruptions",
  ]
  private static let course = [
    "id", "org", "level", "title", "version", "url", "mode", "hours", "assessment", "pass_mark",
    "from", "to", "in_use",
  ]
  private static let certificate = [
    "id", "level", "org", "course_version", "attended", "assessed", "awarded", "status",
    "status_date",
  ]

  /// Entries with some of the members that templates have of them.
  private func list(_ ids: [String], _ keys: [String]) -> Value {
    let value = RegistryValue(register)
    return .array(
      ids.compactMap { id in
        guard let entry = value.entry(id) else { return nil }
        var map = ValueMap(keys.map { ($0, entry.member($0) ?? Value.none) })
        if let coverage = coverage(of: id) { map["coverage"] = coverage }
        if let certificate = register.registry.certificate(id) { add(certificate, entry, to: &map) }
        return .map(map)
      })
  }

  private func coverage(of id: String) -> Value? {
    register.registry.course(id).map { course in
      .array(
        course.coverage.map {
          [
            "element": text($0.element?.value.rawValue), "result": text($0.result?.value.rawValue),
            "audit": text($0.audit?.value), "evidence": text($0.evidence),
          ]
        })
    }
  }

  private func add(_ certificate: Certificate, _ entry: Value, to map: inout ValueMap) {
    map["course"] = text(certificate.course?.value)
    map["evidence"] = .array(
      certificate.evidence.map {
        [
          "id": text($0.id?.value), "from": date($0.from?.value), "to": date($0.to?.value),
          "large": .bool($0.isLarge), "role": text($0.role?.value.rawValue),
          "kind": text($0.kind?.value.rawValue),
          "elements": .array($0.elements.map { .string($0.value.rawValue) }),
        ]
      })
    map["status_events"] = entry.member("events") ?? .array([])
  }

  private var framework: Value {
    let framework = register.registry.framework
    return [
      "id": text(framework.id?.value), "title": text(framework.title),
      "version": text(framework.version),
      "elements": .array(
        Element.allCases.map { ["id": .string($0.rawValue), "title": .string($0.title)] }),
      "levels": .array(
        Level.allCases.map {
          ["id": .string($0.rawValue), "title": .string($0.title), "rank": .integer($0.rank)]
        }),
    ]
  }

  private func entry(_ entry: LogEntry) -> Value {
    [
      "date": date(entry.date?.value), "kind": text(entry.kind?.value.rawValue),
      "subject": text(entry.subject?.value), "note_code": text(entry.noteCode?.value),
    ]
  }

  private var tombstones: [Value] {
    register.registry.tombstones.filter { ($0.date?.value).map { $0 <= register.day } ?? true }.map
    {
      ["id": .string($0.id.value), "date": date($0.date?.value), "code": text($0.code?.value)]
    }
  }

  private func text(_ text: String?) -> Value { text.map { .string($0) } ?? Value.none }
  private func date(_ date: PlainDate?) -> Value { date.map { .date($0) } ?? Value.none }
}
