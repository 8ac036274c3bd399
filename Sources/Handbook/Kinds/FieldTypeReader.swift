import Diagnostics
import YAML

/// Reads what may be written in a field.
extension FieldDeclarationReader {
  mutating func readType(_ said: FieldDeclaration, _ field: inout Field) {
    var word = said.type?.value ?? impliedType(said, field.name)
    // `text, required` is short for both.
    if let comma = word.lastIndex(of: ","), said.type != nil {
      let rest = word[word.index(after: comma)...].drop { $0 == " " }
      if rest == "required" || rest == "optional" {
        field.isRequired = rest == "required"
        word = String(word[..<comma])
      }
    }
    guard let type = type(named: word, said, field) else { return }
    guard type.levels <= Self.mostLevels else { return refuseDepth(said, field) }
    field.type = type
    refuseIdleWords(said, field)
  }

  /// The type that a declaration means that names none.
  private func impliedType(_ said: FieldDeclaration, _ name: String) -> String {
    if said["values"] != nil { return "one of" }
    if said["columns"] != nil { return "table" }
    if said["to"] != nil { return "reference" }
    if said["of"] != nil { return "list" }
    return owner == .kind ? Self.knownType(name).name : "text"
  }

  /// The type of a key that every page may have, where a kind says more about it.
  static func knownType(_ key: String) -> FieldType {
    switch key {
    case "date", "updated", "reviewed": .date
    case "order": .number
    case "tags", "sources": .list(Field(name: key, range: 0..<0))
    case "related": .reference(ReferenceType(kinds: [], isMany: true))
    default: .text
    }
  }

  /// How deep lists of lists may go.
  private static let mostLevels = 4

  private mutating func refuseDepth(_ said: FieldDeclaration, _ field: Field) {
    refuse(
      said.type?.range ?? field.range,
      "lists of lists go no deeper than four", "use a table, or a page for each")
  }

  /// The type that words name in `level` lists.
  private mutating func type(
    named written: String, _ said: FieldDeclaration, _ field: Field, level: Int = 0
  ) -> FieldType? {
    let word = written.lowercased()
    switch word {
    case "text", "string", "words": return .text
    case "number": return .number
    case "whole number", "integer": return .wholeNumber
    case "date", "day": return .date
    case "true or false", "boolean", "bool", "yes or no": return .boolean
    case "url", "address", "link": return .url
    case "markdown": return .markdown
    case "registry id", "register id", "registry", "entry": return .entry
    case "one of", "one_of", "choice", "enum", "select": return choice(said, field)
    case "table", "rows": return table(said, field)
    case "list": return list(said, field)
    case "reference", "page", "ref": return reference(said, isMany: false, field)
    case "references", "pages", "refs": return reference(said, isMany: true, field)
    default: break
    }
    if let name = Self.tail(word, behind: "list of ") {
      guard level < Self.mostLevels else {
        refuseDepth(said, field)
        return nil
      }
      return type(named: name, said, field, level: level + 1).map { .list(item($0, of: field)) }
    }
    for (prefix, isMany) in [("references to ", true), ("reference to ", false)] {
      guard Self.tail(word, behind: prefix) != nil else { continue }
      let range = said.type?.range ?? field.range
      let names = String(written.dropFirst(prefix.count)).split(separator: " ")
        .filter { $0 != "or" }
        .map { Located(value: String($0), range: range) }
      return reference(said, to: names, isMany: isMany)
    }
    refuse(
      said.type?.range ?? field.range, "'\(written)' is no type of a field",
      nearest(to: word, among: Self.typeNames).map { "did you mean '\($0)'?" }
        ?? "write one of \(Self.typeNames.joined(separator: ", "))")
    return nil
  }

  private static let typeNames = [
    "text", "number", "whole number", "date", "true or false", "url", "one of", "list", "table",
    "markdown", "reference", "references", "registry id",
  ]

  private static func tail(_ text: String, behind prefix: String) -> String? {
    text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
  }

