package import Diagnostics
import YAML

/// Other text for a part of one of the register's files.
package struct RegistryEdit: Sendable {
  /// The file.
  package let file: SourceFile
  /// The part of it; empty where something is put in.
  package let range: SourceRange
  /// What takes its place.
  package let text: String
  /// Whether it begins a list that was not there.
  fileprivate(set) var beginsList = false
}

extension Registry {
  /// The edits that put a draft in its place; all other bytes stay as they are.
  ///
  /// Throws where a list is written in a way that nothing can be put into surely. O(*bytes*).
  package func edits(adding draft: RegistryDraft) throws(DraftRefusal) -> [RegistryEdit] {
    var edits: [RegistryEdit] = []
    // A list that is begun goes behind what is added to the list that ended there before.
    var found: [RegistryEdit] = []
    for addition in draft.additions { found.append(try edit(adding: addition)) }
    for edit in found.filter({ !$0.beginsList }) + found.filter(\.beginsList) {
      let same = edits.firstIndex { $0.file.path == edit.file.path && $0.range == edit.range }
      if let same {
        edits[same] = RegistryEdit(
          file: edit.file, range: edit.range, text: edits[same].text + edit.text)
      } else {
        edits.append(edit)
      }
    }
    for replacement in draft.replacements {
      let place = place(of: replacement.range)
      edits.append(RegistryEdit(file: place.file, range: place.range, text: replacement.text))
    }
    return edits
  }

  private func edit(adding addition: RegistryDraft.Addition) throws(DraftRefusal) -> RegistryEdit {
    let file = try file(for: addition)
    let parsed = parse(
      file: file, range: 0..<file.bytes.count, rule: "invalid-registry", limits: .register)
    // Where some of it cannot be read, what follows may lie elsewhere than it seems.
    guard parsed.diagnostics.isEmpty else { throw .unreadable(file) }
    guard let root = parsed.value?.mapping else {
      guard file.bytes.allSatisfy({ $0 <= 0x20 }) else { throw .unreadable(file) }
      return EntryPlace(file).edit(opening: addition)
    }
    return try EntryPlace(file).edit(adding: addition, to: root)
  }

  /// The file that has the list, or the organisation; else the first that there is.
  private func file(for addition: RegistryDraft.Addition) throws(DraftRefusal) -> SourceFile {
    if let id = addition.organisation, let organisation = organisation(id) {
      return place(of: organisation.range).file
    }
    return place(of: keys[addition.list] ?? 0..<0).file
  }
}

extension DraftRefusal {
  fileprivate static func unreadable(_ file: SourceFile) -> DraftRefusal {
    .impossible("'\(file.path)' cannot be read as YAML; 'handbook check' says where")
  }
}

/// Finds where an entry goes in the text of a file.
private struct EntryPlace {
  private let file: SourceFile
  private var bytes: [UInt8] { file.bytes }

  init(_ file: SourceFile) { self.file = file }

  func edit(
    adding addition: RegistryDraft.Addition, to root: Mapping
  ) throws(DraftRefusal) -> RegistryEdit {
    guard let id = addition.organisation else { return try edit(addition, in: root) }
    var entries: [Node] = []
    if case .sequence(let items)? = root["organisations"]?.content { entries = items }
    let entry = entries.first { $0.mapping?["id"]?.scalar?.text == id }
    guard let mapping = entry?.mapping else { throw .impossible("'\(id)' is not in the file") }
    return try edit(addition, in: mapping)
  }

  /// A file without any key gets the list.
  func edit(opening addition: RegistryDraft.Addition) -> RegistryEdit {
    replace(bytes.count..<bytes.count, "\(addition.list):\n" + addition.text(indent: 2))
  }

  private func edit(
    _ addition: RegistryDraft.Addition, in mapping: Mapping
  ) throws(DraftRefusal) -> RegistryEdit {
    guard let pair = mapping.pairs.first(where: { $0.key == addition.list }) else {
      return try newList(addition, in: mapping)
    }
    switch pair.value.content {
    case .sequence(let items):
      if let last = items.last { return try append(addition, behind: last, in: pair.value) }
      return try fill(pair, with: addition, in: mapping)
    case .scalar where pair.value.isNull: return try fill(pair, with: addition, in: mapping)
    case .scalar, .mapping:
      throw .impossible("'\(addition.list)' in '\(file.path)' is no list")
    }
  }

