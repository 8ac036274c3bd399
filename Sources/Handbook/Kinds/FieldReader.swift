import Diagnostics
import Values
import YAML

/// Reads what a page tells in the fields of its kind.
///
/// A scalar is what its field says it is, with quotes or without: `no` in a text is a word, `012`
/// too, and neither is a truth value or a number. Pages and the register's entries are looked up
/// later, when all are known.
struct FieldReader {
  var decoder: NodeDecoder
  var patterns: PatternCache

  /// Reads the fields of a page whose front matter is `mapping`.
  ///
  /// - Returns: for each field of the kind its value, or its default; where it is refused, a mark.
  mutating func read(
    _ mapping: Mapping, as kind: Kind, _ index: KindIndex, range: SourceRange
  ) -> PageFields {
    var fields = PageFields(kind: index, values: [], range: range)
    for field in kind.fields {
      let node = mapping[field.name].flatMap { Self.isAbsent($0) ? nil : $0 }
      if let node {
        fields.values.append(value(node, of: field) ?? .unread(at: node.range))
      } else {
        if field.isRequired, field.fallback == nil {
          let empty = mapping.pairs.first { $0.key == field.name }
          reportMissing(field, of: kind, at: empty?.keyRange ?? range, isWritten: empty != nil)
        }
        fields.values.append(field.fallback)
      }
    }
    refuseUnknownKeys(mapping, kind)
    return fields
  }

  /// Whether a node says nothing; an empty text counts as absent.
  private static func isAbsent(_ node: Node) -> Bool {
    node.isNull || node.scalar?.text.isEmpty == true
  }

  /// The value of one field; `nil` where it is not what the field asks for, with a finding.
  mutating func value(_ node: Node, of field: Field) -> FieldValue? {
    let content: FieldValue.Content? =
      switch field.type {
      case .list(let item): list(node, of: item, field)
      case .table(let columns): table(node, columns, field)
      case .reference(let reference):
        reference.isMany ? references(node, reference, field) : self.reference(node, field)
      case .text, .number, .wholeNumber, .date, .boolean, .url, .markdown, .choice, .entry:
        plain(node, of: field).map { .plain($0) }
      }
    return content.map { FieldValue(content: $0, range: node.range) }
  }

  // MARK: One value

  private mutating func plain(_ node: Node, of field: Field) -> Value? {
    switch field.type {
    case .number: return number(node, field)
    case .wholeNumber:
      return decoder.integer(node.unquoted, as: field.name).map { .integer($0) }
    case .date: return decoder.date(node, as: field.name).map { .date($0) }
    case .boolean: return decoder.boolean(node.unquoted, as: field.name).map { .bool($0) }
    default: break
    }
    guard let text = decoder.text(node, as: field.name) else { return nil }
    if case .choice(let choice) = field.type { return option(text, of: choice, node, field) }
    if case .url = field.type, !isAddress(text, node, field) { return nil }
    return matches(text, node, field) ? .string(text) : nil
  }

  private mutating func number(_ node: Node, _ field: Field) -> Value? {
    decoder.number(node.unquoted, as: field.name).map { number in
      Int(exactly: number).map { .integer($0) } ?? .decimal(number)
    }
  }

  private mutating func option(
    _ text: String, of choice: Choice, _ node: Node, _ field: Field
  ) -> Value? {
    if choice.values.contains(text) { return .string(text) }
    let near =
      choice.values.first { $0.lowercased() == text.lowercased() }
      ?? nearest(to: text, among: choice.values)
    refuse(
      node.range, "'\(field.name)' cannot be '\(text)'",
      near.map { "did you mean '\($0)'?" }
        ?? "write one of \(choice.values.joined(separator: ", "))",
      fix: near)
    return nil
  }

  private mutating func isAddress(_ text: String, _ node: Node, _ field: Field) -> Bool {
    let schemes = ["https://", "http://", "mailto:", "tel:", "/"]
    let isOne =
      schemes.contains { text.hasPrefix($0) && text.utf8.count > $0.utf8.count }
      && !text.contains(where: \.isWhitespace)
    if isOne || text == "/" { return true }
    refuse(
      node.range, "'\(field.name)' must be an address, not '\(text)'",
      "begin it with https://, http://, mailto:, tel:, or '/' for a page of this site")
    return false
  }

  private mutating func matches(_ text: String, _ node: Node, _ field: Field) -> Bool {
    guard let pattern = field.pattern, !patterns.matches(text, pattern) else { return true }
    refuse(
      node.range, "'\(field.name)' has another form than '\(text)'",
      (field.description.isEmpty ? "" : "\(field.description): ") + "it must match \(pattern)")
    return false
  }

  private mutating func reference(_ node: Node, _ field: Field) -> FieldValue.Content? {
    guard let text = decoder.text(node, as: field.name) else { return nil }
    return .reference(PageReference(written: text))
  }

  // MARK: Several values

  private mutating func list(_ node: Node, of item: Field, _ field: Field) -> FieldValue.Content? {
    let nodes = decoder.nodes(node).filter { !Self.isAbsent($0) }
    count(nodes.count, node, field)
    return .list(nodes.map { value($0, of: item) ?? .unread(at: $0.range) })
  }

