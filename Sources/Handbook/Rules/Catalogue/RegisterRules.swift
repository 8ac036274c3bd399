import Diagnostics
import Register

extension RuleCatalogue {
  /// What the register promises: the words of each rule are the register's own.
  static let registerRules =
    [
      RuleText(
        "invalid-registry", .error,
        promise: "The register's data is YAML, with the lists that a register has.",
        why: "What cannot be read is neither published nor checked.",
        example: "organisations: none",
        repair: "Put a text that holds ': ' in quotes, and indent with spaces."),
      RuleText(
        "invalid-people", .error,
        promise: "The private file of people is YAML, with what is known of each of them.",
        why: "What cannot be read would leave nobody named, or somebody who did not agree to it.",
        example: "people: none",
        repair: "Write a list of people, each with 'id' and 'name'."),
      RuleText(
        "registry-r07", .error,
        promise: "Every key of the register is a known one.",
        why: RegisterFamily.form.why, example: "- id: org-a\n  nmae: Example Ltd",
        repair: "Write the key that was meant."),
    ] + Registry.rules.map(text) + privacyRules + continuityRules

  private static func text(_ rule: RegistryRule) -> RuleText {
    let family = RegisterFamily(rule.id)
    return RuleText(
      rule.id, rule.severity,
      promise: rule.promise.prefix(1).uppercased() + rule.promise.dropFirst() + ".",
      why: family.why, example: registerExamples[rule.id] ?? "# \(rule.id)", repair: family.repair)
  }
}

/// What rules of the register are about, as their numbers tell: what they have in common.
private enum RegisterFamily {
  case form, accreditation, courses, certificates, privacy

  init(_ id: String) {
    switch id.dropFirst("registry-r".count).first {
    case "0": self = .form
    case "1": self = .accreditation
    case "2": self = .courses
    case "5": self = .privacy
    default: self = .certificates
    }
  }

  var why: String {
    switch self {
    case .form:
      "A register is only as good as its entries: each must be found, told apart and read."
    case .accreditation:
      "Whoever books a course relies on it that the organisation was audited as the standard asks."
    case .courses: "A certificate is worth what its course taught, and the audit of it found."
    case .certificates:
      "Employers rely on a certificate: it must follow from its evidence on the day of its award."
    case .privacy: "What is published about a person cannot be taken back."
    }
  }

  var repair: String {
    switch self {
    case .form: "Correct the entry; the finding says what it should be."
    case .privacy: "Take out what tells of so few, or merge it with another total."
    case .accreditation, .courses, .certificates:
      "Correct the entry where it was written down wrongly. Where it is right, the award or the "
        + "term was not: record that by an event, and never change what was published."
    }
  }
}
