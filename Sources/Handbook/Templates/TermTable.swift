import Values

/// The words that an adopting organisation changes, with their grammatical forms.
struct TermTable: Sendable {
  private let values: [String: TermValue]
  /// The names templates use, in the order they were written.
  let keys: [String]

  init(_ terms: [Term]) {
    keys = terms.map(\.key)
    values = Dictionary(
      terms.map { ($0.key, TermValue($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The term that templates call `key`.
  func term(_ key: String) -> TermValue? { values[key] }
}

/// The scope of a title, where nothing but terms is defined.
extension TermTable: ValueObject {
  func member(_ key: String) -> Value? { values[key].map { .object($0) } }
  var memberNames: [String] { keys }
}

/// A term in templates: prints its name; its members are its forms.
struct TermValue: ValueObject {
  /// The forms there are, each made by the rules of English where none is given.
  enum Form: String, CaseIterable {
    case name, plural, a, the, possessive, start, abbreviation
    case pluralStart = "plural_start"
    case aStart = "a_start"
    case theStart = "the_start"
  }

  private let forms: [String: String]

  init(_ term: Term) {
    var forms: [String: String] = [:]
    for form in Form.allCases {
      forms[form.rawValue] = term.forms[form.rawValue] ?? Self.english(form, of: term)
    }
    self.forms = forms
  }

  var text: String { forms[Form.name.rawValue] ?? "" }
  /// The words of a form.
  func words(_ form: Form) -> String? { forms[form.rawValue] }
  func member(_ key: String) -> Value? { forms[key].map { .string($0) } }
  var memberNames: [String] { Form.allCases.map(\.rawValue) }

  private static func english(_ form: Form, of term: Term) -> String {
    func given(_ form: Form) -> String { term.forms[form.rawValue] ?? english(form, of: term) }
    return switch form {
    case .name: term.name
    case .plural: plural(term.name)
    case .a: (startsWithVowelSound(term.name) ? "an " : "a ") + term.name
    case .the: "the " + term.name
    case .possessive: term.name + (term.name.hasSuffix("s") ? "’" : "’s")
    case .start: capitalised(term.name)
    case .abbreviation: term.name
    case .pluralStart: capitalised(given(.plural))
    case .aStart: capitalised(given(.a))
    case .theStart: capitalised(given(.the))
    }
  }

  /// The usual English plural of the last word; of the first in `community of practice`.
  private static func plural(_ name: String) -> String {
    if let of = name.firstRange(of: " of ") {
      return plural(String(name[..<of.lowerBound])) + name[of.lowerBound...]
    }
    let vowels = "aeiou"
    let lower = name.lowercased()
    if lower.hasSuffix("y"), let before = lower.dropLast().last, !vowels.contains(before) {
      return name.dropLast() + "ies"
    }
    let takesE = ["s", "x", "z", "ch", "sh"].contains { lower.hasSuffix($0) }
    return name + (takesE ? "es" : "s")
  }

  private static func startsWithVowelSound(_ name: String) -> Bool {
    let lower = name.lowercased()
    if ["hour", "honest", "heir"].contains(where: { lower.hasPrefix($0) }) { return true }
    if ["uni", "use", "one", "eu"].contains(where: { lower.hasPrefix($0) }) { return false }
    return lower.first.map { "aeiou".contains($0) } ?? false
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
