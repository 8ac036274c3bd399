package import Diagnostics
package import Values

/// Reads typed values from nodes, and collects what is wrong with them.
///
/// A value that is left out, `null` or `~` is `nil` without a finding; one of another type is `nil`
/// with one at its place. `name` is the key as the author wrote it.
package struct NodeDecoder: Sendable {
  /// The rules that findings belong to.
  package struct Rules: Sendable {
    /// Of a value of another type.
    package let type: String
    /// Of a day that is none.
    package let date: String
    /// Of a key that nobody reads.
    package let unknownKey: String
    /// Of a key that is missing.
    package let missing: String

    /// Creates rules from their ids.
    package init(type: String, date: String, unknownKey: String, missing: String) {
      self.type = type
      self.date = date
      self.unknownKey = unknownKey
      self.missing = missing
    }

    /// Of front matter and `site.yml`.
    package static let page = Rules(
      type: "invalid-field", date: "invalid-field", unknownKey: "unknown-key",
      missing: "missing-field")
  }

  /// The file that the nodes are from.
  package let file: SourceFile
  private let rules: Rules
  /// What was found so far.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Creates a decoder of nodes of `file`.
  package init(file: SourceFile, rules: Rules) {
    self.file = file
    self.rules = rules
  }

  /// Adds a finding about what was decoded.
  package mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// The text as it was written: a number or date too is just its text.
  package mutating func text(_ node: Node, as name: String) -> String? {
    scalar(node, name, "be text")?.text
  }

  /// The whole number.
  package mutating func integer(_ node: Node, as name: String) -> Int? {
    guard let scalar = scalar(node, name, "be a whole number") else { return nil }
    if let integer = scalar.integer { return integer }
    wrongType(
      node, "'\(name)' must be a whole number, not '\(scalar.text)'",
      help: "write digits, such as 12")
    return nil
  }

  /// The number, whole or with a fraction.
  package mutating func number(_ node: Node, as name: String) -> Double? {
    guard let scalar = scalar(node, name, "be a number") else { return nil }
    if let number = scalar.integer.map(Double.init) ?? scalar.decimal { return number }
    wrongType(
      node, "'\(name)' must be a number, not '\(scalar.text)'",
      help: "write digits, such as 12 or 1.5")
    return nil
  }

  /// The truth value: `true` or `false`, no other words.
  package mutating func boolean(_ node: Node, as name: String) -> Bool? {
    guard let scalar = scalar(node, name, "be true or false") else { return nil }
    if let boolean = scalar.boolean { return boolean }
    let meant: String? =
      switch scalar.text.lowercased() {
      case "yes", "y", "on", "true", "1": "true"
      case "no", "n", "off", "false", "0": "false"
      default: nil
      }
    wrongType(
      node, "'\(name)' must be true or false, not '\(scalar.text)'",
      help: meant.map { "write \($0), without quotes" } ?? "write true or false")
    return nil
  }

  /// The day, with or without quotes.
  package mutating func date(_ node: Node, as name: String) -> PlainDate? {
    guard let scalar = scalar(node, name, "be a day") else { return nil }
    if let date = PlainDate(scalar.text) { return date }
    let start = PlainDate(scalar.text.prefix(10))
    let isDayAndTime = start != nil && "T t".contains(scalar.text.dropFirst(10).prefix(1))
    report(
      Diagnostic(
        rules.date, .error, at: Place(file, node.range),
        Self.looksLikeDate(scalar.text)
          ? "\(scalar.text) is no day of the calendar"
          : "'\(name)' must be a day, not '\(scalar.text)'",
        help: isDayAndTime
          ? "write the day alone: \(scalar.text.prefix(10))"
          : "write year, month and day, such as 2026-06-30"))
    return nil
  }

  /// The texts of a list, or the one text that stands in its place; empty texts are left out.
  package mutating func texts(_ node: Node, as name: String) -> [String]? {
    guard !node.isNull else { return nil }
    if case .mapping = node.content {
      wrongType(
        node, "'\(name)' must be a text or a list of texts", help: "write '[first, second]'")
      return nil
    }
    return nodes(node).compactMap { text($0, as: name) }.filter { !$0.isEmpty }
  }

  /// The values of a list, or the one value that stands in its place.
  package func nodes(_ node: Node) -> [Node] {
    if case .sequence(let items) = node.content { return items }
    return node.isNull ? [] : [node]
  }

  /// The values of a list.
  package mutating func list(_ node: Node, as name: String) -> [Node]? {
    guard !node.isNull else { return nil }
    if case .sequence(let items) = node.content { return items }
    wrongType(
      node, "'\(name)' must be a list", help: "begin each of its values with a hyphen on a line")
    return nil
  }

  /// The mapping.
  package mutating func mapping(_ node: Node, as name: String) -> Mapping? {
    guard !node.isNull else { return nil }
    if let mapping = node.mapping { return mapping }
    wrongType(node, "'\(name)' must hold keys and values", help: "write 'key: value' below it")
    return nil
  }

  /// Adds a finding for each key of `mapping` that is not among `known`, with the nearest of them.
  ///
  /// `owner` says whose keys they are, such as `site.yml` or `a course`.
  package mutating func refuseUnknownKeys(
    of mapping: Mapping, known: [String], owner: String
  ) {
    var taken = TakenKeys(of: mapping)
    for pair in mapping.pairs where !known.contains(pair.key) {
      let near = nearest(to: pair.key, among: known)
      let refusal = near.flatMap { taken.refusal(of: $0) }
      let place = Place(file, pair.keyRange)
      report(
        Diagnostic(
          rules.unknownKey, .error, at: place, "'\(pair.key)' is no key of \(owner)",
          help: refusal ?? near.map { "did you mean '\($0)'?" }
            ?? "remove it; the keys are \(known.joined(separator: ", "))",
          fix: refusal == nil ? Fix(ofWord: pair.key, to: near, at: place) : nil))
    }
  }

  /// Adds that `owner`, such as `this course`, has no `key`.
  package mutating func reportMissing(
    _ key: String, of owner: String, at range: SourceRange, help: String? = nil
  ) {
    report(
      Diagnostic(
        rules.missing, .error, at: Place(file, range), "\(owner) has no '\(key)'",
        help: help ?? "add '\(key): …'"))
  }

  /// Adds that a value is of another type.
  package mutating func wrongType(_ node: Node, _ message: String, help: String) {
    report(Diagnostic(rules.type, .error, at: Place(file, node.range), message, help: help))
  }

  private mutating func scalar(_ node: Node, _ name: String, _ demand: String) -> Scalar? {
    switch node.content {
    case .scalar(let scalar):
      return scalar.isNull ? nil : scalar
    case .sequence:
      wrongType(node, "'\(name)' must \(demand), not a list", help: "write one value")
    case .mapping:
      wrongType(node, "'\(name)' must \(demand), not keys and values", help: "write one value")
    }
    return nil
  }

  private static func looksLikeDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 10
      && bytes.indices.allSatisfy {
        $0 == 4 || $0 == 7 ? bytes[$0] == UInt8(ascii: "-") : bytes[$0].isDigit
      }
  }
}
