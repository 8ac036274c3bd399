import Diagnostics
import Values
import YAML

/// Reads the fields of a kind, or the columns of a table, as `site.yml` declares them.
struct FieldDeclarationReader {
  /// What the fields are of.
  enum Owner {
    case kind
    case table
  }

  var decoder: NodeDecoder
  /// The names of all kinds.
  let kinds: [String]
  let owner: Owner

  /// Reads `name: type` or `name: {type, required, …}`, or a list of `{name, type, …}`.
  ///
  /// `kinds` are the names of all kinds. What is wrong is added to `decoder`.
  static func fields(
    _ pair: Pair, kinds: [String], owner: Owner, _ decoder: inout NodeDecoder
  ) -> [Field] {
    var reader = FieldDeclarationReader(decoder: decoder, kinds: kinds, owner: owner)
    defer { decoder = reader.decoder }
    var seen = Set<String>()
    return reader.named(pair).compactMap { reader.field($0) }.filter { field in
      guard seen.insert(field.name).inserted else {
        reader.refuse(field.range, "'\(field.name)' is declared twice", "remove one of them")
        return false
      }
      return true
    }
  }

  /// The declarations with their names.
  private mutating func named(_ pair: Pair) -> [Pair] {
    guard case .sequence(let items) = pair.value.content else {
      return decoder.mapping(pair.value, as: pair.key)?.pairs ?? []
    }
    return items.compactMap { item in
      guard let mapping = decoder.mapping(item, as: pair.key) else { return nil }
      guard let node = mapping["name"], let name = decoder.text(node, as: "name") else {
        decoder.reportMissing("name", of: "this field", at: item.range)
        return nil
      }
      let rest = Mapping(mapping.pairs.filter { $0.key != "name" }, at: mapping.range)
      return Pair(name, at: node.range, Node(.mapping(rest), at: item.range))
    }
  }

  private mutating func field(_ pair: Pair) -> Field? {
    guard isName(pair) else { return nil }
    return declared(pair)
  }

  mutating func declared(_ pair: Pair) -> Field {
    var field = Field(name: pair.key, range: pair.keyRange)
    var said = FieldDeclaration()
    if let mapping = pair.value.mapping {
      said = says(mapping)
    } else if let text = decoder.text(pair.value, as: pair.key) {
      said.type = Located(value: text, range: pair.value.range)
    } else if owner == .kind {
      field.type = Self.knownType(pair.key)
    }
    readType(said, &field)
    readConstraints(said, &field)
    return field
  }

  private mutating func says(_ mapping: Mapping) -> FieldDeclaration {
    decoder.refuseUnknownKeys(of: mapping, known: FieldDeclaration.keys.names, owner: "a field")
    var said = FieldDeclaration(mapping)
    if let pair = said["type"], let text = decoder.text(pair.value, as: "type") {
      said.type = Located(value: text, range: pair.value.range)
    }
    return said
  }

  private mutating func readConstraints(_ said: FieldDeclaration, _ field: inout Field) {
    if let pair = said["required"] {
      field.isRequired = decoder.boolean(pair.value, as: "required") ?? false
    }
    if let pair = said["description"] {
      field.description = decoder.text(pair.value, as: "description") ?? ""
    }
    if let pair = said["count"] { readCount(pair, &field) }
    if let pair = said["pattern"] { readPattern(pair, &field) }
    guard let pair = said["default"], !pair.value.isNull else { return }
    var reader = FieldReader(decoder: decoder, patterns: PatternCache())
    field.fallback = reader.value(pair.value, of: field).map {
      FieldValue(content: $0.content, range: 0..<0)
    }
    decoder = reader.decoder
  }

  private mutating func readCount(_ pair: Pair, _ field: inout Field) {
    guard let text = decoder.text(pair.value, as: "count") else { return }
    field.count = Count(text)
    if field.count == nil {
      decoder.wrongType(
        pair.value, "'\(text)' is no number of values",
        help: "write 'exactly 1', 'at least 1', 'at most 5' or '1 to 5'")
    }
  }

  private mutating func readPattern(_ pair: Pair, _ field: inout Field) {
    guard let text = decoder.text(pair.value, as: "pattern") else { return }
    guard (try? Regex(text)) != nil else {
      decoder.wrongType(
        pair.value, "'\(text)' is no regular expression",
        help: "write one, such as 'S[0-9]+'; it must match the whole text")
      return
    }
    if case .list(var item) = field.type {
      item.pattern = text
      field.type = .list(item)
    } else {
      field.pattern = text
    }
  }

  /// Keys that a kind may say more about, as pages may have them anyway.
  private static let open = [
    "title", "subtitle", "nav_title", "description", "tags", "order", "date", "updated", "status",
    "owner", "reviewed", "review_in", "sources", "related",
  ]

  private mutating func isName(_ pair: Pair) -> Bool {
    let name = pair.key
    guard name.isFieldName else {
      refuse(
        pair.keyRange, "a field cannot be called '\(name)'",
        "begin with a letter, and use letters, digits, '_' and '-'")
      return false
    }
    guard owner == .kind else { return true }
    let isTaken =
      HeadReader.knownKeys.contains(name) || PageValue.names.contains(name)
      || LaidOutPage.ownNames.contains(name)
    if isTaken, !Self.open.contains(name) {
      refuse(
        pair.keyRange, "'\(name)' means something else on every page",
        "choose another name, such as '\(name)_text'")
      return false
    }
    return true
  }

  mutating func refuse(_ range: SourceRange, _ message: String, _ help: String) {
    decoder.report(
      Diagnostic("invalid-field", .error, at: Place(decoder.file, range), message, help: help))
  }
}

extension String {
  /// Whether a field or a kind may be called so.
  var isFieldName: Bool {
    first?.isLetter == true
      && allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
  }
}