  private mutating func references(
    _ node: Node, _ reference: ReferenceType, _ field: Field
  ) -> FieldValue.Content? {
    let nodes = decoder.nodes(node).filter { !Self.isAbsent($0) }
    var seen = Set<String>()
    let items = nodes.compactMap { node -> FieldValue? in
      guard let content = self.reference(node, field) else { return .unread(at: node.range) }
      if case .reference(let named) = content, !seen.insert(named.written).inserted {
        refuse(node.range, "'\(named.written)' is named twice", "remove one of them")
        return nil
      }
      return FieldValue(content: content, range: node.range)
    }
    count(nodes.count, node, field)
    return .list(items)
  }

  /// A list of rows, or one row.
  private mutating func table(
    _ node: Node, _ columns: [Field], _ field: Field
  ) -> FieldValue.Content? {
    let nodes = decoder.nodes(node).filter { !$0.isNull }
    count(nodes.count, node, field)
    return .list(
      nodes.map { node in
        decoder.mapping(node, as: field.name).map { row($0, columns, field, node) }
          ?? .unread(at: node.range)
      })
  }

  private mutating func row(
    _ mapping: Mapping, _ columns: [Field], _ field: Field, _ node: Node
  ) -> FieldValue {
    decoder.refuseUnknownKeys(
      of: mapping, known: columns.map(\.name), owner: "a row of '\(field.name)'")
    let cells = columns.map { column -> FieldValue? in
      if let node = mapping[column.name], !Self.isAbsent(node) {
        return value(node, of: column) ?? .unread(at: node.range)
      }
      if column.isRequired, column.fallback == nil {
        let start = mapping.pairs.first?.keyRange ?? node.range
        decoder.reportMissing(column.name, of: "this row of '\(field.name)'", at: start)
        return .unread(at: node.range)
      }
      return column.fallback
    }
    return FieldValue(content: .row(cells), range: node.range)
  }

  private mutating func count(_ number: Int, _ node: Node, _ field: Field) {
    guard let count = field.count, !count.holds(number) else { return }
    refuse(
      node.range, "'\(field.name)' has \(number == 1 ? "1 value" : "\(number) values")",
      "write \(count.text)")
  }

  // MARK: Keys

  private mutating func reportMissing(
    _ field: Field, of kind: Kind, at range: SourceRange, isWritten: Bool
  ) {
    decoder.report(
      Diagnostic(
        "missing-field", .error, at: Place(decoder.file, range),
        "this \(kind.name) has no '\(field.name)'",
        help: (isWritten ? "write its value" : "add '\(field.name): …'")
          + (field.description.isEmpty ? "" : ": \(field.description)")))
  }

  private mutating func refuseUnknownKeys(_ mapping: Mapping, _ kind: Kind) {
    let known = kind.fields.map(\.name) + HeadReader.knownKeys
    var taken = TakenKeys(of: mapping)
    for pair in mapping.pairs where !known.contains(pair.key) && !pair.key.hasPrefix("_") {
      let near =
        nearest(to: pair.key, among: known).map { NearKey($0) } ?? NearKey.known(for: pair)
      let otherwise = near.flatMap { taken.refusal(of: $0.key) ?? $0.otherwise }
      decoder.report(
        Diagnostic(
          "unknown-key", .error, at: Place(decoder.file, pair.keyRange),
          "'\(pair.key)' is no key of a \(kind.name)",
          help: otherwise ?? near.map { "did you mean '\($0.key)'?" }
            ?? "remove it, declare it in 'kinds' of site.yml, or write '_\(pair.key)' for a key "
            + "of your own",
          fix: otherwise == nil
            ? near.map { Fix(pair.keyRange, with: $0.key, isCertain: false) } : nil))
    }
  }

  private mutating func refuse(
    _ range: SourceRange, _ message: String, _ help: String, fix: String? = nil
  ) {
    let place = Place(decoder.file, range)
    decoder.report(
      Diagnostic(
        "invalid-field", .error, at: place, message, help: help,
        fix: Fix(ofValueAt: place, to: fix)))
  }
}

extension FieldValue {
  /// A value that is not what its field asks for.
  fileprivate static func unread(at range: SourceRange) -> FieldValue {
    FieldValue(content: .unread, range: range)
  }
}

extension Node {
  /// The node as it would be without quotes: its field says what it is.
  fileprivate var unquoted: Node {
    scalar.map { Node(.scalar(Scalar($0.text, .plain)), at: range) } ?? self
  }
}

/// Regular expressions, each made once for a run of pages.
struct PatternCache {
  private var known: [String: Regex<AnyRegexOutput>] = [:]

  /// Whether all of `text` matches; a pattern that is none matches everything.
  mutating func matches(_ text: String, _ pattern: String) -> Bool {
    if let regex = known[pattern] { return (try? regex.wholeMatch(in: text)) != nil }
    guard let regex = try? Regex(pattern) else { return true }
    known[pattern] = regex
    return (try? regex.wholeMatch(in: text)) != nil
  }
}
