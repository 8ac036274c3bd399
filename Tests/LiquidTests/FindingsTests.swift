import Diagnostics
import Liquid
import Testing
import Values

@Suite struct FindingsTests {
  @Test func `a misspelled filter is found where it is written`() {
    check(
      """
      {{ "a" | upcas }}
               ^^^^^ there is no filter 'upcas'; did you mean 'upcase'?
      {{ "a" | safe }}
               ^^^^ there is no filter 'safe'; did you mean 'raw'?
      """)
  }

  @Test func `a word of another template language is answered with ours`() {
    check(
      """
      {% set x = 1 %}
         ^^^ there is no tag 'set'; did you mean 'assign'?
      {% elif x %}
         ^^^^ there is no tag 'elif'; did you mean 'elsif'?
      {% fro x in y %}
         ^^^ there is no tag 'fro'; did you mean 'for'?
      """)
  }

  @Test func `what is not closed is found where it begins`() {
    check("{% if true %}a\n^^^^^^^^^^^^^ 'if' is never closed; close it with 'endif'")
    check("a {{ b\n  ^^ what begins here is not closed; an output is closed with '}}'")
    check("a {% b\n  ^^ what begins here is not closed; a tag is closed with '%}'")
    check(
      """
      a {{ b {% c {{ d
        ^^ what begins here is not closed; an output is closed with '}}'
      """)
    check(
      """
      {% a {% b
      ^^ what begins here is not closed; a tag is closed with '%}'
           ^^ what begins here is not closed; a tag is closed with '%}'
      """)
    for tag in ["if a }b{% endif %}", "for i in (1..2) }{{ i }}{% endfor %}", "if a {% endif %}"] {
      check("{% \(tag)\n^^ what begins here is not closed; a tag is closed with '%}'")
    }
    check("{{ 'a }}\n   ^^^ the text that begins here has no closing '; close it with '")
    check("{% raw %}a\n^^^^^^^^^ 'raw' is never closed; close it with 'endraw'")
  }

