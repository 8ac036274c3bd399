import Diagnostics
import YAML

/// Adds to the front matter of a page, and changes nothing else of it.
///
/// What cannot be read is left as it is.
struct HeadEdit {
  private let file: SourceFile
  private let head: FrontMatter
  private let mapping: Mapping
  private let isReadable: Bool
  private let lineEnd: String
  /// The edits of what is there.
  private var changes: [TextEdit] = []
  /// The keys that were not there, with their values.
  private var added: [String] = []

  /// Reads the front matter of a page.
  init(_ file: SourceFile) {
    self.file = file
    let split = FrontMatter.split(file)
    head = split.value
    lineEnd = file.bytes.firstRange(of: [13, 10]) == nil ? "\n" : "\r\n"
    let parsed =
      head.yaml.map { yaml in
        parseMapping(file: file, range: yaml, rule: "invalid-front-matter", limits: .frontMatter)
      } ?? Diagnosed(Mapping([], at: head.opening))
    mapping = parsed.value
    isReadable = split.diagnostics.isEmpty && parsed.diagnostics.isEmpty
  }

  /// What to write; empty where nothing was asked for that is not there.
  var edits: [TextEdit] {
    isReadable ? changes + (added.isEmpty ? [] : [addition]) : []
  }

  /// Gives a key that has no value one, which is written as YAML.
  mutating func set(_ key: String, to value: String) {
    guard let node = mapping[key] else { return added.append("\(key): \(value)") }
    changes.append(TextEdit(node.range, (node.range.isEmpty ? " " : "") + value))
  }

  /// Adds a former address, where there is one and the page does not have it yet, and takes out
  /// those that `isOwn` says are no former ones any more.
  ///
  /// Comments stay. The new one takes the place of one that goes.
  mutating func changeAliases(adding url: String?, without isOwn: (String) -> Bool = { _ in false })
  {
    let alias = url.map(Scalar.written)
    guard let node = mapping["aliases"], !node.isNull else {
      if let alias { set("aliases", to: "[\(alias)]") }
      return
    }
    switch node.content {
    case .scalar(let scalar):
      if isOwn(scalar.text) {
        changes.append(TextEdit(node.range, alias ?? "[]"))
      } else if let alias, scalar.text != url {
        let written = String(decoding: file.bytes[node.range], as: UTF8.self)
        changes.append(TextEdit(node.range, "[\(written), \(alias)]"))
      }
    case .sequence(let items):
      let isNew = alias != nil && !items.contains { $0.scalar?.text == url }
      var going = items.indices.filter { items[$0].scalar.map { isOwn($0.text) } ?? false }
      if isNew, let alias, let first = going.first {
        going.removeFirst()
        changes.append(TextEdit(items[first].range, alias))
      } else if isNew, let alias {
        changes += addition(of: alias, to: items, node.range)
      }
      changes += removal(of: going, from: items, node.range)
    case .mapping: break
    }
  }

  private var addition: TextEdit {
    guard let yaml = head.yaml else {
      let lines = ["---"] + added + ["---", ""]
      return TextEdit(head.bodyStart..<head.bodyStart, lines.joined(separator: lineEnd))
    }
    guard let brace = openingBrace(yaml) else {
      let indent = indent(before: mapping.pairs.first?.keyRange.lowerBound ?? yaml.lowerBound)
      return TextEdit(
        yaml.upperBound..<yaml.upperBound, added.map { indent + $0 + lineEnd }.joined())
    }
    let keys = added.joined(separator: ", ")
    guard let last = mapping.pairs.last else { return TextEdit(brace + 1..<brace + 1, keys) }
    let end = max(last.keyRange.upperBound, last.value.range.upperBound)
    return TextEdit(end..<end, ", " + keys)
  }

  /// The brace that all of the front matter stands in; `nil` where its keys have a line each.
  private func openingBrace(_ yaml: SourceRange) -> Int? {
    var rest = file.bytes[yaml]
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), 10, 13: rest.removeFirst()
      case UInt8(ascii: "#"): rest = rest.drop { $0 != 10 && $0 != 13 }
      case UInt8(ascii: "{"): return rest.startIndex
      default: return nil
      }
    }
    return nil
  }

  private func addition(of alias: String, to items: [Node], _ range: SourceRange) -> [TextEdit] {
    let end = range.upperBound
    if file.bytes[range].first == UInt8(ascii: "[") {
      return [TextEdit(end - 1..<end - 1, items.isEmpty ? alias : ", \(alias)")]
    }
    guard let last = items.last?.range else { return [] }
    let marker = String(
      decoding: file.bytes[lineStart(of: last.lowerBound)..<last.lowerBound], as: UTF8.self)
    let lastEnd = file.bytes[last.upperBound...].firstIndex { $0 == 10 || $0 == 13 } ?? end
    return [TextEdit(lastEnd..<lastEnd, lineEnd + marker + alias)]
  }

  /// Takes items out of a list: with their commas, or with their lines.
  private func removal(of going: [Int], from items: [Node], _ range: SourceRange) -> [TextEdit] {
    guard file.bytes[range].first == UInt8(ascii: "[") else {
      return going.map { index in
        let next = file.bytes[items[index].range.upperBound...].firstIndex(of: 10)
        return TextEdit(
          lineStart(of: items[index].range.lowerBound)..<(next.map { $0 + 1 } ?? range.upperBound),
          "")
      }
    }
    // Those in front go up to the first that stays, each other with the comma before it.
    let front = going.enumerated().prefix { $0.offset == $0.element }.count
    var edits = going.dropFirst(front).map { index in
      TextEdit(items[index - 1].range.upperBound..<items[index].range.upperBound, "")
    }
    if front > 0 {
      let end =
        front < items.count ? items[front].range.lowerBound : items[front - 1].range.upperBound
      edits.append(TextEdit(items[0].range.lowerBound..<end, ""))
    }
    return edits
  }

  private func lineStart(of offset: Int) -> Int {
    file.bytes[..<offset].lastIndex { $0 == 10 || $0 == 13 }.map { $0 + 1 } ?? 0
  }

  private func indent(before offset: Int) -> String {
    let start = lineStart(of: offset)
    return file.bytes[start..<offset].allSatisfy { $0 == UInt8(ascii: " ") }
      ? String(repeating: " ", count: offset - start) : ""
  }
}
