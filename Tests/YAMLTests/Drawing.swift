import Diagnostics
import YAML

/// A file of tests.
func file(_ text: String) -> SourceFile { SourceFile(path: "a.yml", text: text) }

/// Reads a whole text as data.
func read(_ text: String) -> Diagnosed<Node?> {
  read(file(text))
}

/// Reads a whole file as data.
func read(_ file: SourceFile) -> Diagnosed<Node?> {
  parse(file: file, range: 0..<file.bytes.count, rule: "invalid-yaml", limits: .dataFile)
}

/// The tree of a text, one line a node: what it is, and what its range holds.
func drawing(of text: String) -> String {
  let file = file(text)
  return read(file).value.map { draw($0, of: file, indent: "") } ?? "nothing\n"
}

/// The findings about a text as they are printed, each with its caret.
func findings(in text: String) -> String {
  printed(read(text).diagnostics)
}

/// Findings as they are printed.
func printed(_ diagnostics: [Diagnostic]) -> String {
  diagnostics.map { TextPrinter().print($0) }.joined()
}

private func draw(_ node: Node, of file: SourceFile, indent: String) -> String {
  let held = quoted(String(decoding: file.bytes[node.range], as: UTF8.self))
  let head =
    "\(indent)\(name(of: node)) [\(node.range.lowerBound)..<\(node.range.upperBound)] \(held)\n"
  switch node.content {
  case .scalar: return head
  case .sequence(let items):
    return head + items.map { draw($0, of: file, indent: indent + "  ") }.joined()
  case .mapping(let mapping):
    return head
      + mapping.pairs.map {
        "\(indent)  \($0.key) [\($0.keyRange.lowerBound)..<\($0.keyRange.upperBound)]\n"
          + draw($0.value, of: file, indent: indent + "    ")
      }.joined()
  }
}

private func name(of node: Node) -> String {
  switch node.content {
  case .scalar(let scalar): "\(scalar.style) \(quoted(scalar.text))"
  case .sequence: "sequence"
  case .mapping: "mapping"
  }
}

private func quoted(_ text: String) -> String {
  var result = "'"
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "'"
}
