import Diagnostics
import YAML

/// Reads `kinds` of `site.yml`.
struct KindReader {
  private var decoder: NodeDecoder
  /// The kinds that there are, for fields that refer to them.
  private let names: [String]

  /// Reads the kinds; what is wrong with them is added to `decoder`.
  static func read(_ pair: Pair, _ decoder: inout NodeDecoder) -> KindTable {
    guard let mapping = decoder.mapping(pair.value, as: pair.key) else { return KindTable() }
    var reader = KindReader(decoder: decoder, names: mapping.pairs.map(\.key))
    var kinds = mapping.pairs.compactMap { reader.kind($0) }
    reader.refuseSharedFolders(&kinds)
    reader.checkReferences(kinds)
    decoder = reader.decoder
    return KindTable(kinds)
  }

  /// `name: {folder, description, layout, fields}`, or `name: folder`.
  private mutating func kind(_ pair: Pair) -> Kind? {
    guard pair.key != Kind.ofNone else {
      decoder.report(
        Diagnostic(
          "invalid-field", .error, at: Place(decoder.file, pair.keyRange),
          "'kind: \(Kind.ofNone)' says that a page is of no kind", help: "choose another name"))
      return nil
    }
    guard pair.key.isFieldName else {
      decoder.report(
        Diagnostic(
          "invalid-field", .error, at: Place(decoder.file, pair.keyRange),
          "a kind cannot be called '\(pair.key)'",
          help: "begin with a letter, and use letters, digits, '_' and '-'"))
      return nil
    }
    var kind = Kind(name: pair.key, range: pair.keyRange)
    guard let mapping = pair.value.mapping else {
      kind.folder = folder(Pair("folder", at: pair.keyRange, pair.value))
      kind.folderRange = pair.value.range
      return kind
    }
    decoder.refuseUnknownKeys(of: mapping, known: Self.keys.names, owner: "a kind")
    for pair in mapping.pairs {
      switch pair.key {
      case "folder": (kind.folder, kind.folderRange) = (folder(pair), pair.value.range)
      case "description": kind.description = decoder.text(pair.value, as: pair.key) ?? ""
      case "layout":
        kind.layout = decoder.text(pair.value, as: pair.key).flatMap {
          $0.isEmpty ? nil : Located(value: $0, range: pair.value.range)
        }
      case "fields":
        kind.fields = FieldDeclarationReader.fields(pair, kinds: names, owner: .kind, &decoder)
      default: break
      }
    }
    return kind
  }

  /// A folder of `content/`, however its path is written; `/` is `content/` itself.
  private mutating func folder(_ pair: Pair) -> String? {
    guard let text = decoder.text(pair.value, as: pair.key), !text.isEmpty else { return nil }
    var parts = text.split(separator: "/")
    if parts.first == "content", !text.hasPrefix("/") { parts.removeFirst() }
    if parts.last == "**" || parts.last == "*" { parts.removeLast() }
    guard !parts.contains(where: { $0.hasPrefix(".") || $0.contains("*") }) else {
      decoder.wrongType(
        pair.value, "'\(text)' is no folder of content/",
        help: "write a path, such as 'services' or 'skills/levels'")
      return nil
    }
    return parts.joined(separator: "/")
  }

  /// A folder's pages are of one kind.
  private mutating func refuseSharedFolders(_ kinds: inout [Kind]) {
    var owners: [String: String] = [:]
    for index in kinds.indices {
      guard let folder = kinds[index].folder else { continue }
      guard let owner = owners[folder] else {
        owners[folder] = kinds[index].name
        continue
      }
      decoder.report(
        Diagnostic(
          "invalid-field", .error, at: Place(decoder.file, kinds[index].range),
          "the pages of 'content/\(folder)' are of the kind '\(owner)' already",
          help: "leave 'folder' out, and write 'kind: \(kinds[index].name)' on each page"))
      kinds[index].folder = nil
    }
  }

  /// The members that inverses add to pages differ from what those have already.
  private mutating func checkReferences(_ kinds: [Kind]) {
    let taken = Set(HeadReader.knownKeys + PageValue.names)
    for reference in kinds.flatMap({ $0.fields.flatMap(\.references) }) {
      guard let inverse = reference.inverse else { continue }
      let owner = kinds.first { reference.accepts($0.name) && $0.field(inverse.value) != nil }
      guard owner != nil || taken.contains(inverse.value) else { continue }
      decoder.report(
        Diagnostic(
          "invalid-field", .error, at: Place(decoder.file, inverse.range),
          owner.map { "'\(inverse.value)' is a field of the kind '\($0.name)' already" }
            ?? "'\(inverse.value)' means something else on every page",
          help: "choose another name for those who refer to the page"))
    }
  }
}
