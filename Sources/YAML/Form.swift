package import Values

/// What may be written as a value: told once, for those who read it, for editors that complete it and for documentation.
///
/// Every value may also be left empty, unless its key is required.
package indirect enum Form: Sendable {
  /// One of the words that a value may be.
  package struct Option: Sendable, Hashable {
    /// What is written.
    package let value: String
    /// What it means, for people; may be empty.
    package let description: String

    /// Creates an option.
    package init(_ value: String, _ description: String = "") {
      self.value = value
      self.description = description
    }
  }

  /// The keys that go with one word of another key.
  package struct Variant: Sendable {
    /// The word.
    package let word: String
    /// The keys, without the one that holds the word.
    package let keys: [KeyForm]

    /// Creates a variant.
    package init(_ word: String, _ keys: [KeyForm]) {
      self.word = word
      self.keys = keys
    }
  }

  /// Text, just as it stands; all of it matches the regular expression where there is one.
  case text(pattern: String? = nil)
  /// A number, with or without a fraction.
  case number
  /// A whole number, within these bounds where they are told.
  case wholeNumber(from: Int? = nil, to: Int? = nil)
  /// A day such as 2026-06-30.
  case date
  /// `true` or `false`.
  case boolean
  /// One of these words.
  case choice([Option])
  /// Values in a list, so many; where one is enough it may stand in the list's place.
  case several(Form, least: Int = 0, most: Int? = nil)
  /// Values in a list.
  case list(Form)
  /// Keys and values, no others.
  case mapping([KeyForm])
  /// Keys and values, and others of the writer's own whose names match `names`, where that is told.
  case open([KeyForm], names: String? = nil, others: Form)
  /// Keys and values, no others: the word behind this key decides what stands beside it.
  case variants(KeyForm, [Variant])
  /// Any of these.
  case either([Form])
  /// A form that is defined under this name, as it may hold itself.
  case named(String)
  /// Whatever YAML can say.
  case anything

  /// One of the words of `Words`.
  package static func words<Words>(_: Words.Type) -> Form
  where Words: RawRepresentable<String> & CaseIterable {
    .choice(Words.allCases.map { Option($0.rawValue) })
  }
}

/// A key that may be written, with what may stand behind it.
package struct KeyForm: Sendable {
  /// The key.
  package let name: String
  /// Other words for it that are read too, and not recommended.
  package var otherNames: [String] = []
  /// What may stand behind it.
  package let form: Form
  /// What it means, in a line for people, without its full stop.
  package let description: String
  /// Whether it must be there.
  package var isRequired = false
  /// What counts where it is not there; `none` where nothing does.
  package var fallback = Value.none

  /// Creates a key that may be there.
  package init(_ name: String, _ form: Form, _ description: String, or otherNames: [String] = []) {
    self.name = name
    self.form = form
    self.description = description
    self.otherNames = otherNames
  }

  /// A key that must be there.
  package static func required(_ name: String, _ form: Form, _ description: String) -> KeyForm {
    var key = KeyForm(name, form, description)
    key.isRequired = true
    return key
  }
}

extension [KeyForm] {
  /// All names that are read, in order, each behind the one that is recommended.
  package var names: [String] { flatMap { [$0.name] + $0.otherNames } }
}
