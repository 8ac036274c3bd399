import Liquid
import Testing
import Values

@Suite struct LimitsTests {
  private func found(
    _ template: String, _ data: ValueMap = ValueMap(), _ change: (inout Limits) -> Void
  )
    -> Result
  {
    var environment = strict
    change(&environment.limits)
    return result(template, data, environment)
  }

  @Test func `too many steps stop the rendering where they run out`() {
    let found = found("a{% for i in (1..1000) %}{% for j in (1..1000) %}x{% endfor %}{% endfor %}b")
    {
      $0.steps = 5000
    }
    #expect(found.findings.count == 1)
    #expect(
      found.findings.first?.hasPrefix("limit-exceeded at 'x' in page.md: rendering takes") == true)
    #expect(found.text.count < 5000)
    #expect(!found.text.contains("b"))
  }

  @Test func `output never grows beyond its limit`() {
    let found = found("{% for i in (1..1000) %}0123456789{% endfor %}") { $0.outputBytes = 105 }
    #expect(found.text.utf8.count == 100)
    #expect(
      found.findings == [
        "limit-exceeded at '0123456789' in page.md: what is printed grows beyond 105 bytes"
      ])
  }

  @Test(arguments: [
    "{% assign x = 'ab' %}{% for i in (1..60) %}{% assign x = x | append: x %}{% endfor %}",
    "{% assign x = 'ab' %}{% for i in (1..60) %}{% assign x = x | replace: 'a', x %}{% endfor %}",
    "{% assign x = 'ab' %}{% for i in (1..60) %}{% assign x = x | replace: '', x %}{% endfor %}",
    "{% assign x = 'a,b' | split: ',' %}{% for i in (1..60) %}{% assign x = x | concat: x %}{% endfor %}",
    "{% assign x = 'ab' %}{% for i in (1..60) %}{% capture x %}{{ x }}{{ x }}{% endcapture %}{% endfor %}",
    "{% assign x = (1..9000000000000000000) | join %}", "{{ (1..9000000000000000000) | json }}",
    "{{ (1..9000000000000000000) | reverse }}", "{{ '&' | date: '%99999999999d' }}",
    "{% assign x = 'ab' %}{% for i in (1..60) %}{% assign x = x | prepend: x | url_encode %}{% endfor %}",
    "{% assign x = 'ab' %}{% for i in (1..60) %}{% assign x = x | append: x | split: '' | join: x %}{% endfor %}",
  ])
  func `what filters and captures build is charged before it is built`(template: String) {
    let found = found(template) { $0.valueBytes = 1 << 20 }
    #expect(found.text.utf8.count <= 1 << 20)
    if !template.contains("date") {
      #expect(found.findings.contains { $0.hasPrefix("limit-exceeded") })
    }
  }

  @Test func `a loop over a huge range ends by its steps`() {
    let found = found("{% for i in (1..9223372036854775807) %}{% endfor %}") { $0.steps = 1000 }
    #expect(found.findings.count == 1)
    let all = self.found(
      "{% for i in (a..b) limit: 2 %}{{ i }};{% endfor %}",
      ["a": .integer(.min), "b": .integer(.max)]
    ) { _ in }
    #expect(all.text == "-9223372036854775808;-9223372036854775807;")
  }

  @Test func `tags nested too deep are refused and gone over`() {
    let deep =
      String(repeating: "{% if true %}", count: 120) + "x"
      + String(repeating: "{% endif %}", count: 120)
    let found = result(deep + "y")
    #expect(found.text == "y")
    #expect(found.findings.count == 1)
    #expect(found.findings.first?.contains("tags are nested more than 100 deep") == true)
  }

  @Test func `tags nested too deep over many files stop the rendering`() {
    let opening = String(repeating: "{% if true %}", count: 20)
    let closing = String(repeating: "{% endif %}", count: 20)
    var partials = ["p40": "x"]
    for number in 0..<40 {
      partials["p\(number)"] = "\(opening){% include 'p\(number + 1)' %}\(closing)"
    }
    let found = result("{% include 'p0' %}", partials: partials)
    #expect(found.text == "")
    #expect(found.findings.count == 1)
    #expect(found.findings.first?.contains("nested more than 400 deep") == true)
    var environment = strict
    environment.limits.renderDepth = 1000
    #expect(text("{% include 'p0' %}", ValueMap(), environment, partials: partials) == "x")
  }

  @Test(arguments: ["liquid ", "if x\n", "for x in y\n", "comment\n", "case x\n"])
  func `no nesting of any kind overflows the stack`(tag: String) {
    #expect(!result("{% liquid \(String(repeating: tag, count: 20_000)) %}").findings.isEmpty)
  }

  @Test func `brackets nested too deep are refused`() {
    let deep = String(repeating: "a[", count: 5000)
    #expect(result("{{ \(deep) }}").findings.first?.contains("nested more than 100 deep") == true)
    let ranges = String(repeating: "(", count: 5000)
    #expect(result("{% for i in \(ranges) %}{% endfor %}").findings.isEmpty == false)
  }

  @Test func `a long chain of tests is no nesting`() {
    let chain = Array(repeating: "a", count: 3000).joined(separator: " and ")
    #expect(text("{% if \(chain) %}y{% endif %}", ["a": true]) == "y")
  }
}
