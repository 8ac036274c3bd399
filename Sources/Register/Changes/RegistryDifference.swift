import Diagnostics
package import Values

extension Registry {
  /// What changed since an earlier register, by what it means, then by id; nothing only where both
  /// say the same.
  ///
  /// Accreditations that the calendar alone ended by `day` are told too, when they held on the last
  /// day that the earlier register's log tells of. O(*entries* of both).
  package func changes(since previous: Registry, asOf day: PlainDate) -> [RegistryChange] {
    var changes = Changes(old: previous, new: self)
    changes.compareOrganisations(asOf: day)
    changes.compareCourses()
    changes.compareCertificates()
    changes.compareRemovals()
    changes.compareFramework()
    changes.compareLog()
    let order = Dictionary(
      RegistryChange.Kind.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { $1 })
    return changes.all.sorted {
      (order[$0.kind] ?? 0, $0.id, $0.detail) < (order[$1.kind] ?? 0, $1.id, $1.detail)
    }
  }
}

/// Collects what two registers say otherwise.
private struct Changes {
  let old: Registry
  let new: Registry
  private(set) var all: Set<RegistryChange> = []

  init(old: Registry, new: Registry) {
    self.old = old
    self.new = new
  }

  fileprivate mutating func add(_ kind: RegistryChange.Kind, _ id: String, _ detail: String) {
    all.insert(RegistryChange(kind: kind, id: id, detail: detail))
  }

  mutating func compareOrganisations(asOf day: PlainDate) {
    let written = old.log.compactMap(\.date?.value).max() ?? day
    for organisation in new.organisations {
      let id = organisation.id.value
      let before = old.organisation(id)
      compareTerms(organisation, before)
      compareAudits(organisation, before)
      compareInterruptions(organisation, before)
      guard let before else {
        if organisation.terms.isEmpty { add(.added, id, organisation.applications.words) }
        continue
      }
      if organisation.applications.count > before.applications.count {
        add(.applied, id, organisation.applications.words)
      }
      if organisation.status(on: day) == .lapsed, before.status(on: written)?.isInForce == true,
        let end = organisation.terms.map(\.end).max()
      {
        add(.lapsed, id, "the last term ended on \(end)")
      }
      let keys = organisation.changedKeys(since: before)
      if !keys.isEmpty { add(.changed, id, keys.joined(separator: ", ")) }
    }
  }

  private mutating func compareTerms(_ organisation: Organisation, _ before: Organisation?) {
    let known = Set(before?.terms.compactMap(\.id?.value) ?? [])
    for term in organisation.terms {
      guard let id = term.id?.value, !known.contains(id) else { continue }
      let isFirst = organisation.terms.allSatisfy { $0.start.value >= term.start.value }
      let isGranted = isFirst || organisation.isReadmission(term)
      add(
        isGranted ? .granted : .renewed, organisation.id.value,
        "\(term.start.value) to \(term.end) (\(id))")
    }
  }

  private mutating func compareAudits(_ organisation: Organisation, _ before: Organisation?) {
    let known = Dictionary(
      (before?.audits ?? []).compactMap { audit in audit.id.map { ($0.value, audit) } },
      uniquingKeysWith: { first, _ in first })
    for audit in organisation.audits {
      guard let id = audit.id?.value, let decision = audit.decision?.value,
        known[id]?.decision?.value != decision
      else { continue }
      add(.audited, organisation.id.value, "\(id): \(decision.rawValue)")
    }
  }

  private mutating func compareInterruptions(_ organisation: Organisation, _ before: Organisation?)
  {
    for interruption in organisation.interruptions {
      let same = before?.interruptions.first { $0.isSame(as: interruption) }
      let code = interruption.code.map { " (\($0))" } ?? ""
      let end = interruption.to?.value
      if let same {
        guard let end, same.to?.value != end else { continue }
        add(.reinstated, organisation.id.value, "the last day was \(end)\(code)")
      } else {
        add(
          interruption.kind.value == .suspended ? .suspended : .withdrawn, organisation.id.value,
          "from \(interruption.from.value)\(end.map { " to \($0)" } ?? "")\(code)")
      }
    }
  }

