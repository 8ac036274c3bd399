import Diagnostics

extension RegistryRule {
  /// The fewest people that a total may tell of.
  static let fewestPeople = 5

  static let r56 = RegistryRule(
    "registry-r56", .error, "no total of fewer than five people is published"
  ) { registry, _ in
    registry.log.compactMap(\.noteCode).compactMap { code in
      guard let count = peopleCount(in: code.value), count < fewestPeople else { return nil }
      return RegistryFinding(
        at: code.range, "this tells of \(count == 1 ? "one person" : "\(count) people")",
        help: "leave the number out, or add up more months or organisations; "
          + "totals of certificates may be of any size")
    }
  }

  private static let people: Set<Substring> = [
    "people", "persons", "person", "holders", "holder", "attendees", "attendee", "participants",
    "participant", "candidates", "candidate", "learners", "learner", "students", "student",
  ]

  /// The number of people that a code tells, such as `holders-3`; `nil` where it tells none.
  private static func peopleCount(in code: String) -> Int? {
    let words = code.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard words.contains(where: people.contains) else { return nil }
    return words.lazy.compactMap { Int($0) }.first
  }
}
