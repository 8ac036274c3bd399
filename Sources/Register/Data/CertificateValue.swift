import Values

/// A certificate as templates see it.
///
/// `organisation` and `course` are the entries themselves; `holder` and `employer` are there only
/// where they may be shown; `listed` tells whether it may stand in lists.
struct CertificateValue: ValueObject {
  private let certificate: Certificate
  private let register: PublicRegister

  init(_ certificate: Certificate, in register: PublicRegister) {
    self.certificate = certificate
    self.register = register
  }

  private var months: Int? { register.registry.framework.rules.certificateMonths }

  var memberNames: [String] {
    [
      "id", "level", "level_title", "org", "organisation", "course", "course_version", "attended",
      "assessed", "awarded", "status", "status_words", "status_date", "reason", "superseded_by",
      "events", "evidence", "holder", "employer", "listed",
    ]
  }

  var text: String { certificate.id.value }
  var identity: String { certificate.id.value }

  func member(_ key: String) -> Value? {
    switch key {
    case "id": .string(certificate.id.value)
    case "level": Value(certificate.level?.value.rawValue)
    case "level_title": Value(certificate.level?.value.title)
    case "org": Value(certificate.organisation?.value)
    case "organisation":
      certificate.organisation.flatMap { register.registry.organisation($0.value) }
        .map { .object(OrganisationValue($0, in: register)) } ?? Value.none
    case "course":
      certificate.course.flatMap { register.registry.course($0.value) }
        .map { .object(CourseValue($0, in: register)) } ?? Value.none
    case "course_version": Value(certificate.courseVersion?.value)
    case "attended":
      certificate.attended.map {
        ["from": Value($0.from?.value), "to": Value($0.to?.value)]
      } ?? Value.none
    case "assessed": Value(certificate.assessed?.value)
    case "awarded": Value(certificate.awarded?.value)
    case "evidence": .array(certificate.evidence.map(value(of:)))
    case "holder": Value(register.holder(of: certificate)?.name)
    case "employer": Value(register.holder(of: certificate)?.employer)
    case "listed": .bool(register.visibility(of: certificate) == .listed)
    default: standing(key)
    }
  }

  /// The members that tell what the certificate is worth.
  private func standing(_ key: String) -> Value? {
    let status = certificate.status(on: register.day, validFor: months)
    let last = certificate.events.last { $0.kind.value.rawValue == status?.status.rawValue }
    return switch key {
    case "status": Value(status?.status.rawValue)
    case "status_words": .string(certificate.statusWords(on: register.day, validFor: months))
    case "status_date": Value(status?.since)
    case "reason": Value(last?.code?.value)
    case "superseded_by": Value(successor(last))
    case "events": .array(events)
    default: nil
    }
  }

  /// The newer certificate, where the way there may be shown.
  private func successor(_ event: StatusEvent?) -> String? {
    guard let by = event?.by?.value, let newer = register.registry.certificate(by),
      register.visibility(of: newer) != .hidden
    else { return nil }
    return by
  }

  /// What happened by the day.
  private var events: [Value] {
    certificate.events.filter { ($0.date?.value).map { $0 <= register.day } ?? false }.map {
      [
        "date": Value($0.date?.value), "kind": .string($0.kind.value.rawValue),
        "code": Value($0.code?.value), "by": Value(successor($0)),
      ]
    }
  }

  private func value(of project: Project) -> Value {
    [
      "id": Value(project.id?.value), "from": Value(project.from?.value),
      "to": Value(project.to?.value), "large": .bool(project.isLarge),
      "role": Value(project.role?.value.rawValue), "kind": Value(project.kind?.value.rawValue),
      "elements": .array(project.elements.map { .string($0.value.rawValue) }),
      "element_titles": .array(project.elements.map { .string($0.value.title) }),
    ]
  }
}
