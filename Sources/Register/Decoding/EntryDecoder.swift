import Diagnostics
import Values
import YAML

/// A kind of entry: what it is called, and the keys it has.
struct EntryKind {
  /// How findings call it, such as `course`.
  let name: String
  /// The name as in `a course` and `an audit`.
  let nameWithArticle: String
  /// What may stand behind its keys.
  let keyForms: [KeyForm]
  /// The keys it may have.
  let keys: [String]
  /// The keys it must have.
  let required: [String]

  init(_ name: String, _ keys: [KeyForm]) {
    self.name = name
    nameWithArticle = (name.first.map { "aeiou".contains($0) } == true ? "an " : "a ") + name
    keyForms = keys
    self.keys = keys.names
    required = keys.filter(\.isRequired).map(\.name)
  }

  /// Such an entry, as it may be written.
  var form: Form { .mapping(keyForms) }
}

/// Reads the fields of one entry of the register, with their places.
struct EntryDecoder {
  /// Reads values and collects findings.
  private(set) var values: NodeDecoder
  private let entry: Mapping
  private let base: Int
  private let isPublic: Bool

  /// Creates a decoder of `entry`; reports keys it does not have and keys it lacks.
  ///
  /// `base` is added to the ranges of its values. In a public file keys of personal data are
  /// reported as what they are.
  init(
    _ entry: Mapping, of kind: EntryKind, base: Int, isPublic: Bool, values: consuming NodeDecoder
  ) {
    self.values = values
    self.entry = entry
    self.base = base
    self.isPublic = isPublic
    refuseUnknownKeys(kind)
    for key in kind.required where isMissing(key) {
      let place = entry["id"]?.range ?? entry.pairs.first?.keyRange ?? entry.range
      self.values.reportMissing(key, of: "this \(kind.name)", at: place)
    }
  }

  private mutating func refuseUnknownKeys(_ kind: EntryKind) {
    guard entry.pairs.contains(where: { !kind.keys.contains($0.key) }) else { return }
    var others = entry.pairs
    if isPublic {
      let personal = PersonalData(in: values.file)
      for pair in others where !kind.keys.contains(pair.key) {
        if let finding = personal.key(pair) { values.report(finding) }
      }
      others.removeAll { !kind.keys.contains($0.key) && PersonalData.isKey($0.key) }
    }
    values.refuseUnknownKeys(
      of: Mapping(others, at: entry.range), known: kind.keys, owner: kind.nameWithArticle)
  }

  /// Where the entry is written.
  var range: SourceRange { shifted(entry.range) }

  /// The text of a key; `nil` where it is empty.
  mutating func text(_ key: String) -> Located<String>? {
    guard let node = entry[key], let text = values.text(node, as: key), !text.isEmpty else {
      return nil
    }
    return Located(text, at: shifted(node.range))
  }

  /// The day of a key.
  mutating func date(_ key: String) -> Located<PlainDate>? {
    guard let node = entry[key] else { return nil }
    return values.date(node, as: key).map { Located($0, at: shifted(node.range)) }
  }

  /// The whole number of a key.
  mutating func integer(_ key: String) -> Located<Int>? {
    guard let node = entry[key] else { return nil }
    return values.integer(node, as: key).map { Located($0, at: shifted(node.range)) }
  }

  /// From the fewest to the most of a key's numbers of months, a hundred years at most.
  mutating func months(_ key: String) -> ClosedRange<Int>? {
    guard let node = entry[key] else { return nil }
    let numbers = values.nodes(node).compactMap { values.integer($0, as: key) }
      .map { min(max($0, 0), 1200) }
    guard let fewest = numbers.min(), let most = numbers.max() else { return nil }
    return fewest...most
  }

