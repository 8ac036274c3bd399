import Diagnostics
import Liquid
import Testing
import Values

/// A noun that knows some of its forms.
private struct Noun: ValueObject {
  let forms: [String: String]
  var text: String { forms["name"] ?? "" }
  func member(_ key: String) -> Value? { forms[key].map { .string($0) } }
  var memberNames: [String] { forms.keys.sorted() }
}

private struct Nouns: ValueObject {
  let nouns: [String: Noun]
  var text: String { "" }
  func member(_ key: String) -> Value? { nouns[key].map { .object($0) } }
  var memberNames: [String] { nouns.keys.sorted() }
}

@Suite struct TermFilterTests {
  private func rendered(_ text: String) -> String {
    let nouns = Nouns(nouns: [
      "person": Noun(forms: ["name": "person", "plural": "people", "title": "A Person"]),
      "office": Noun(forms: ["name": "office of the chief"]),
    ])
    let template = Template.parse(
      TemplateSource(SourceFile(path: "t", text: text)),
      in: Environment(undefined: .finding, extensions: .all))
    var bytes: [UInt8] = []
    _ = template.value.render(nouns, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("{{ person | plural }}", "people"), ("{{ person | title }}", "A Person"),
    ("{{ person | a }}", "a person"), ("{{ office | a | start }}", "An office of the chief"),
    ("{{ office | title }}", "Office of the Chief"),
    ("{{ office | plural }}", "offices of the chief"),
    ("{{ person | the }}", "the person"), ("{{ person | possessive }}", "person’s"),
    ("{{ \"boss\" | possessive }}", "boss’"), ("{{ \"\" | a }}", ""),
    ("{{ person | abbreviation }}", "person"),
  ])
  func `a filter prints the form that a noun knows, else the usual one`(
    _ template: String, _ expected: String
  ) {
    #expect(rendered(template) == expected)
  }
}