  /// In the place of an empty list, which is brackets, or of nothing.
  private func fill(
    _ pair: Pair, with addition: RegistryDraft.Addition, in mapping: Mapping
  ) throws(DraftRefusal) -> RegistryEdit {
    let value = pair.value.range
    guard let colon = colon(behind: pair.keyRange) else {
      throw .impossible("no place is found for '\(addition.list)', which has no colon behind it")
    }
    if isInBraces(mapping) {
      let text = "[\(addition.entry.inline)]"
      return value.isEmpty ? replace(colon..<colon, " " + text) : replace(value, text)
    }
    let text = "\n" + trimmed(addition.text(indent: column(of: pair.keyRange.lowerBound) + 2))
    guard !value.isEmpty else { return replace(colon..<colon, text) }
    var start = value.lowerBound
    // A comment between the two stays.
    while start > colon, bytes[start - 1] <= 0x20 { start -= 1 }
    return replace(start..<value.upperBound, text)
  }

  /// Behind the last value of a list, in the way that the list is written in.
  private func append(
    _ addition: RegistryDraft.Addition, behind last: Node, in list: Node
  ) throws(DraftRefusal) -> RegistryEdit {
    if bytes[list.range.lowerBound] == UInt8(ascii: "[") {
      let end = last.range.upperBound
      return replace(end..<end, ", " + addition.entry.inline)
    }
    guard let indent = hyphenColumn(before: last.range.lowerBound) else {
      throw .impossible("no place is found behind the last of '\(addition.list)'")
    }
    return insert(addition.text(indent: indent), below: last.range.upperBound)
  }

  /// A mapping without the list gets it behind its last key.
  private func newList(
    _ addition: RegistryDraft.Addition, in mapping: Mapping
  ) throws(DraftRefusal) -> RegistryEdit {
    guard let first = mapping.pairs.first?.keyRange.lowerBound else {
      throw .impossible("no place is found for '\(addition.list)'")
    }
    if isInBraces(mapping) {
      let end = mapping.pairs.last?.value.range.upperBound ?? mapping.range.upperBound
      return replace(end..<end, ", \(addition.list): [\(addition.entry.inline)]")
    }
    let indent = column(of: first)
    let margin = String(repeating: " ", count: indent)
    var edit = insert(
      "\(margin)\(addition.list):\n" + addition.text(indent: indent + 2),
      below: mapping.range.upperBound)
    edit.beginsList = true
    return edit
  }

  /// On a line of its own below the one that holds `offset`.
  private func insert(_ text: String, below offset: Int) -> RegistryEdit {
    var end = max(0, offset - 1)
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    guard end < bytes.count else { return replace(end..<end, "\n" + text) }
    return replace(end + 1..<end + 1, text)
  }

  /// Other text for a part of the file, with the ends of lines that the file has.
  private func replace(_ range: SourceRange, _ text: String) -> RegistryEdit {
    let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    let isDOS = end > 0 && bytes[end - 1] == UInt8(ascii: "\r")
    return RegistryEdit(
      file: file, range: range, text: isDOS ? text.replacing("\n", with: "\r\n") : text)
  }

  /// Where the colon of a key ends; `nil` for a key without one, as braces allow.
  private func colon(behind key: SourceRange) -> Int? {
    var position = key.upperBound
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { return nil }
    return position + 1
  }

  private func isInBraces(_ mapping: Mapping) -> Bool {
    bytes[mapping.range.lowerBound] == UInt8(ascii: "{")
  }

  private func trimmed(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  private func lineStart(of offset: Int) -> Int {
    (bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
  }

  private func column(of offset: Int) -> Int { offset - lineStart(of: offset) }

  /// The column of the hyphen before a value, on its own line or the one above.
  private func hyphenColumn(before offset: Int) -> Int? {
    var position = offset - 1
    while position >= 0, bytes[position] <= 0x20 { position -= 1 }
    guard position >= 0, bytes[position] == UInt8(ascii: "-") else { return nil }
    let start = lineStart(of: position)
    return bytes[start..<position].allSatisfy { $0 == UInt8(ascii: " ") } ? position - start : nil
  }
}
