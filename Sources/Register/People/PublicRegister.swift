package import Values

/// What the register shows on a day, and of whom: the one place that decides what becomes public.
///
/// Pages, tables, data and feeds are all made from it.
package final class PublicRegister: Sendable {
  /// The register.
  package let registry: Registry
  /// The day.
  package let day: PlainDate
  /// Whether everything in it is invented.
  package let isSample: Bool
  /// The certificates that may stand in lists, in the register's order.
  package let listedCertificates: [Certificate]
  /// The people who may be named, in the order of their names' bytes.
  package let listedPeople: [ListedPerson]
  /// The next day on which anything shown changes; `nil` when all lies behind.
  package let nextChange: PlainDate?
  private let courses: [String: [Course]]
  let counts: ValueMap
  /// How many certificates each organisation had awarded by the day, whatever became of them.
  let certificateCounts: [String: Int]
  private let people: People?

  /// How far a certificate is shown.
  package enum Visibility: Sendable {
    /// Not at all.
    case hidden
    /// To those who know its number.
    case byNumber
    /// In lists, with its holder's name.
    case listed
  }

  /// Someone who chose to be named, and the certificates he or she holds.
  package struct ListedPerson: Sendable {
    /// The name.
    package let name: String
    /// For whom he or she works, where that may be shown.
    package let employer: String?
    /// The certificates awarded so far, in the register's order.
    package let certificates: [Certificate]
  }

  /// Creates what is shown of a register on a day.
  ///
  /// Without `people` nobody is listed. O(*entries*).
  package init(_ registry: Registry, people: People?, on day: PlainDate) {
    self.registry = registry
    self.day = day
    self.people = people
    isSample = people?.isSample ?? false
    courses = Dictionary(grouping: registry.courses) { $0.organisation?.value ?? "" }
    counts = registry.counts(on: day)
    certificateCounts = registry.certificates.reduce(into: [:]) {
      guard let awarded = $1.awarded?.value, awarded <= day else { return }
      $0[$1.organisation?.value ?? "", default: 0] += 1
    }
    listedCertificates = registry.certificates.filter {
      Self.visibility(of: $0, people, day) == .listed
    }
    listedPeople = Self.listedPeople(listedCertificates, people, day)
    let choices = people?.nextChange(after: day)
    nextChange = [registry.nextChange(after: day), choices].compactMap { $0 }.min()
  }

  /// The courses of an organisation, all versions, in the register's order.
  ///
  /// O(1).
  package func courses(of organisation: String) -> [Course] { courses[organisation] ?? [] }

  /// How far a certificate is shown.
  ///
  /// O(1).
  package func visibility(of certificate: Certificate) -> Visibility {
    Self.visibility(of: certificate, people, day)
  }

  /// The name of a certificate's holder, and the employer, as far as they may be shown.
  ///
  /// O(1).
  package func holder(of certificate: Certificate) -> (name: String, employer: String?)? {
    guard let person = certificate.person.flatMap({ people?.person($0.value) }),
      person.isListed(on: day), let name = person.name?.value
    else { return nil }
    return (name, person.shownEmployer)
  }

  /// What is in the log by the day, newest first, without what is about certificates not listed.
  package var changes: [LogEntry] {
    registry.log.enumerated().filter { isShown($0.element) }
      .sorted { left, right in
        (left.element.date?.value, left.offset) > (right.element.date?.value, right.offset)
      }.map(\.element)
  }

  private func isShown(_ entry: LogEntry) -> Bool {
    guard let date = entry.date?.value, date <= day else { return false }
    guard let certificate = entry.subject.flatMap({ registry.certificate($0.value) }) else {
      return true
    }
    return visibility(of: certificate) == .listed
  }

  private static func visibility(
    of certificate: Certificate, _ people: People?, _ day: PlainDate
  ) -> Visibility {
    guard let person = certificate.person.flatMap({ people?.person($0.value) }) else {
      return .byNumber
    }
    if person.isListed(on: day) { return .listed }
    return person.choice?.state?.value == Person.State.none ? .hidden : .byNumber
  }

  private static func listedPeople(
    _ certificates: [Certificate], _ people: People?, _ day: PlainDate
  ) -> [ListedPerson] {
    let awarded = certificates.filter { ($0.awarded?.value).map { $0 <= day } ?? false }
    let byCode = Dictionary(grouping: awarded) { $0.person?.value ?? "" }
    let listed = byCode.compactMap { code, certificates -> (code: String, person: ListedPerson)? in
      guard let person = people?.person(code), let name = person.name?.value else { return nil }
      let listed = ListedPerson(
        name: name, employer: person.shownEmployer, certificates: certificates)
      return (code, listed)
    }
    return listed.sorted { ($0.person.name, $0.code) < ($1.person.name, $1.code) }.map(\.person)
  }
}

extension Person {
  /// The employer, where the person chose to have it shown.
  fileprivate var shownEmployer: String? {
    choice?.state?.value == .listedWithEmployer ? employer?.value : nil
  }
}

extension People {
  /// The names that must not be shown on a day, and whose they are; without those that someone of
  /// the same name has shown.
  package func hiddenNames(on day: PlainDate) -> [(person: Person, name: String)] {
    let shown = Set(shownNames(on: day))
    return all.compactMap { person in
      guard !person.isListed(on: day), let name = person.name?.value, !shown.contains(name) else {
        return nil
      }
      return (person, name)
    }
  }

  /// The names that may be shown on a day.
  package func shownNames(on day: PlainDate) -> [String] {
    all.filter { $0.isListed(on: day) }.compactMap { $0.name?.value }
  }

  /// The people who are listed without their employer, with both.
  ///
  /// An employer that is an organisation of the register is mentioned for its own sake.
  package func unshownEmployers(
    on day: PlainDate, beside registry: Registry
  ) -> [(person: Person, name: String, employer: String)] {
    let organisations = Set(registry.organisations.compactMap { $0.name?.value.lowercased() })
    return all.compactMap { person in
      guard person.isListed(on: day), person.shownEmployer == nil, let name = person.name?.value,
        let employer = person.employer?.value, !organisations.contains(employer.lowercased())
      else { return nil }
      return (person, name, employer)
    }
  }

  /// The first day after `day` on which a consent begins or ends.
  fileprivate func nextChange(after day: PlainDate) -> PlainDate? {
    all.lazy.filter(\.choseListing)
      .flatMap { [$0.choice?.given?.value, $0.choice?.withdrawn?.value].compactMap { $0 } }
      .filter { day < $0 }.min()
  }
}

/// Compares days, none being the earliest, then positions.
private func > (left: (PlainDate?, Int), right: (PlainDate?, Int)) -> Bool {
  guard let first = left.0, let second = right.0, first != second else { return left.1 > right.1 }
  return first > second
}