  mutating func compareCourses() {
    for course in new.courses {
      let id = course.id.value
      guard let before = old.course(id) else {
        add(.courseAdded, id, "version \(course.version?.value ?? "without a number")")
        continue
      }
      if let end = course.valid?.to?.value, course.isEnded(since: before) {
        add(.courseEnded, id, "the last day is \(end)")
      }
      let keys = course.changedKeys(since: before)
      if !keys.isEmpty { add(.changed, id, keys.joined(separator: ", ")) }
    }
  }

  mutating func compareCertificates() {
    for change in new.factChanges(since: old) {
      add(
        change.isCorrected ? .corrected : .changed, change.id,
        "\(change.what): \(change.old), now \(change.new)")
    }
    for certificate in new.certificates {
      let id = certificate.id.value
      guard let before = old.certificate(id) else {
        let level = certificate.level?.value.rawValue ?? "no level"
        let day = certificate.awarded.map { " on \($0.value)" } ?? ""
        add(.awarded, id, "\(level), by \(certificate.organisation?.value ?? "nobody")\(day)")
        continue
      }
      for event in certificate.events.dropFirst(before.events.count) { add(event, to: id) }
      let keys = certificate.changedKeys(since: before)
      if !keys.isEmpty { add(.changed, id, keys.joined(separator: ", ")) }
    }
  }

  private mutating func add(_ event: StatusEvent, to id: String) {
    let words = [event.date.map { "on \($0.value)" }, event.code?.value, event.by.map(\.value)]
      .compactMap { $0 }.joined(separator: ", ")
    switch event.kind.value {
    case .revoked: add(.revoked, id, words)
    case .superseded: add(.superseded, id, words)
    case .corrected: add(.corrected, id, words)
    }
  }

  mutating func compareRemovals() {
    let known = Dictionary(
      old.tombstones.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    for tombstone in new.tombstones {
      let id = tombstone.id.value
      guard let before = known[id] else {
        add(.removed, id, tombstone.code?.value ?? "without a code")
        continue
      }
      if tombstone.code?.value != before.code?.value || tombstone.date?.value != before.date?.value
      {
        add(.changed, id, "tombstone")
      }
    }
    for id in new.missingIDs(since: old) { add(.lost, id, "neither there nor among 'tombstones'") }
  }
}

extension Changes {
  mutating func compareFramework() {
    let keys = new.framework.changedKeys(since: old.framework)
    guard !keys.isEmpty else { return }
    add(.changed, new.framework.id?.value ?? "framework", keys.joined(separator: ", "))
  }

  /// Lines that were added are told where nothing else of their subject is.
  mutating func compareLog() {
    let told = Set(all.map(\.id))
    for (lines, others, what) in [(new.log, old.log, "added"), (old.log, new.log, "removed")] {
      var known = Dictionary(grouping: others, by: \.facts).mapValues(\.count)
      for line in lines {
        if let count = known[line.facts], count > 0 {
          known[line.facts] = count - 1
        } else if what == "removed" || !told.contains(line.subject?.value ?? "") {
          add(
            .changed, line.subject?.value ?? "log",
            "log line \(what): "
              + line.facts.dropFirst().filter { !$0.isEmpty }.joined(separator: ", "))
        }
      }
    }
  }
}

extension LogEntry {
  fileprivate var facts: [String] {
    [subject?.value, date?.value.description, kind?.value.rawValue, noteCode?.value].map {
      $0 ?? ""
    }
  }
}

extension [Organisation.Application] {
  fileprivate var words: String {
    compactMap(\.date?.value).max().map { "applied on \($0)" } ?? "no application"
  }
}