  @Test func `an end that belongs to an outer block ends the inner one too`() {
    let found = result("{% if true %}{% for i in (1..2) %}{{ i }}{% endif %}b")
    #expect(found.text == "12b")
    #expect(
      found.findings == [
        "template-syntax at '{% for i in (1..2) %}' in page.md: 'for' is never closed; close it with 'endfor'"
      ])
  }

  @Test func `a name is taken whole, however long it is`() {
    let found = result("{% if true %}a{% averyverylongendif %}b{% endif %}")
    #expect(found.text == "ab")
    #expect(
      found.findings == [
        "template-syntax at 'averyverylongendif' in page.md: there is no tag 'averyverylongendif'"
      ])
  }

  @Test func `only a handbook minds what stands behind 'break'`() {
    let template = "{% for i in (1..2) %}{{ i }}{% break here %}{% endfor %}"
    #expect(result(template, ValueMap(), Environment()) == Result(text: "1", findings: []))
    #expect(result(template).findings.count == 1)
  }

  @Test func `a test behind 'else' is found, as it would be none`() {
    let template = """
      {% if false %}{% else if false %}a{% endif %}
                            ^^^^^^^^ nothing can stand behind 'else'; did you mean 'elsif'?
      {% if false %}{% else false %}a{% endif x %}
                            ^^^^^ nothing can stand behind 'else'; 'elsif' takes a test
                                              ^ nothing can stand behind 'endif'
      {% for i in (1..2) %}{% else x %}{% endfor i %}
                                   ^ nothing can stand behind 'else'
                                                 ^ nothing can stand behind 'endfor'
      """
    check(template)
    let lines = template.split(separator: "\n").filter { !$0.contains("^") }.joined()
    #expect(result(lines, ValueMap(), Environment()) == Result(text: "aa", findings: []))
  }

  @Test func `wrong arguments are found before anything is rendered`() {
    check(
      """
      {{ "a" | append }}
               ^^^^^^ the filter 'append' takes one value behind ':', not 0; write it as 'append: text'
      {{ "a" | upcase: 1 }}
               ^^^^^^ the filter 'upcase' takes no value behind ':', not 1
      {{ 5 | divided_by: 0 }}
             ^^^^^^^^^^ nothing can be divided by 0
      """)
  }

  @Test func `printing a name that nobody defines is a finding, testing it is none`() {
    check(
      """
      {{ titel }}
         ^^^^^ nobody defines 'titel'; did you mean 'title'?
      {{ page.titel }}
              ^^^^^ 'page' has no 'titel'; did you mean 'title'?
      {{ "a" | append: x }}
                       ^ nobody defines 'x'
      {% if x %}{% elsif x.y == 1 %}{% endif %}{{ x | default: "a" }}{% for a in x %}{% endfor %}
      """,
      ["title": "T", "page": ["title": "P"]])
  }

  @Test func `a known name without a value prints nothing, nor does what is behind it`() {
    #expect(text("[{{ a }}{{ a.b.c }}{{ list[9] }}]", ["a": .none, "list": [1]]) == "[]")
  }

  @Test func `rendering goes on behind a failure`() {
    let found = result("a{{ x }}b{{ 1 | divided_by: 0 }}c{% nosuch %}d")
    #expect(found.text == "abcd")
    #expect(found.findings.count == 3)
  }

  @Test func `a failure in a loop is found once`() {
    #expect(result("{% for i in (1..100) %}{{ x }}{% endfor %}").findings.count == 1)
  }

  @Test func `a test that mixes numbers and texts is found at the comparison`() {
    check(
      """
      {% if "2" > 1 %}a{% endif %}
            ^^^^^^^ '2' and '1' cannot be compared; one is a number and the other a text: '| plus: 0' makes a number of a text
      """)
    check(
      "{% if a = 1 %}{% endif %}\n        ^ '=' stands where the end of the tag was expected; '==' compares"
    )
  }

  @Test func `a sign that a filter lacks is told`() {
    check(
      """
      {{ title | default "x" }}
                         ^^^ '"x"' stands where the end of the tag was expected; values follow ':': 'default: "x"'
      {{ title | append other | upcase }}
                        ^^^^^ 'other' stands where the end of the tag was expected; values follow ':': 'append: other'
      {{ title | replace: "a" "b" }}
                              ^^^ '"b"' stands where the end of the tag was expected; values are joined by ','
      {{ title upcase }}
               ^^^^^^ 'upcase' stands where the end of the tag was expected; a filter follows '|': '| upcase'
      {{ title | upcase strip }}
                        ^^^^^ 'strip' stands where the end of the tag was expected; a filter follows '|': '| strip'
      """, ["title": "T"])
  }

  @Test func `a test that is written as in another language is answered with ours`() {
    check(
      """
      {% if a == 1 || b %}{% endif %}
                   ^ '|' stands where the end of the tag was expected; 'or' joins two tests
      {% if a | size > 1 %}{% endif %}
              ^ '|' stands where the end of the tag was expected; filters do not work in a test: 'assign' the filtered value to a name first
      {% if (a) %}{% endif %}
              ^ ')' stands where '..' was expected; brackets do not group tests: 'assign' a part to a name first
      {% if (a == 1) %}{% endif %}
               ^^ '==' stands where '..' was expected; brackets do not group tests: 'assign' a part to a name first
      {% if a AND b %}{% endif %}
              ^^^ 'AND' stands where the end of the tag was expected; 'and' joins two tests
      {% if a eq b %}{% endif %}
              ^^ 'eq' stands where the end of the tag was expected; '==' compares
      {% for i in (1) %}{% endfor %}
                    ^ ')' stands where '..' was expected; a range is written '(1..5)'
      """)
  }

  @Test func `a number in brackets finds the key that is written so, but not in the reference`() {
    let data: ValueMap = ["years": ["2024": "x"]]
    #expect(text("{{ years[2024] }}{% assign y = 2024 %}{{ years[y] }}", data) == "xx")
    #expect(text("{{ years[2024] }}", data, Environment()) == "")
  }

  @Test func `why a list has no order is told`() throws {
    let day = Value.date(try #require(PlainDate("2024-01-03")))
    check(
      """
      {{ mixed | sort | join }}
                 ^^^^ '1' and '1' cannot be put in order; one is a number and the other a text
      {{ days | sort | join }}{% if day < "soon" %}{% endif %}
                ^^^^ 'soon' and '2024-01-03' cannot be put in order; 'soon' is no day: one is written '2026-06-30'
                                    ^^^^^^^^^^^^ '2024-01-03' and 'soon' cannot be compared; 'soon' is no day: one is written '2026-06-30'
      """, ["mixed": [1, "1"], "days": .array([day, "soon"]), "day": day])
  }

  @Test func `a name that nobody defines is found in a cycle too, in its turn`() {
    let template = "{% for i in (1..3) %}{% cycle nope, 'b' %}{% endfor %}"
    let found = result(template)
    #expect(found.text == "b")
    #expect(found.findings == ["undefined-variable at 'nope' in page.md: nobody defines 'nope'"])
    #expect(result(template, ValueMap(), Environment()) == Result(text: "b", findings: []))
  }

  @Test func `a sign that only looks like ours is told apart`() {
    check(
      """
      {{ a – 1 }}
           ^^^ '–' means nothing here; numbers are reckoned with filters, such as '| minus: 1'
      """, ["a": 1])
    for (sign, help) in [
      (
        "\u{A0}",
        "this is a no-break space, which looks like a space and is none: write a plain one"
      ),
      ("\u{200B}", "there is a character here that nobody sees: remove it"),
      ("“", "quotes in tags are straight: ' or \""),
    ] {
      #expect(
        result("{{ a\(sign)}}").findings == [
          "template-syntax at '\(sign)' in page.md: '\(sign)' means nothing here; \(help)"
        ])
    }
  }

  @Test func `the parts of a file that are no template are not read`() {
    let file = SourceFile(path: "a.md", text: "{{ no }}---{{ 'yes' }}")
    let parsed = Template.parse(TemplateSource(file, 11..<22), in: strict)
    var output: [UInt8] = []
    #expect(parsed.value.render(Globals([]), into: &output).diagnostics.isEmpty)
    #expect(output == Array("yes".utf8))
  }

  @Test func `a text without tags needs no template`() {
    #expect(!Template.isNeeded(for: Array("a { b } {".utf8), in: 0..<9))
    #expect(Template.isNeeded(for: Array("a {{ b }}".utf8), in: 0..<9))
    #expect(!Template.isNeeded(for: Array("a {{ b }}".utf8), in: 0..<3))
  }
}
