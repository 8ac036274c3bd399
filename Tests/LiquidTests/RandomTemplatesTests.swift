import Diagnostics
import Liquid
import Testing
import Values

@Suite struct RandomTemplatesTests {
  private static let pieces = [
    "{{", "}}", "{%", "%}", "{%-", "-%}", "{{-", "-}}", " ", "\n", "if ", "endif", "else", "elsif ",
    "for i in ",
    "endfor", "(1..3)", "case ", "when ", "endcase", "assign x = ", "capture x", "endcapture",
    "liquid ", "raw",
    "endraw", "comment", "endcomment", "include 'p'", "render 'p'", "tablerow i in l cols:2",
    "endtablerow",
    "cycle ", "ifchanged", "endifchanged", "increment n", "break", "continue", "echo ", "# ", "l",
    "x", "s", "'a'",
    "\"", "1", "-2.5", "| upcase", "| join: ','", "| first", ":", ",", ".", "[0]", "[", "]", "==",
    "contains ",
    " and ", " or ", "forloop.index", "<script>", "</script>", "<a href=", "\"", ">", "<!--", "é",
    "\u{0}", "\r\n",
  ]

  private func render(_ template: String, _ environment: Environment) -> (Result, [Diagnostic], Int)
  {
    let table = Partials(["p": TemplateSource(SourceFile(path: "p", text: "[{{ x }}{% break %}]"))])
    let file = SourceFile(path: "t", text: template)
    let parsed = Template.parse(TemplateSource(file), in: environment, partials: table)
    var (output, map) = ([UInt8](), SegmentMap())
    let scope = Globals(values: ["l": [1, "b", ["k": 2]], "s": "<text>", "x": 3])
    let rendering = parsed.value.render(scope, into: &output, mapping: &map)
    #expect(map.count == output.count)
    let findings = parsed.diagnostics + rendering.diagnostics
    return (
      Result(text: String(decoding: output, as: UTF8.self), findings: findings.map(describe)),
      findings, output.count
    )
  }

  @Test(arguments: [strict, layout, Environment()])
  func `whatever stands in a template, it renders, alike each time, and findings lie in the file`(
    environment: Environment
  ) {
    var random = Random(seed: 3)
    var environment = environment
    environment.limits.steps = 2000
    environment.limits.outputBytes = 4000
    for _ in 0..<1500 {
      let count = Int.random(in: 1...25, using: &random)
      let template = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &random) }
        .joined()
      let (first, findings, size) = render(template, environment)
      #expect(first == render(template, environment).0)
      #expect(size <= 4000)
      for finding in findings {
        #expect(finding.place.range.upperBound <= finding.place.file.bytes.count)
        #expect(!finding.place.range.isEmpty, "\(template.debugDescription): \(finding.message)")
        #expect(
          ["template-syntax", "undefined-variable", "missing-partial", "limit-exceeded"].contains(
            finding.rule))
      }
    }
  }

  @Test func `every beginning of a template is read`() {
    let template = """
      a {%- if s contains 't' and x >= 2 -%} {{ l | reverse | join: ', ' | default: "-" }}
      {% for i in l limit: 2 offset: 1 %}{% cycle 'a': 1, 2 %}{{ forloop.parentloop.index }}{% else %}e{% endfor %}
      {% raw %}{{ }}{% endraw %}{% case x %}{% when 1, 2 or 3 %}{% include 'p' with x as y, z: 1 %}{% endcase %}
      {%- endif -%}
      """
    let bytes = Array(template.utf8)
    for end in bytes.indices {
      let (_, findings, _) = render(String(decoding: bytes[..<end], as: UTF8.self), strict)
      for finding in findings { #expect(finding.place.range.upperBound <= max(end, 21)) }
    }
    #expect(render(template, strict).1.isEmpty)
  }

  @Test(arguments: [
    ("a  {%- assign x = 1 -%}  b", "ab"), ("a {{- 1 -}} b", "a1b"),
    ("a \n {{ 1 -}} \n b", "a \n 1b"),
    ("{% if true -%} a {%- endif %}", "a"), ("a {%- # c -%} b", "ab"),
    ("a {%- comment %} x {% endcomment -%} b", "ab"),
    ("a {%- raw %} x {% endraw -%} b", "a x b"), ("{{ 'a' }} {{- 'b' }}", "ab"),
    ("{% if true %} {% assign y = 1 %} {% endif %}|", "|"),
    ("{% for i in (1..2) %} {% endfor %}|", "|"),
    ("{% if true %} {% if false %}x{% endif %} {% endif %}|", "  |"),
    ("{%liquid\n echo 1\n echo 2\n%}", "12"),
  ])
  func `white space goes where '-' stands, and blocks without content print none`(
    template: String, expected: String
  ) {
    #expect(text(template) == expected)
  }
}
