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
    ])
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
      ("valid", valid?.from?.value == before.valid?.from?.value),
      ("coverage", coverage.map(\.facts) == before.coverage.map(\.facts)),
    ])
  }
}

extension Certificate {
  /// The keys whose values are others than before and that have no word of their own.
  func changedKeys(since before: Certificate) -> [String] {
    names([
      ("person", person?.value == before.person?.value),
      ("course_version", courseVersion?.value == before.courseVersion?.value),
      (
        "attended",
        attended?.from?.value == before.attended?.from?.value
          && attended?.to?.value == before.attended?.to?.value
      ),
      ("assessed", assessed?.value == before.assessed?.value),
      ("evidence", evidence.map(\.facts) == before.evidence.map(\.facts)),
      ("status_index", statusIndex?.value == before.statusIndex?.value),
    ])
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
