import Diagnostics
import YAML

/// Adds a former address to the front matter of a page, changing nothing else.
enum AliasEdit {
  /// The edit; `nil` where the page has the alias already.
  static func adding(_ url: String, to file: SourceFile) -> TextEdit? {
    let split = FrontMatter.split(file).value
    let lineEnd = file.bytes.firstRange(of: [13, 10]) == nil ? "\n" : "\r\n"
    let alias = Scalar.written(url)
    guard let yaml = split.yaml else {
      let start = split.bodyStart
      let text = "---\(lineEnd)aliases: [\(alias)]\(lineEnd)---\(lineEnd)"
      return TextEdit(start..<start, text)
    }
    let mapping = parseMapping(
      file: file, range: yaml, rule: "invalid-front-matter", limits: .frontMatter
    ).value
    guard let node = mapping["aliases"] else {
      let end = yaml.upperBound
      return TextEdit(end..<end, "aliases: [\(alias)]\(lineEnd)")
    }
    return edit(alias, url, to: node, in: file, lineEnd)
  }

  private static func edit(
    _ alias: String, _ url: String, to node: Node, in file: SourceFile, _ lineEnd: String
  ) -> TextEdit? {
    let end = node.range.upperBound
    switch node.content {
    case .scalar(let scalar) where scalar.isNull:
      return TextEdit(node.range, (node.range.isEmpty ? " " : "") + "[\(alias)]")
    case .scalar(let scalar):
      if scalar.text == url { return nil }
      let written = String(decoding: file.bytes[node.range], as: UTF8.self)
      return TextEdit(node.range, "[\(written), \(alias)]")
    case .sequence(let items):
      if items.contains(where: { $0.scalar?.text == url }) { return nil }
      if file.bytes[node.range].first == UInt8(ascii: "[") {
        return TextEdit(end - 1..<end - 1, items.isEmpty ? alias : ", \(alias)")
      }
      guard let last = items.last else { return nil }
      let line = file.bytes[..<last.range.lowerBound].lastIndex { $0 == 10 || $0 == 13 }
      let start = line.map { $0 + 1 } ?? 0
      let marker = String(decoding: file.bytes[start..<last.range.lowerBound], as: UTF8.self)
      let lastEnd = file.bytes[last.range.upperBound...].firstIndex { $0 == 10 || $0 == 13 } ?? end
      return TextEdit(lastEnd..<lastEnd, lineEnd + marker + alias)
    case .mapping: return nil
    }
  }
}
