import Diagnostics
import Values
import YAML

/// A kind of file of entries: how it is read, and how findings speak of it.
struct EntryFileKind {
  /// The rule of what is no YAML or of another form.
  let rule: String
  /// The rules of what is in it.
  let rules: NodeDecoder.Rules
  /// Its top-level keys.
  let keys: [String]
  /// How findings call it, such as `the register`.
  let name: String
  /// What is expected of it, and how it begins.
  let expected: String, beginning: String
  /// Whether it is public, so that it may hold no personal data.
  let isPublic: Bool
}

/// Reads the entries of one file one at a time: the mechanism that the register's file and the
/// private file share.
struct EntryReader {
  let file: SourceFile
  let kind: EntryFileKind
  /// What is added to the ranges of what is read.
  let base: Int

  /// Reads the file's top level by `body`; where there is none of keys and values, by `other`,
  /// which returns whether it read what stands there instead.
  ///
  /// Returns `nil` for the ranges of scalars over several lines where nothing could be read.
  func read(
    _ body: (_ key: String, _ keyRange: SourceRange, _ reader: inout EventReader) -> Void,
    other: (inout EventReader) -> Bool = { _ in false }
  ) -> Diagnosed<[SourceRange]?> {
    withEvents(of: file, range: 0..<file.bytes.count, rule: kind.rule, limits: .register) {
      (reader) -> [SourceRange]? in
      if !reader.isAtEnd, !other(&reader), !reader.entries(body) { refuse(&reader) }
      while reader.next() != nil {}
      return reader.multilineScalars
    }
  }

  /// Whether the file was not read to its end, so that it may hold more than was found.
  func isCutShort(_ read: Diagnosed<[SourceRange]?>) -> Bool {
    read.value == nil
      || read.diagnostics.contains {
        [kind.rule, "limit-exceeded", "invalid-encoding"].contains($0.rule)
      }
  }

  /// Reads the list of entries that comes next, one at a time.
  func readEntries(
    of entry: EntryKind, _ key: String, _ reader: inout EventReader,
    _ body: (inout EntryDecoder) -> Void
  ) {
    guard !reader.elements({ readEntry(of: entry, key, &$0, body) }),
      let node = reader.node()
    else { return }
    decode(&reader) { _ = $0.list(node, as: key) }
  }

  /// Reads the entry that comes next.
  func readEntry(
    of entry: EntryKind, _ key: String, _ reader: inout EventReader,
    _ body: (inout EntryDecoder) -> Void
  ) {
    guard let node = reader.node() else { return }
    if kind.isPublic { PersonalData(in: file).texts(of: node).forEach { reader.report($0) } }
    decode(&reader) { values in
      guard let mapping = values.mapping(node, as: key) else { return }
      var decoder = EntryDecoder(
        mapping, of: entry, base: base, isPublic: kind.isPublic, values: values)
      body(&decoder)
      values = decoder.values
    }
  }

  /// Reads the truth value that comes next.
  func readBoolean(_ key: String, _ reader: inout EventReader) -> Bool? {
    guard let node = reader.node() else { return nil }
    var truth: Bool?
    decode(&reader) { truth = $0.boolean(node, as: key) }
    return truth
  }

  /// Reports a top-level key that the file does not have.
  func refuseKey(_ key: String, at range: SourceRange, _ reader: inout EventReader) {
    let unknown = Mapping([Pair(key, at: range, Node(.sequence([]), at: range))], at: range)
    decode(&reader) { $0.refuseUnknownKeys(of: unknown, known: kind.keys, owner: kind.name) }
  }

  private func decode(_ reader: inout EventReader, _ body: (inout NodeDecoder) -> Void) {
    var values = NodeDecoder(file: file, rules: kind.rules)
    body(&values)
    for diagnostic in values.diagnostics { reader.report(diagnostic) }
  }

  private func refuse(_ reader: inout EventReader) {
    guard let node = reader.node(), !node.isNull else { return }
    let start = node.range.lowerBound
    reader.report(
      Diagnostic(
        kind.rule, .error, at: Place(file, start..<min(start + 1, node.range.upperBound)),
        kind.expected, help: kind.beginning))
  }
}
