import Diagnostics
import Liquid
import Testing
import Values

@Suite struct EscapingTests {
  private func html(_ template: String, _ data: ValueMap = ValueMap()) -> String {
    text(template, data, layout)
  }

  @Test func `a layout escapes what it prints, a page does not`() {
    let data: ValueMap = ["x": "<b> & \"q\" 'a'"]
    #expect(html("<p>{{ x }}</p>", data) == "<p>&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;</p>")
    #expect(text("{{ x }}", data) == "<b> & \"q\" 'a'")
    #expect(html("{{ l }}{% cycle x %}", ["l": ["<", ["&"]], "x": ">"]) == "&lt;&amp;&gt;")
  }

  @Test(arguments: [("<", "&lt;"), ("&", "&amp;"), ("'", "&#39;"), ("é", "é"), ("=", "=")])
  func `a character is escaped wherever it stands`(character: String, written: String) {
    for length in 0..<20 {
      for place in 0...length {
        let (before, behind) = (
          String(repeating: "a", count: place), String(repeating: "%", count: length - place)
        )
        let printed = html("{{ x }}", ["x": .string(before + character + behind)])
        #expect(printed == before + written + behind)
      }
    }
  }

  @Test func `what is HTML already is not escaped again`() {
    let data: ValueMap = ["x": "<b>", "h": .html(HTML("<i>"))]
    #expect(html("{{ h }}{{ x | raw }}{{ x | escape }}", data) == "<i><b>&lt;b&gt;")
    #expect(html("{{ '&amp; <' | escape_once }}") == "&amp; &lt;")
    #expect(
      html("{% capture c %}<u>{{ x }}</u>{% endcapture %}{{ c }}", data) == "<u>&lt;b&gt;</u>")
    #expect(html("{{ x | json }}", data) == "\"\\u003cb\\u003e\"")
  }

  @Test func `newline_to_br is safe by itself where output is escaped`() {
    #expect(html("{{ x | newline_to_br }}", ["x": "<a>\nb"]) == "&lt;a&gt;<br />\nb")
    #expect(text("{{ x | newline_to_br }}", ["x": "<a>\nb"]) == "<a><br />\nb")
  }

  @Test(arguments: [
    ("{{ m[k] }}{{ m.list[0][k] }}", "12"), ("{{ l | map: k | join }}", "1 2"),
    ("{{ l | where: k, 2 | size }}{{ l | sum: k }}{{ l | uniq: k | size }}", "132"),
    ("{{ l | sort: k | reverse | map: k | first }}", "2"),
    ("{% if m contains k %}1{% endif %}{% if 'R & D' contains k %}2{% endif %}", "12"),
    (
      "{% if k == 'R & D' and 'R & D' == k %}1{% endif %}{% case k %}{% when 'R & D' %}2{% endcase %}",
      "12"
    ),
    ("{{ 'S,R,T' | split: ',' | concat: ks | uniq | size }}", "3"),
  ])
  func `what is captured is a text like any other where it is a key or compared`(
    _ template: String, _ expected: String
  ) {
    let data: ValueMap = [
      "m": ["R & D": 1, "list": [["R & D": 2]]], "l": [["R & D": 1], ["R & D": 2]],
      "ks": [.html(HTML("R"))],
    ]
    #expect(html("{% capture k %}{{ 'R & D' }}{% endcapture %}" + template, data) == expected)
  }

  @Test func `what is captured can name a partial`() {
    let template = "{% capture n %}p{% endcapture %}{% include n %}"
    #expect(text(template, ValueMap(), layout, partials: ["p": "P"]) == "P")
  }

  @Test func `changed HTML is text again`() {
    #expect(html("{{ h | replace: 'i', '<' }}", ["h": .html(HTML("<i>"))]) == "&lt;&lt;&gt;")
  }

  @Test(arguments: [
    ("{{ t | strip }}|{{ t | lstrip }}|{{ t | rstrip }}", "Q &amp; A|Q &amp; A | Q &amp; A"),
    ("{{ t | strip | append: '<' | prepend: '&' }}", "&amp;Q &amp; A&lt;"),
    ("{{ '<' | append: t }}{{ '<' | prepend: t }}", "&lt; Q &amp; A  Q &amp; A &lt;"),
    ("{{ t | strip | truncate: 4, '&' }}", "Q &amp;&amp;"), ("{{ t | slice: 1, 3 }}", "Q &amp;"),
    ("{{ t | truncatewords: 2, '&' }}", "Q &amp;&amp;"), ("{{ t.size }}", "7"),
    ("{{ t | strip | url_encode }}{{ t | strip | json }}", "Q+%26+A\"Q \\u0026 A\""),
    ("{{ h | strip_html }}{{ h | strip_newlines | strip }}", "a&lt;\nb\n<i>a&lt;</i>b"),
    ("{{ h | json }}", "\"\\u003ci\\u003ea\\u0026lt;\\u003c/i\\u003e\\nb\\n\""),
    ("{{ x | escape | truncate: 5 | raw }}", "&lt;i..."),
  ])
  func `captured text is escaped once, whatever filters do to it`(
    _ template: String, _ expected: String
  ) {
    let capture = "{% capture t %} {{ 'Q & A' }} {% endcapture %}"
    let data: ValueMap = ["h": .html(HTML("<i>a&lt;</i>\nb\n")), "x": "<i>abc</i>"]
    #expect(html(capture + template, data) == expected)
  }

  @Test(arguments: [
    "{{ '<p title=' | raw | append: x }}", "{{ '<script>' | raw | append: x }}",
    "{{ x | prepend: p }}", "{% capture c %}a < {% endcapture %}{{ c | rstrip }}{{ x }}",
    "{% capture c %}<a href=b\ntitle=\"{{ x }}\">{% endcapture %}{{ c | strip_newlines }}",
    "{{ x | escape | strip | append: x | truncate: 30 | strip_html | strip_newlines }}",
  ])
  func `no filter makes markup of a text`(_ template: String) {
    let x = "img onerror=alert(1) <b>"
    let page = html(template, ["x": .string(x), "p": .html(HTML("<p title="))])
    #expect(!page.contains("<b>") && !page.contains("<img") && !page.contains("<p title=img"))
    #expect(!page.contains("<script>") && !page.contains("btitle"))
  }

  @Test func `inside an attribute even HTML has no quotes`() {
    let data: ValueMap = ["h": .html(HTML("<i a=\"b\">&amp;")), "x": "a\"b"]
    #expect(html("<a title=\"{{ h }}\">", data) == "<a title=\"&lt;i a=&quot;b&quot;&gt;&amp;\">")
    #expect(html("<a data-x='{{ x | json }}'>", data) == "<a data-x='&quot;a\\&quot;b&quot;'>")
    #expect(html("<a title=\"{{ x | raw }}\">", data) == "<a title=\"a&quot;b\">")
  }

  @Test func `JSON stands as it is in a script of data`() {
    #expect(
      html(
        "<script type=\"application/ld+json\">{\"a\":{{ x | json }}}</script>",
        ["x": "</script>&\u{2028}"])
        == "<script type=\"application/ld+json\">{\"a\":\"\\u003c/script\\u003e\\u0026\\u2028\"}</script>"
    )
  }

  static let refused = [
    "<script>{{ x }}</script>", "<script>var a = '{{ x }}';</script>", "<SCRIPT>{{ x }}</SCRIPT>",
    "<script src=\"a.js\">{{ x }}</script>", "<script>{{ x | json }}</script>",
    "<script type=\"application/ld+json\">{{ x }}</script>",
    "<script type=\"application/ld+json\">{{ x | json | raw }}</script>",
    "<script type=\"module\">{{ x | json }}</script>",
    "<script type=text/javascript>{{ x }}</script>",
    "<script>if (a < b) { {{ x }} }</script>", "<script>/* </scrip */{{ x }}</script>",
    "<script\n>{{ x | raw }}</script>", "<script/>{{ x }}</script>",
    "<style>{{ x }}</style>", "<style>a { color: {{ x }} }</style>",
    "<STYLE media='all'>{{ x }}</style>",
    "<a onclick=\"{{ x }}\">", "<a onclick='f(\"{{ x }}\")'>", "<a ONCLICK=\"{{ x }}\">",
    "<body onload=\"{{ x | escape }}\">", "<img src=\"a\" onerror=\"{{ x }}\">",
    "<a onclick={{ x }}>",
    "<a on{{ x }}=\"a\">", "<svg><a onfocus = \"{{ x }}\">", "<iframe srcdoc=\"{{ x }}\">",
    "<a href={{ x }}>", "<a href=/a/{{ x }}>", "<a href = {{ x }}>", "<a title=a{{ x }} b>",
    "<input value={{ x | escape }}>", "<a {{ x }}>", "<a {{ x }}=\"b\">", "<a data-{{ x }}=\"b\">",
    "<{{ x }}>", "<h{{ x }}>", "</{{ x }}>", "<a{{ x }}>",
    "{% if t %}<script>{% endif %}{{ x }}",
    "{% if t %}<a href=\"{% else %}<a href={% endif %}{{ x }}\">",
    "{% for i in l %}{{ i }}<script>{% endfor %}", "<script>{% cycle x, 'b' %}</script>",
    "<script>{% echo x %}</script>", "<script>{% liquid echo x %}</script>",
    "<script>{% include 'p' %}</script>", "{% include 'open' %}{{ x }}",
    "<a href={% include 'p' %}>",
    "<script>{% capture c %}{% endcapture %}{{ c }}</script>",
    "<a title=\"a\" {% if t %}href={{ x }}{% endif %}>",
    "<script>{% include n %}</script>", "<noscript>{{ x }}</noscript>",
    "{% case x %}{% when 1 %}<style>{% endcase %}{{ x }}", "<!-- --><script>{{ x }}</script>",
    "{% capture c %}<p title={% endcapture %}{{ c }}{{ x }}>",
    "{% capture c %}<script>{% endcapture %}{{ c }}{{ x }}</script>",
    "{% for i in l %}{% capture c %}<p title={% break %}\"{% endcapture %}{% endfor %}{{ c | default: x }}",
    "{% for i in l %}<script>{% if t %}{% break %}{% endif %}</script>{% endfor %}{{ x }}",
    "{% for i in l %}{{ x }}<p title={% if t %}{% continue %}{% endif %}\"x\">{% endfor %}",
    "{% for i in l %}<p title={% include 'leave' %}\"x\">{% endfor %}{{ x }}",
    "{% for i in l %}<p title={% capture c %}{% break %}{% endcapture %}\"x\">{% endfor %}{{ x }}",
    "{% tablerow i in l %}{{ x }}<script>{% endtablerow %}",
    "{% for i in l %}{{ x }}{% if t %}<a {% else %}b='{% endif %}{% endfor %}",
    "{% case x %}{% when a %}<style>{% when b %}{{ x }}{% endcase %}",
    "{% case x %}{% else %}<style>{% else %}{{ x }}{% endcase %}",
    "{% include 'both' for l %}", "{% render 'both' for l, x: x %}",
    "{% include n %}{% include m %}{{ x }}",
    manyWays,
  ]

  @Test(arguments: refused)
  func `an output that escaping cannot make safe is refused when the layout is read`(
    _ template: String
  ) {
    let partials = [
      "p": "{{ x }}", "open": "<script>", "both": "{{ x }}<script>", "leave": "{% break %}",
    ]
    let data: ValueMap = ["x": 1, "t": true, "l": [], "n": "p", "m": "open"]
    let found = result(template, data, layout, partials: partials)
    #expect(found.findings.count == 1)
    #expect(found.findings.first?.hasPrefix("template-syntax") == true)
    #expect(result(template, data, strict, partials: partials).findings == [])
  }

  /// Markup with more safe ways through it than are followed, and one that is not safe.
  private static let manyWays =
    "{% case t %}" + (0..<40).map { "{% when \($0) %}<a a\($0)='" }.joined()
    + "{% else %}<script>{% endcase %}{{ x }}"

  @Test func `what is refused is answered with a place that is safe`() {
    check(
      """
      <script>var x = {{ x | json }}</script>
                      ^^^^^^^^^^^^^^ nothing can be printed safely inside '<script>'; hand the value over in a 'data-' attribute, which a script reads, or as JSON in '<script type="application/ld+json">'
      <h{{ x }}>
        ^^^^^^^ nothing can be printed safely inside the name of an element; write each element out, and choose with 'if' or 'case'
      <td {{ x }}>
          ^^^^^^^ nothing can be printed safely inside the name of an attribute; write each attribute out with its quotes, and 'if' around it
      <a onclick="{{ x }}" title={{ x }}>
                  ^^^^^^^ nothing can be printed safely inside an attribute that holds a script; hand the value over in a 'data-' attribute, which a script reads
                                 ^^^^^^^ nothing can be printed safely inside an attribute without quotes; put quotes around the value
      """, ["x": 1], layout)
  }

  @Test func `what is captured is refused where its place is lost`() {
    check(
      """
      {% capture c %}<p title={% endcapture %}{{ c }}{{ "x" }}>
      ^^^^^^^^^^^^^^^ what 'c' holds ends inside a tag, a comment or a script; capture whole elements, or only the text between tags
      """, ValueMap(), layout)
  }

  @Test(
    arguments: [
      "<p>{{ x }}</p>", "<a href=\"{{ x }}\">", "<a href='{{ x }}' title=\"a {{ x }} b\">",
      "<!-- {{ x }} -->",
      "<title>{{ x }}</title>", "<textarea>{{ x }}</textarea>", "<script></script>{{ x }}",
      "<script>a < b</script><p>{{ x }}</p>", "<style>a > b {}</style>{{ x }}", "a < b {{ x }}",
      "<3 {{ x }}",
      "<a href=a title=\"{{ x }}\">", "<br/>{{ x }}", "<a disabled>{{ x }}",
      "<a title=\"a > b\">{{ x }}",
      "<li{% if x %} class=\"{{ x }}\"{% endif %}>{{ x }}", "<a data-on=\"{{ x }}\">",
      "<!doctype html>{{ x }}",
      "<script>{% if x %}a{% endif %}</script>",
      "{% if x %}<a href=\"{% else %}<a href=\"/{% endif %}{{ x }}\">",
      "<a href=\"{% if x %}{{ x }}{% else %}b{% endif %}\">{{ x }}</a>",
      "<!-- a > {{ x }} -->{{ x }}",
      "{% capture c %}<p title=\"{{ x }}\">a < b{% endcapture %}{{ c }}{{ x }}",
      "{% for i in (1..3) %}<b>{% if x %}{% break %}{% endif %}</b>{% endfor %}{{ x }}",
      "<p class=\"{% for i in (1..3) %}{% if i == x %}{% continue %}{% endif %}{{ i }}{% endfor %}\">",
      "{% for i in (1..3) %}{% if x %}{{ i }}{% break %}<script>{% endif %}{% endfor %}{{ x }}",
      "<a {% case x %}{% when 1 %}href=\"{% when 2, 3 %}rel=\"{% else %}id=\"{% endcase %}{{ x }}\">",
      "<!-- {% for i in (1..99) %}-{% endfor %} --><a data-{% for i in (1..9) %}a{% endfor %}=\"{{ x }}\">",
      "{% tablerow i in (1..3) %}{{ i }}{% if x %}{% break %}{% endif %}{% endtablerow %}{{ x }}",
      "<script type='application/ld+json'>{{ x | json }}</script>", "<p {{ '' | append: '' }}",
    ].dropLast())
  func `an output that escaping makes safe is not refused`(_ template: String) {
    #expect(result(template, ["x": 1], layout).findings == [])
  }

  @Test func `a loop that ends outside of tags is followed once, however deep it stands`() {
    let open =
      "{% for i in (1..2) %}<!-- a --> a < b<p class='x'>{% if x %}{% break %}{% endif %}</p>"
    let nested = String(repeating: open, count: 60) + String(repeating: "{% endfor %}", count: 60)
    #expect(result(nested + "{{ x }}", ["x": 1], layout).findings == [])
  }

  @Test func `whatever is printed into text and attributes, no markup comes of it`() {
    var random = Random(seed: 7)
    let template = Template.parse(
      TemplateSource(.init(path: "l", text: "<p>{{ x }}</p><a title=\"{{ x }}\" rel='{{ x }}'>")),
      in: layout
    ).value
    for _ in 0..<500 {
      let written = random.text(of: "<>&\"'=/ aon\n`", length: 12)
      var output: [UInt8] = []
      _ = template.render(Globals([("x", .string(written))]), into: &output)
      let marks = output.filter { "<>\"'".utf8.contains($0) }
      #expect(String(decoding: marks, as: UTF8.self) == "<><><\"\"''>")
    }
  }
}