  /// The whole number of a key, when it lies in `range`.
  mutating func count(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let node = entry[key], let count = values.integer(node, as: key) else { return nil }
    if range.contains(count) { return count }
    values.wrongType(
      node, "'\(key)' cannot be \(count)",
      help: "write a number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  /// The number of a key.
  mutating func number(_ key: String) -> Located<Double>? {
    guard let node = entry[key] else { return nil }
    return values.number(node, as: key).map { Located($0, at: shifted(node.range)) }
  }

  /// The truth value of a key.
  mutating func boolean(_ key: String) -> Bool? {
    entry[key].flatMap { values.boolean($0, as: key) }
  }

  /// The texts of a key, one or many.
  mutating func texts(_ key: String) -> [Located<String>] {
    guard let node = entry[key] else { return [] }
    return values.nodes(node).compactMap { node in
      values.text(node, as: key).map { Located($0, at: shifted(node.range)) }
    }
  }

  /// The one of the words of `Choice` that a key has.
  mutating func choice<Choice>(_ key: String) -> Located<Choice>?
  where Choice: RawRepresentable<String> & CaseIterable & Sendable {
    entry[key].flatMap { choice($0, key) }
  }

  /// The words of `Choice` that a key has, one or many.
  mutating func choices<Choice>(_ key: String) -> [Located<Choice>]
  where Choice: RawRepresentable<String> & CaseIterable & Sendable {
    guard let node = entry[key] else { return [] }
    return values.nodes(node).compactMap { choice($0, key) }
  }

  /// The entries of a key's list, read by `decode`.
  mutating func entries<Entry>(
    _ key: String, of kind: EntryKind, _ decode: (inout EntryDecoder) -> Entry?
  ) -> [Entry] {
    guard let node = entry[key], let nodes = values.list(node, as: key) else { return [] }
    return nodes.compactMap { entry($0, key, of: kind, decode) }
  }

  /// The entry of a key, read by `decode`.
  mutating func entry<Entry>(
    _ key: String, of kind: EntryKind, _ decode: (inout EntryDecoder) -> Entry?
  ) -> Entry? {
    entry[key].flatMap { entry($0, key, of: kind, decode) }
  }

  /// The days of a key, written `{from: …, to: …}`.
  mutating func period(_ key: String) -> Period? {
    entry(key, of: EntryDecoder.period) {
      Period(from: $0.date("from"), to: $0.date("to"), range: $0.range)
    }
  }

  static let period = EntryKind(
    "period",
    [
      .required("from", .date, "The first day"),
      KeyForm("to", .date, "The last day, which counts in full"),
    ])

  private mutating func entry<Entry>(
    _ node: Node, _ key: String, of kind: EntryKind, _ decode: (inout EntryDecoder) -> Entry?
  ) -> Entry? {
    guard let mapping = values.mapping(node, as: key) else { return nil }
    var inner = EntryDecoder(
      mapping, of: kind, base: base, isPublic: isPublic, values: values)
    let result = decode(&inner)
    values = inner.values
    return result
  }

  private mutating func choice<Choice>(_ node: Node, _ key: String) -> Located<Choice>?
  where Choice: RawRepresentable<String> & CaseIterable & Sendable {
    guard let text = values.text(node, as: key) else { return nil }
    if let choice = Choice(rawValue: text) { return Located(choice, at: shifted(node.range)) }
    let words = Choice.allCases.map(\.rawValue)
    values.wrongType(
      node, "'\(text)' is no \(key)",
      help: nearest(to: text, among: words).map { "did you mean '\($0)'?" }
        ?? "write one of \(words.joined(separator: ", "))")
    return nil
  }

  /// Whether a key has no value.
  func isMissing(_ key: String) -> Bool {
    guard let node = entry[key] else { return true }
    return node.isNull || node.scalar?.text.isEmpty == true
  }

  /// Whether a key holds more entries than were read of it.
  func holdsMore(_ key: String, than count: Int) -> Bool {
    guard let node = entry[key], !node.isNull else { return false }
    guard case .sequence(let items) = node.content else { return true }
    return items.count > count
  }

  private func shifted(_ range: SourceRange) -> SourceRange {
    range.lowerBound + base..<range.upperBound + base
  }
}

extension Form {
  /// An address in full that begins with https.
  static let https = Form.text(pattern: "https://\\S+")
}
