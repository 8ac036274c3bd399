/// What the courses of an organisation at one level cover.
package struct CoverageRow: Sendable {
  /// Who gives the courses.
  package let organisation: Organisation
  /// The level they lead to.
  package let level: Level
  /// The best result of each element, in the framework's order; `nil` where no course has the element.
  package let results: [Audit.Result?]
}

extension PublicRegister {
  /// Whether a course is in use on the day: this version is, and its organisation is accredited.
  package func isInUse(_ course: Course) -> Bool {
    let organisation = course.organisation.flatMap { registry.organisation($0.value) }
    return course.isValid(on: day) && organisation?.mayAward(on: day) ?? false
  }

  /// The levels of an organisation's courses in use on the day, the lowest first.
  package func levels(of organisation: Organisation) -> [Level] {
    let inUse = courses(of: organisation.id.value).filter(isInUse)
    return Set(inUse.compactMap { $0.level?.value }).sorted()
  }

  /// A row for each organisation and level with a course in use on the day, in the register's order.
  package var coverage: [CoverageRow] {
    registry.organisations.flatMap { organisation -> [CoverageRow] in
      let inUse = courses(of: organisation.id.value).filter(isInUse)
      return Level.allCases.compactMap { level -> CoverageRow? in
        let courses = inUse.filter { $0.level?.value == level }
        guard !courses.isEmpty else { return nil }
        return CoverageRow(
          organisation: organisation, level: level,
          results: Element.allCases.map { best($0, of: courses) })
      }
    }
  }

  private func best(_ element: Element, of courses: [Course]) -> Audit.Result? {
    let results = courses.flatMap(\.coverage)
      .filter { $0.element?.value == element }.compactMap { $0.result?.value }
    return results.contains(.met) ? .met : results.first
  }
}
