import Liquid
import Testing

@Suite struct NamesTests {
  @Test(arguments: ["lead", "Lead_2", "duty-desk", "_x", "is_live?", "and", "nil_term"])
  func `a name is that of a variable`(name: String) {
    #expect(Template.isVariable(name))
  }

  @Test(arguments: [
    "", "équipe", "big boss", "2nd", "kiosk.team", "nil", "null", "true", "false", "blank", "empty",
    "contains", "'x'", "x | upcase", "x[0]", "[x]", " x", "x }} y", "1",
  ])
  func `other texts are none`(text: String) {
    #expect(!Template.isVariable(text))
  }

  @Test func `what stands in raw is told by its place`() {
    let text =
      "a {% raw %}b{% endraw %} {%- raw -%}{{ c }}{%- endraw -%}{% doc %}{% raw %}{% enddoc %}{% raw %}d"
    let bytes = Array(text.utf8)
    let parts = Template.rawParts(of: bytes, in: 0..<bytes.count)
    #expect(parts.map { String(decoding: bytes[$0], as: UTF8.self) } == ["b", "{{ c }}"])
    #expect(Template.rawParts(of: bytes, in: 2..<20).isEmpty)
  }
}
