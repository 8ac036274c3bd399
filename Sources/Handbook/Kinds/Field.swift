import Diagnostics

/// Something that every page of a kind may or must tell.
struct Field: Sendable {
  /// The key in front matter, and the member of a page in templates.
  let name: String
  /// What may be written.
  var type = FieldType.text
  /// Whether a page must have it.
  var isRequired = false
  /// The value of a page that says nothing.
  var fallback: FieldValue?
  /// What it means, for people.
  var description = ""
  /// The form of its text as a regular expression, which must match all of it.
  var pattern: String?
  /// How many values a list, a table or references may have.
  var count: Count?
  /// Where its name stands in `site.yml`.
  let range: SourceRange

  /// The types of the single values in it, those in lists and tables too.
  private var leaves: [FieldType] {
    switch type {
    case .list(let item): item.leaves
    case .table(let columns): columns.flatMap(\.leaves)
    case .text, .number, .wholeNumber, .date, .boolean, .url, .markdown, .choice, .reference,
      .entry:
      [type]
    }
  }

  /// The references in it.
  var references: [ReferenceType] {
    leaves.compactMap { if case .reference(let reference) = $0 { reference } else { nil } }
  }

  /// The choices in it.
  var choices: [Choice] {
    leaves.compactMap { if case .choice(let choice) = $0 { choice } else { nil } }
  }
}

/// What may be written as the value of a field.
indirect enum FieldType: Sendable {
  /// Text of one or more lines, just as it is written.
  case text
  /// A number, with or without a fraction.
  case number
  /// A number without a fraction.
  case wholeNumber
  /// A day of the calendar.
  case date
  /// `true` or `false`.
  case boolean
  /// An address: absolute, or a path of this site, which must exist.
  case url
  /// Text in Markdown.
  case markdown
  /// One of the values that `site.yml` lists.
  case choice(Choice)
  /// Values of one type.
  case list(Field)
  /// Rows, each with values by name.
  case table([Field])
  /// One page, or several.
  case reference(ReferenceType)
  /// The id of an entry of the register.
  case entry

  /// The type in words, such as `list of text`.
  var name: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .wholeNumber: "whole number"
    case .date: "date"
    case .boolean: "true or false"
    case .url: "url"
    case .markdown: "markdown"
    case .choice: "one of"
    case .list(let item): "list of \(item.type.name)"
    case .table: "table"
    case .reference(let reference):
      (reference.isMany ? "references to " : "reference to ") + reference.kindNames
    case .entry: "registry id"
    }
  }
}

/// The values of which a field has one.
struct Choice: Sendable {
  /// One of the values.
  struct Option: Sendable {
    /// What is written.
    let value: String
    /// What it means, for people.
    var description = ""
    /// Where it stands in `site.yml`.
    let range: SourceRange
  }

  /// The values in order.
  var options: [Option]
  /// The page that has an anchor for each of the values.
  var page: Located<String>?

  /// The values alone.
  var values: [String] { options.map(\.value) }
}

/// To which pages a field refers.
struct ReferenceType: Sendable {
  /// The kinds of the pages; none for pages of any kind or none.
  var kinds: [Located<String>]
  /// Whether a page may name several.
  var isMany: Bool
  /// The member under which such a page knows those that refer to it.
  var inverse: Located<String>?
  /// Words that may stand in place of a page, such as `none`.
  var words: [String] = []

  /// Whether it may lead to a page of the kind.
  func accepts(_ kind: String) -> Bool { kinds.isEmpty || kinds.contains { $0.value == kind } }

  /// The kinds in words.
  var kindNames: String {
    kinds.isEmpty ? Kind.ofNone : kinds.map(\.value).joined(separator: " or ")
  }
}

/// How many there may be.
struct Count: Sendable, Hashable {
  /// The fewest.
  var least = 0
  /// The most; `nil` for any number.
  var most: Int?

  /// Whether so many are right.
  func holds(_ number: Int) -> Bool { number >= least && most.map { number <= $0 } ?? true }

  /// None at all: a condition may ask for it, a field may not.
  static let none = Count()

  private init() { most = 0 }

  /// Creates the count from its bounds; `nil` when none fits.
  init?(least: Int, most: Int?) {
    guard least >= 0, most.map({ $0 >= least && $0 > 0 }) ?? true else { return nil }
    self.least = least
    self.most = most
  }

  /// Reads `2`, `exactly 2`, `at least 2`, `at most 2` or `1 to 3`; words up to three too.
  init?(_ text: String) {
    let words = text.lowercased().split(separator: " ").map(String.init)
    guard let last = words.last.flatMap(Self.number) else { return nil }
    switch words.dropLast().joined(separator: " ") {
    case "", "exactly": self.init(least: last, most: last)
    case "at least": self.init(least: last, most: nil)
    case "at most": self.init(least: 0, most: last)
    default:
      guard words.count == 3, words[1] == "to", let first = Self.number(words[0]) else {
        return nil
      }
      self.init(least: first, most: last)
    }
  }

  private static func number(_ word: String) -> Int? {
    let words = ["none": 0, "no": 0, "one": 1, "two": 2, "three": 3]
    return words[word] ?? Int(word).flatMap { (0...1_000_000).contains($0) ? $0 : nil }
  }

  /// The count in words, such as `at least 2`.
  var text: String {
    switch (least, most) {
    case (let least, nil): "at least \(least)"
    case (0, let most?): "at most \(most)"
    case (let least, let most?): least == most ? "exactly \(least)" : "\(least) to \(most)"
    }
  }
}
