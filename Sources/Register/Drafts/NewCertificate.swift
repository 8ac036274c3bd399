import Diagnostics
package import Values

/// What is known of a certificate that is to be entered.
package struct NewCertificate: Sendable {
  /// The course it is for, which tells the organisation, the level and the version.
  package let course: String
  /// The day of the award.
  package let awarded: PlainDate
  /// The code of the holder; a new one where it is `nil`.
  package var person: String?
  /// When the course was attended, and assessed.
  package var attendedFrom: PlainDate?, attendedTo: PlainDate?, assessed: PlainDate?
  /// The projects it rests on.
  package var projects: [NewProject] = []

  /// Creates one.
  package init(course: String, awarded: PlainDate) {
    self.course = course
    self.awarded = awarded
  }
}

/// A project that a certificate rests on.
package struct NewProject: Sendable {
  /// Its first and its last day.
  package let from: PlainDate, to: PlainDate
  /// What the holder was in it, and what it was for.
  package let role: Project.Role, kind: Project.Kind
  /// What it covers.
  package let elements: [Element]
  /// Whether it counts as large.
  package let isLarge: Bool

  /// Reads a project as it is given on the command line; `nil` for another form.
  ///
  /// That is `FROM..TO:ROLE:KIND:ELEMENT,ELEMENT`, with `:large` behind it where it is; `all` stands
  /// for every element.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4 || (parts.count == 5 && parts[4] == "large") else { return nil }
    let days = parts[0].split(separator: ".", omittingEmptySubsequences: true)
      .compactMap { PlainDate(String($0)) }
    guard days.count == 2, let role = Project.Role(rawValue: parts[1]),
      let kind = Project.Kind(rawValue: parts[2])
    else { return nil }
    let words = parts[3].split(separator: ",")
    let elements = words.compactMap { Element(rawValue: String($0)) }
    guard elements.count == words.count || parts[3] == "all" else { return nil }
    (from, to, self.role, self.kind) = (days[0], days[1], role, kind)
    self.elements = parts[3] == "all" ? Element.allCases : elements
    isLarge = parts.count == 5
  }
}

extension Registry {
  /// Drafts a certificate with a number, a place in the list of statuses and, where none is given, a
  /// holder's code of its own, and counts it in the log, as of a day.
  package func draft(
    _ new: NewCertificate, asOf day: PlainDate, using random: inout some RandomNumberGenerator
  ) throws(DraftRefusal) -> RegistryDraft {
    guard let course = course(new.course) else {
      throw .unknown(
        kind: "course", id: new.course, nearest: nearestID(to: new.course, among: courses.map(\.id))
      )
    }
    guard let organisation = course.organisation?.value, let level = course.level?.value else {
      throw .impossible("'\(new.course)' names no organisation or no level")
    }
    var ids = FreshIDs(self)
    let number = ids.certificate(using: &random)
    guard let index = ids.statusIndex(using: &random) else {
      throw .impossible("the list of statuses has no position left")
    }
    let person = new.person ?? ids.person(using: &random)
    var pairs: [(key: String, value: DraftValue)] = [
      ("id", .text(number)), ("person", .text(person)), ("level", .text(level.rawValue)),
      ("org", .text(organisation)), ("course", .text(new.course)),
      ("course_version", .text(course.version?.value ?? "")),
    ]
    if let from = new.attendedFrom {
      pairs.append(
        (
          "attended", .map([("from", .day(from)), ("to", .day(new.attendedTo ?? from))])
        ))
    }
    if let assessed = new.assessed { pairs.append(("assessed", .day(assessed))) }
    pairs += [
      ("awarded", .day(new.awarded)),
      ("evidence", .list(new.projects.enumerated().map { $1.draft(number: $0 + 1) })),
      ("status_events", .list([])), ("status_index", .plain("\(index)")),
    ]
    var draft = RegistryDraft(
      id: number, additions: [.init(list: "certificates", entry: .map(pairs))])
    if new.person == nil {
      draft.remarks.append("the holder has the new code '\(person)': add it to the people file")
    }
    count(organisation, new.awarded, asOf: day, in: &draft)
    return draft
  }

  /// Adds one to the log's count of the organisation's awards in that month, or begins it.
  private func count(
    _ organisation: String, _ awarded: PlainDate, asOf day: PlainDate, in draft: inout RegistryDraft
  ) {
    let counted = log.last {
      $0.kind?.value == .certificateCount && $0.subject?.value == organisation
        && $0.date?.value.year == awarded.year && $0.date?.value.month == awarded.month
    }
    if let note = counted?.noteCode, let count = Int(note.value.dropFirst("awarded-".count)),
      note.value.hasPrefix("awarded-"), count < 1_000_000_000
    {
      let day = counted?.date.map { " of \($0.value)" } ?? ""
      draft.replacements.append(
        .init(
          range: note.range, key: "note_code", owner: "the log's entry\(day) about \(organisation)",
          text: "awarded-\(count + 1)"))
      return
    }
    let first = awarded.adding(days: 1 - awarded.day)
    let last = first?.adding(months: 1)?.adding(days: -1) ?? awarded
    draft.additions.append(
      .log(max(awarded, min(last, day)), .certificateCount, organisation, note: "awarded-1"))
  }
}

extension NewProject {
  fileprivate func draft(number: Int) -> DraftValue {
    .map(
      [
        ("id", .text("prj-\(number)")), ("from", .day(from)), ("to", .day(to)),
        ("large", .plain(isLarge ? "true" : "false")), ("role", .text(role.rawValue)),
        ("kind", .text(kind.rawValue)), ("elements", .texts(elements.map(\.rawValue))),
      ])
  }
}
