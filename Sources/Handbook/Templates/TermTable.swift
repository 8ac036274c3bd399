import Values

/// The words that an adopting organisation changes, with their grammatical forms.
struct TermTable: Sendable {
  private let values: [String: TermValue]
  private let terms: [Term]
  /// The names templates use, in the order they were written.
  let keys: [String]

  init(_ terms: [Term]) {
    self.terms = terms
    keys = terms.map(\.key)
    values = Dictionary(
      terms.map { ($0.key, TermValue($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The table with the words of `others` where they have the same names; `nil` where that changes
  /// nothing.
  func with(_ others: [Term]) -> TermTable? {
    let words = Dictionary(others.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let isOther = terms.contains { term in
      words[term.key].map { $0.name != term.name || $0.forms != term.forms } ?? false
    }
    return isOther ? TermTable(terms.map { words[$0.key] ?? $0 }) : nil
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
    case name, plural, a, the, possessive, start, title, abbreviation
    case pluralStart = "plural_start"
    case aStart = "a_start"
    case theStart = "the_start"
    case pluralTitle = "plural_title"
    case pluralPossessive = "plural_possessive"
    case possessiveStart = "possessive_start"
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
    case .plural: English.plural(term.name)
    case .a: English.withArticle(term.name)
    case .the: "the " + term.name
    case .possessive: English.possessive(term.name)
    case .start: English.capitalised(term.name)
    case .title: English.titled(term.name)
    case .abbreviation: term.name
    case .pluralStart: English.capitalised(given(.plural))
    case .aStart: English.capitalised(given(.a))
    case .theStart: English.capitalised(given(.the))
    case .pluralTitle: English.titled(given(.plural))
    case .pluralPossessive: English.possessive(given(.plural))
    case .possessiveStart: English.capitalised(given(.possessive))
    }
  }
}
