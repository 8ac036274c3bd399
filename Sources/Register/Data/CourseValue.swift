import Values

/// A version of a course as templates see it.
///
/// `organisation` is the name of who gives it, `org_status` what that is on the register's day;
/// `in_use` tells whether certificates may rest on it then; `elements` are the ids of those met; `coverage` has a
/// row for each element of the framework; `versions` are the organisation's courses of the level,
/// this one included, the oldest first.
struct CourseValue: ValueObject {
  private let course: Course
  private let register: PublicRegister

  init(_ course: Course, in register: PublicRegister) {
    self.course = course
    self.register = register
  }

  var memberNames: [String] {
    [
      "id", "org", "organisation", "org_status", "org_status_words", "level", "level_title",
      "title", "version", "url", "mode",
      "hours", "assessment", "pass_mark", "from", "to", "in_use", "elements", "coverage",
      "versions", "marks",
    ]
  }

  var text: String { course.title?.value ?? course.id.value }
  var identity: String { course.id.value }

  func member(_ key: String) -> Value? {
    switch key {
    case "id": .string(course.id.value)
    case "org": Value(course.organisation?.value)
    case "organisation": Value(giver?.name?.value)
    case "org_status": Value(giver?.status(on: register.day)?.rawValue)
    case "org_status_words": Value(giver?.statusWords(on: register.day))
    case "level": Value(course.level?.value.rawValue)
    case "level_title": Value(course.level?.value.title)
    case "title": Value(course.title?.value)
    case "version": Value(course.version?.value)
    case "url": Value(course.url?.value)
    case "mode": .array(course.modes.map { .string($0) })
    case "hours": Value(course.hours)
    case "assessment": Value(course.assessmentForm)
    case "pass_mark": Value(course.passMark?.value)
    case "from": Value(course.valid?.from?.value)
    case "to": Value(course.valid?.to?.value)
    case "in_use": .bool(register.isInUse(course))
    case "elements": .array(metElements)
    case "coverage": .array(Element.allCases.map(row))
    case "versions": .array(versions.map { .object(CourseValue($0, in: register)) })
    case "marks": course.marks(in: register.registry)
    default: nil
    }
  }

  private var giver: Organisation? {
    course.organisation.flatMap { register.registry.organisation($0.value) }
  }

  private var metElements: [Value] {
    course.coverage.filter { $0.result?.value == .met }
      .compactMap { $0.element.map { .string($0.value.rawValue) } }
  }

  /// What was found of an element; without a result where the course has no row of it.
  private func row(_ element: Element) -> Value {
    let row = course.coverage.first { $0.element?.value == element }
    let audit = row?.audit.flatMap { register.registry.audit($0.value)?.audit }
    return [
      "element": .string(element.rawValue), "title": .string(element.title),
      "result": Value(row?.result?.value.rawValue), "audit": Value(row?.audit?.value),
      "closed": Value(audit?.closed?.value), "evidence": Value(row?.evidence),
    ]
  }

  private var versions: [Course] {
    let courses = register.courses(of: course.organisation?.value ?? "")
    return courses.filter { $0.level?.value == course.level?.value }
      .sorted { ($0.firstDay, $0.id.value) < ($1.firstDay, $1.id.value) }
  }
}

extension Course {
  /// Whether a day is one of this version's, whatever its organisation is then; without days each is.
  func isValid(on day: PlainDate) -> Bool {
    valid?.contains(day) ?? true
  }

  /// The first day of use, for sorting.
  fileprivate var firstDay: Int { valid?.from?.value.daysSinceEpoch ?? Int.min }
}
