import Values

extension Organisation {
  /// The keys whose values are others than before and that have no word of their own.
  func changedKeys(since before: Organisation) -> [String] {
    names([
      ("name", name?.value == before.name?.value), ("url", url?.value == before.url?.value),
      ("country", country == before.country),
      ("kind", kind?.value == before.kind?.value),
      ("contact_url", contactURL?.value == before.contactURL?.value),
      (
        "identifiers",
        identifiers.map { [$0.scheme?.value.rawValue, $0.value?.value] }
          == before.identifiers.map { [$0.scheme?.value.rawValue, $0.value?.value] }
      ),
      (
        "applications",
        applications.prefix(before.applications.count).map(\.facts)
          == before.applications.map(\.facts)
      ),
      ("audits", areAuditsSame(since: before)),
      ("terms", isSame(terms, before.terms, by: \.id?.value) { [$0.audit?.value] }),
      ("interruptions", areInterruptionsSame(since: before)),
    ])
  }

  /// Whether nothing of the audits changed but decisions that were made.
  private func areAuditsSame(since before: Organisation) -> Bool {
    let undecided = before.audits.filter { $0.decision == nil }.map { $0.id?.value }
    return isSame(audits, before.audits, by: \.id?.value, \.facts)
      && audits.allSatisfy { $0.decision != nil || undecided.contains($0.id?.value) }
  }

  /// Whether nothing of the interruptions changed but that some came and some ended.
  private func areInterruptionsSame(since before: Organisation) -> Bool {
    before.interruptions.allSatisfy { old in
      interruptions.contains {
        $0.isSame(as: old) && $0.code == old.code
          && ($0.to?.value == old.to?.value || $0.to != nil)
      }
    }
  }
}

extension Course {
  /// The keys whose values are others than before and that have no word of their own.
  func changedKeys(since before: Course) -> [String] {
    names([
      ("org", organisation?.value == before.organisation?.value),
      ("level", level?.value == before.level?.value),
      ("title", title?.value == before.title?.value),
      ("version", version?.value == before.version?.value),
      ("url", url?.value == before.url?.value), ("mode", modes == before.modes),
      ("hours", hours == before.hours),
      (
        "assessment",
        assessmentForm == before.assessmentForm && passMark?.value == before.passMark?.value
      ),
      (
        "valid",
        valid?.from?.value == before.valid?.from?.value
          && (valid?.to?.value == before.valid?.to?.value || isEnded(since: before))
      ),
      ("transitional", isTransitional == before.isTransitional),
      ("coverage", coverage.map(\.facts) == before.coverage.map(\.facts)),
    ])
  }
}

extension Course {
  /// Whether this version was given its last day.
  func isEnded(since before: Course) -> Bool { before.valid?.to == nil && valid?.to != nil }
}

extension Certificate {
  /// The keys whose values are others than before and that have no word of their own.
  func changedKeys(since before: Certificate) -> [String] {
    names([
      ("person", person?.value == before.person?.value),
      ("level", before.level != nil || level == nil),
      ("org", before.organisation != nil || organisation == nil),
      ("course", before.course != nil || course == nil),
      ("awarded", before.awarded != nil || awarded == nil),
      ("course_version", courseVersion?.value == before.courseVersion?.value),
      (
        "attended",
        attended?.from?.value == before.attended?.from?.value
          && attended?.to?.value == before.attended?.to?.value
      ),
      ("assessed", assessed?.value == before.assessed?.value),
      ("evidence", evidence.map(\.facts) == before.evidence.map(\.facts)),
      (
        "status_events",
        events.prefix(before.events.count).map(\.facts) == before.events.map(\.facts)
      ),
      ("status_index", statusIndex?.value == before.statusIndex?.value),
    ])
  }
}

extension Framework {
  /// The keys whose values are others than before.
  func changedKeys(since before: Framework) -> [String] {
    names([
      ("id", id?.value == before.id?.value), ("title", title == before.title),
      ("version", version == before.version),
      ("elements", elements?.map(\.facts) == before.elements?.map(\.facts)),
      ("levels", levels?.map(\.facts) == before.levels?.map(\.facts)),
      ("auditors", auditors.map(\.facts) == before.auditors.map(\.facts)),
    ]) + rules.changedKeys(since: before.rules)
  }
}

extension Framework.Rules {
  fileprivate func changedKeys(since before: Framework.Rules) -> [String] {
    names([
      ("accreditation_months", accreditationMonths == before.accreditationMonths),
      ("certificate_months", certificateMonths == before.certificateMonths),
      ("require_lower_level", requireLowerLevel == before.requireLowerLevel),
      (
        "senior_min_areas_per_project",
        seniorElementsPerProject == before.seniorElementsPerProject
      ),
      ("renewal_opens_days", renewalOpensDays == before.renewalOpensDays),
      ("listing_kept_after_end_months", listingMonths == before.listingMonths),
      ("people_indexed", arePeopleIndexed == before.arePeopleIndexed),
    ])
  }
}

extension Framework.Entry {
  fileprivate var facts: [String?] {
    [id?.value]
      + [rank?.value, typicalMonths?.lowerBound, typicalMonths?.upperBound, centre]
      .map { $0.map(String.init) }
  }
}

extension Framework.Auditor {
  fileprivate var facts: [String?] { [id.value] + interests.map(\.value) }
}

extension Organisation.Application {
  fileprivate var facts: [String?] { [date?.value.description, reference?.value] }
}

extension Audit {
  /// All of it but its decision.
  fileprivate var facts: [String?] {
    [
      kind?.value.rawValue, opened?.value.description, closed?.value.description,
      appeal.map { _ in "appeal" }, appeal?.opened?.value.description,
      appeal?.closed?.value.description, appeal?.outcome?.value.rawValue, "decided by",
    ] + (appeal?.decidedBy ?? []).map(\.value) + ["auditors"] + auditors.map(\.value) + ["scope"]
      + scope.map { "\($0.part): \($0.result.value.rawValue)" } + ["conditions"] + conditions
  }
}

extension Interruption {
  /// Whether both began on one day, and are of one kind.
  func isSame(as other: Interruption) -> Bool {
    kind.value == other.kind.value && from.value == other.from.value
  }
}

extension StatusEvent {
  fileprivate var facts: [String?] {
    [date?.value.description, kind.value.rawValue, code?.value, by?.value]
  }
}

extension Course.Coverage {
  fileprivate var facts: [String?] {
    [element?.value.rawValue, result?.value.rawValue, audit?.value, evidence]
  }
}

extension Project {
  fileprivate var facts: [String?] {
    [
      id?.value, from?.value.description, to?.value.description, isLarge ? "large" : nil,
      role?.value.rawValue, kind?.value.rawValue,
    ] + elements.map(\.value.rawValue)
  }
}

private func names(_ keys: [(name: String, isSame: Bool)]) -> [String] {
  keys.filter { !$0.isSame }.map(\.name)
}

/// Whether of the entries with the same ids nothing changed, nor of those without any.
private func isSame<Entry>(
  _ now: [Entry], _ before: [Entry], by id: (Entry) -> String?, _ facts: (Entry) -> [String?]
) -> Bool {
  let known = Dictionary(
    before.compactMap { entry in id(entry).map { ($0, facts(entry)) } },
    uniquingKeysWith: { first, _ in first })
  return now.allSatisfy { entry in
    id(entry).flatMap { known[$0] }.map { $0 == facts(entry) } ?? true
  } && now.filter { id($0) == nil }.map(facts) == before.filter { id($0) == nil }.map(facts)
}
