import Testing
import Values
import YAML

@testable import Handbook

@Suite struct JSONSchemaTests {
  private func schema(_ form: Form) -> String {
    let document = JSONSchema().document(form, title: "T", description: "")
    return JSONText.lines(document, width: 1000)
      .replacing(
        "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"title\":\"T\",", with: "{")
  }

  @Test func `a key that is not required may be left empty`() {
    #expect(
      schema(.mapping([.required("a", .date, "A day"), KeyForm("b", .boolean, "")])) == """
        {"type":"object","properties":{"a":{"type":"string","format":"date","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$","description":"A day"},"b":{"type":["boolean","null"]}},"required":["a"],"additionalProperties":false}

        """)
  }

  @Test func `a pattern is one of the whole text`() {
    #expect(
      schema(.text(pattern: "a|b")) == """
        {"type":["string","number","boolean"],"pattern":"^(?:a|b)$"}

        """)
  }

  @Test func `a word that YAML takes for something else is allowed as that too`() {
    #expect(
      schema(.choice([Form.Option("1", "One"), Form.Option("off")])) == """
        {"enum":["1",1,"off"],"enumDescriptions":["One","One",""]}

        """)
  }

  @Test func `one of several stands alone where one is enough`() {
    #expect(
      schema(.several(.date, least: 2, most: 3)).hasPrefix("{\"anyOf\":[{\"type\":\"array\""))
    #expect(schema(.several(.date)).hasPrefix("{\"anyOf\":[{\"type\":\"string\""))
  }

  @Test func `fields of a kind are keys of its pages, beside what every page has`() async throws {
    let site = """
      title: T
      kinds:
        service:
          folder: s
          description: What users rely on
          fields:
            code: {type: text, required: true, pattern: "S[0-9]+", description: Its number}
            level: {type: whole number, default: 1, required: true}
            owner: text, required
            needs: {count: at least 1, columns: {what: "text, required"}}
            successor: {type: reference to service, or: none}

      """
    let sources = MemorySources(["site.yml": site])
    let options = BuildOptions(
      asOf: try #require(PlainDate(testDay)), url: nil, includesDrafts: false, workers: 1)
    let schemas = try await PageData(sources, options).schemas
    #expect(
      schemas.map(\.path) == [
        "site.json", "registry.json", "people.json", "figures.json", "pages/service.json",
        "pages/page.json",
      ])
    let text = schemas[4].text
    for line in [
      #""description": "What users rely on","#,
      #""required": ["code","owner"],"#,
      #""patternProperties": {"^_":{}},"#,
      #""additionalProperties": false"#,
    ] {
      #expect(text.contains(line), "\(line)\n\(text)")
    }
    #expect(text.contains(#""default": 1"#))
    #expect(text.contains(#""pattern":"^(?:S[0-9]+)$","description":"Its number""#))
    #expect(text.contains("the last part of the address of a service, or none"))
    // Once as required, once as the field, once among the reasons of 'adapts'; not as a known key too.
    #expect(text.split(separator: "\"owner\"").count == 4)
  }
}
