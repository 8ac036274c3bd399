import Diagnostics
import Testing
import Values

@testable import YAML

@Suite struct WrittenTextTests {
  @Test(arguments: [
    ("/a/b/", "/a/b/"), ("rôles", "rôles"), ("a.b_c-d~e%20+f", "a.b_c-d~e%20+f"),
    ("in two words", "in two words"), ("a ", "'a '"), (" a", "' a'"),
    ("team #1", "'team #1'"), ("lead: chief", "'lead: chief'"), ("it's", "'it''s'"),
    ("a,b", "'a,b'"), ("-a", "'-a'"), ("%a", "'%a'"), ("null", "'null'"), ("true", "'true'"),
    ("2024", "'2024'"), ("1.5", "'1.5'"), ("2026-06-30", "'2026-06-30'"), ("", "''"),
    ("a\u{85}b\"", "\"a\\u0085b\\\"\""), ("a\u{2028}b", "\"a\\u2028b\""), ("~", "'~'"),
    ("a\\\"", "'a\\\"'"),
  ])
  func `a text is in quotes where YAML would read anything else`(text: String, written: String) {
    #expect(Scalar.written(text) == written)
  }

  @Test(arguments: [
    "rôles", "team #1", "it's \"so\"", "a, b]", "back\\slash", "- x", "x: y", "2024",
    "in two words", "a  b - c", "a ", "| a",
  ])
  func `a written text reads back as text, in lists and in quotes that are there`(text: String) {
    let yaml = """
      plain: \(Scalar.written(text))
      list: [\(Scalar.written(text)), x]
      single: '\(Scalar.escaped(text, between: UInt8(ascii: "'")))'
      double: "\(Scalar.escaped(text, between: UInt8(ascii: "\"")))"

      """
    let file = SourceFile(path: "a.yml", text: yaml)
    let read = parseMapping(
      file: file, range: 0..<file.bytes.count, rule: "invalid-field", limits: .dataFile)
    #expect(read.diagnostics.isEmpty)
    let items = read.value.pairs.map(\.value).flatMap { node in
      if case .sequence(let items) = node.content { items } else { [node] }
    }
    let texts = items.map { if case .string(let text) = $0.value { text } else { "no text" } }
    #expect(texts == [text, text, "x", text, text])
  }
}
