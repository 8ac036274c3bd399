import Values

/// A course as templates see it.
struct CourseValue: ValueObject {
  private let course: Course
  private let registry: Registry
  private let day: PlainDate

  init(_ course: Course, in registry: Registry, asOf day: PlainDate) {
    self.course = course
    self.registry = registry
    self.day = day
  }

  var memberNames: [String] {
    [
      "id", "org", "organisation", "level", "title", "version", "url", "mode", "hours", "from",
      "to",
      "in_use", "elements",
    ]
  }

  var text: String { course.title?.value ?? course.id.value }

  func member(_ key: String) -> Value? {
    switch key {
    case "id": .string(course.id.value)
    case "org": Value(course.organisation?.value)
    case "organisation":
      Value(course.organisation.flatMap { registry.organisation($0.value)?.name?.value })
    case "level": Value(course.level?.value.rawValue)
    case "title": Value(course.title?.value)
    case "version": Value(course.version?.value)
    case "url": Value(course.url?.value)
    case "mode": .array(course.modes.map { .string($0) })
    case "hours": hours
    case "from": course.valid?.from.map { .date($0.value) } ?? Value.none
    case "to": course.valid?.to.map { .date($0.value) } ?? Value.none
    case "in_use": .bool(course.isInUse(on: day))
    case "elements": .array(metElements)
    default: nil
    }
  }

  /// The hours, without a fraction where there is none.
  private var hours: Value {
    guard let hours = course.hours else { return Value.none }
    return Int(exactly: hours).map(Value.integer) ?? .decimal(hours)
  }

  private var metElements: [Value] {
    course.coverage.filter { $0.result?.value == .met }
      .compactMap { $0.element.map { .string($0.value.rawValue) } }
  }
}

extension Course {
  /// Whether this version is in use on a day; one without days always is.
  func isInUse(on day: PlainDate) -> Bool {
    valid?.contains(day) ?? true
  }
}