  /// `values: [a, b]`, or `values: {a: what it means, b: …}`.
  private mutating func choice(_ said: FieldDeclaration, _ field: Field) -> FieldType? {
    guard let pair = said["values"], !pair.value.isNull else {
      decoder.reportMissing("values", of: "the field '\(field.name)'", at: field.range)
      return nil
    }
    var choice = Choice(options: [])
    if let mapping = pair.value.mapping {
      choice.options = mapping.pairs.map { option in
        Choice.Option(
          value: option.key, description: decoder.text(option.value, as: option.key) ?? "",
          range: option.keyRange)
      }
    } else {
      choice.options = decoder.nodes(pair.value).compactMap { node in
        decoder.text(node, as: pair.key).map { Choice.Option(value: $0, range: node.range) }
      }
    }
    choice.page = said["anchors"].flatMap { pair in
      decoder.text(pair.value, as: pair.key).map { Located(value: $0, range: pair.value.range) }
    }
    return .choice(choice)
  }

  private mutating func table(_ said: FieldDeclaration, _ field: Field) -> FieldType? {
    guard let pair = said["columns"] else {
      decoder.reportMissing("columns", of: "the table '\(field.name)'", at: field.range)
      return nil
    }
    return .table(Self.fields(pair, kinds: kinds, owner: .table, &decoder))
  }

  private mutating func list(_ said: FieldDeclaration, _ field: Field) -> FieldType? {
    guard let pair = said["of"] else {
      if said["columns"] != nil { return table(said, field) }
      if said["to"] != nil { return reference(said, isMany: true, field) }
      if said["values"] != nil { return choice(said, field).map { .list(item($0, of: field)) } }
      return .list(item(.text, of: field))
    }
    return .list(declared(Pair(field.name, at: field.range, pair.value)))
  }

  private func item(_ type: FieldType, of field: Field) -> Field {
    var item = Field(name: field.name, range: field.range)
    item.type = type
    return item
  }

  private mutating func reference(_ said: FieldDeclaration, isMany: Bool, _ field: Field)
    -> FieldType
  {
    var names: [Located<String>] = []
    if let pair = said["to"] {
      for node in decoder.nodes(pair.value) {
        if let text = decoder.text(node, as: pair.key) {
          names.append(Located(value: text, range: node.range))
        }
      }
    }
    return reference(said, to: names, isMany: isMany)
  }

  private mutating func reference(
    _ said: FieldDeclaration, to names: [Located<String>], isMany: Bool
  ) -> FieldType {
    var known: [Located<String>] = []
    for name in names where name.value != Kind.ofNone {
      if kinds.contains(name.value) {
        known.append(name)
      } else {
        decoder.report(
          Diagnostic(
            "broken-reference", .error, at: Place(decoder.file, name.range),
            "there is no kind '\(name.value)'",
            help: nearest(to: name.value, among: kinds).map { "did you mean '\($0)'?" }
              ?? "write one of \((kinds + [Kind.ofNone]).joined(separator: ", "))"))
      }
    }
    var reference = ReferenceType(kinds: known, isMany: isMany)
    reference.inverse = said["inverse"].flatMap { pair in
      decoder.text(pair.value, as: pair.key).map { Located(value: $0, range: pair.value.range) }
    }
    if let pair = said["or"] { reference.words = decoder.texts(pair.value, as: "or") ?? [] }
    return .reference(reference)
  }

  /// Words that say nothing about a type are a misunderstanding.
  private mutating func refuseIdleWords(_ said: FieldDeclaration, _ field: Field) {
    let (isReference, isChoice, isMany) = field.type.traits
    for (word, isUsed) in [
      ("inverse", isReference), ("or", isReference), ("to", isReference), ("values", isChoice),
      ("anchors", isChoice), ("count", isMany),
    ] where !isUsed {
      guard let pair = said[word] else { continue }
      refuse(
        pair.keyRange, "'\(pair.key)' says nothing about \(field.type.name)",
        "remove it, or change 'type'")
    }
  }
}

extension FieldType {
  /// Whether the type, or that of its items, is a reference or a choice, and whether there may be
  /// several of it.
  fileprivate var traits: (isReference: Bool, isChoice: Bool, isMany: Bool) {
    switch self {
    case .reference(let reference): (true, false, reference.isMany)
    case .choice: (false, true, false)
    case .list(let item): item.type.traitsOfMany
    case .table: (false, false, true)
    case .text, .number, .wholeNumber, .date, .boolean, .url, .markdown, .entry:
      (false, false, false)
    }
  }

  private var traitsOfMany: (isReference: Bool, isChoice: Bool, isMany: Bool) {
    let traits = traits
    return (traits.isReference, traits.isChoice, true)
  }

  /// How many lists it is within each other.
  fileprivate var levels: Int {
    if case .list(let item) = self { item.type.levels + 1 } else { 0 }
  }
}
