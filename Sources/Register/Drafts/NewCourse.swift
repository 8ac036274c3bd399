package import Values

/// What is known of a version of a course that is to be entered.
package struct NewCourse: Sendable {
  /// Who gives it, its level, its title and its version.
  package let organisation: String, level: Level, title: String, version: String
  /// Its id; made from the organisation's and the level where it is `nil`.
  package var id: String?
  /// Its page.
  package var url: String?
  /// How it is held, such as `classroom`.
  package var modes: [String] = []
  /// How long it is, in hours.
  package var hours: Int?
  /// The least per cent to pass.
  package var passMark: Int?
  /// Its first day of use.
  package var from: PlainDate?
  /// The audit that found each element met; of those that the organisation passed the one that was
  /// closed last where `nil`.
  package var audit: String?

  /// Creates one.
  package init(organisation: String, level: Level, title: String, version: String) {
    self.organisation = organisation
    self.level = level
    self.title = title
    self.version = version
  }
}

extension Registry {
  /// Drafts a version of a course in which every element is met, and a line of the log, as of a day.
  package func draft(_ new: NewCourse, asOf day: PlainDate) throws(DraftRefusal) -> RegistryDraft {
    let organisation = try known(new.organisation)
    let audit = try passedAudit(of: organisation, new.audit)
    var ids = FreshIDs(self)
    let name = new.organisation.dropFirst("org-".count)
    let wanted = new.id ?? "crs-\(name)-\(new.level.rawValue.prefix(1))"
    let id = ids.named(wanted)
    guard id == wanted || new.id == nil else { throw .impossible("'\(wanted)' is taken") }
    let from = new.from ?? day
    var pairs: [(key: String, value: DraftValue)] = [
      ("id", .text(id)), ("org", .text(new.organisation)), ("level", .text(new.level.rawValue)),
      ("title", .text(new.title)), ("version", .text(new.version)),
    ]
    if let url = new.url { pairs.append(("url", .text(url))) }
    if !new.modes.isEmpty { pairs.append(("mode", .texts(new.modes))) }
    if let hours = new.hours { pairs.append(("hours", .plain("\(hours)"))) }
    if let passMark = new.passMark {
      pairs.append(
        (
          "assessment",
          .map([("form", .text("written")), ("pass_mark_pct", .plain("\(passMark)"))])
        ))
    }
    pairs.append(("valid", .map([("from", .day(from)), ("to", .day(nil))])))
    pairs.append(
      (
        "coverage",
        .list(
          Element.allCases.map {
            .map([
              ("element", .text($0.rawValue)), ("result", .text("met")), ("audit", .text(audit)),
            ])
          })
      ))
    return RegistryDraft(
      id: id,
      additions: [
        .init(list: "courses", entry: .map(pairs)),
        .log(min(from, day), .courseAdded, id, note: "version-\(new.version)"),
      ])
  }

  private func passedAudit(
    of organisation: Organisation, _ wanted: String?
  ) throws(DraftRefusal) -> String {
    guard let wanted else {
      // Audits stand in any order; of several closed on one day the last that is written counts.
      let passed = organisation.audits.reversed().filter(\.isPassed)
      guard let last = passed.max(by: { $0.closingDay < $1.closingDay })?.id?.value else {
        throw .impossible("'\(organisation.id.value)' has passed no audit that a course could name")
      }
      return last
    }
    guard let audit = organisation.audits.first(where: { $0.id?.value == wanted }) else {
      throw .unknown(
        kind: "audit", id: wanted,
        nearest: nearestID(to: wanted, among: organisation.audits.compactMap(\.id)))
    }
    guard audit.isPassed else {
      throw .impossible("'\(wanted)' did not end in an accreditation; name an audit that did")
    }
    return wanted
  }
}

extension Audit {
  /// The day of the decision as a number; before all others where none is written.
  fileprivate var closingDay: Int { closed?.value.daysSinceEpoch ?? .min }
}
