import Diagnostics
import Markdown
import YAML

/// A value of front matter that is a line of Markdown.
enum MarkdownValue {
  /// The URLs of the links in a text, each with the place where it is written; where escapes of YAML
  /// hide that, the place of the whole text.
  ///
  /// What is no text has none.
  static func links(in node: Node, _ file: SourceFile) -> [Located<String>] {
    guard let text = node.scalar?.text else { return [] }
    let bytes = Array(text.utf8)
    let start = file.bytes[node.range].firstRange(of: bytes)?.lowerBound
    var links: [Located<String>] = []
    _ = Markdown.render(bytes, options: .standard) { link in
      let range = link.definition ?? link.range
      let place = start.map { ($0 + range.lowerBound)..<($0 + range.upperBound) } ?? node.range
      links.append(Located(value: link.destination, range: place))
      return Destination(link.destination)
    }
    return links
  }
}
