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
    let words = withoutDates(code.lowercased().split { !$0.isLetter && !$0.isNumber })
    let places = words.indices.filter { people.contains(words[$0]) }
    let beside = places.flatMap { [$0 - 1, $0 + 1] }.filter(words.indices.contains)
      .compactMap { Int(words[$0]) }
    return places.isEmpty ? nil : beside.min() ?? words.compactMap { Int($0) }.min()
  }

  /// The words without a year and a month, such as `2026` and `05`, and a day behind these.
  private static func withoutDates(_ words: [Substring]) -> [Substring] {
    func isNumber(_ index: Int, of digits: Int, to most: Int) -> Bool {
      words.indices.contains(index) && words[index].utf8.count == digits
        && Int(words[index]).map { (1...most).contains($0) } ?? false
    }
    var rest: [Substring] = []
    var index = 0
    while index < words.count {
      if isNumber(index, of: 4, to: 9999), isNumber(index + 1, of: 2, to: 12) {
        index += isNumber(index + 2, of: 2, to: 31) ? 3 : 2
      } else {
        rest.append(words[index])
        index += 1
      }
    }
    return rest
  }
}
