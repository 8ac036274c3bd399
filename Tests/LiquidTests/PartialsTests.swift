import Diagnostics
import Liquid
import Testing
import Values

@Suite struct PartialsTests {
  @Test func `a finding in a partial names the includes that lead there`() {
    let found = result(
      "{% include 'a' %}", partials: ["a": "{% include 'b' %}", "b": "{{ x }}{{ 1 | nope }}"])
    #expect(
      found.findings == [
        "template-syntax at 'nope' in b: there is no filter 'nope' (included here ''b'' in a)"
          + " (included here ''a'' in page.md)",
        "undefined-variable at 'x' in b: nobody defines 'x' (included here ''b'' in a)"
          + " (included here ''a'' in page.md)",
      ])
  }

  @Test func `a missing partial is found before rendering, with the one that may be meant`() {
    let found = result(
      "a{% include 'layouts/naw.html' %}b{% render 'nothing' %}",
      partials: ["layouts/nav.html": ""])
    #expect(found.text == "ab")
    #expect(
      found.findings == [
        "missing-partial at ''layouts/naw.html'' in page.md: there is no partial 'layouts/naw.html';"
          + " did you mean 'layouts/nav.html'?",
        "missing-partial at ''nothing'' in page.md: there is no partial 'nothing'",
      ])
  }

  @Test func `a cycle of includes is found when the template is read, on each of its files`() {
    let found = result(
      "{% include 'a' %}", partials: ["a": "1{% include 'b' %}", "b": "2{% include 'a' %}"])
    #expect(found.text == "12"[...].prefix(1))
    #expect(found.findings.allSatisfy { $0.hasPrefix("limit-exceeded") })
    #expect(found.findings.count == 2)
    #expect(
      result("{% include 'a' %}", partials: ["a": "{% include 'a' %}"]).findings == [
        "limit-exceeded at ''a'' in a: 'a' includes itself (included here ''a'' in page.md)"
      ])
  }

  @Test func `a partial whose name is a value is found when rendering`() {
    #expect(text("{% include n %}", ["n": "a"], partials: ["a": "A"]) == "A")
    #expect(
      result("{% include n %}", ["n": "b"], partials: ["a": "A"]).findings == [
        "missing-partial at 'n' in page.md: there is no partial 'b'"
      ])
    let loop = result("{% include n %}", ["n": "a"], partials: ["a": "x{% include n %}"])
    #expect(loop.text.count == 50)
    #expect(loop.findings.count == 1)
    #expect(loop.findings.first?.hasPrefix("limit-exceeded") == true)
  }

  @Test func `the first candidate that there is gets taken`() {
    let table = Partials(
      ["layouts/a": "L", "here/a": "H", "here/b": "HB"].mapValues {
        TemplateSource(SourceFile(path: $0, text: $0))
      },
      candidates: { name, includer in
        [
          "layouts/\(name)",
          "\(includer.split(separator: "/").dropLast().joined(separator: "/"))/\(name)",
        ]
      })
    let file = SourceFile(
      path: "here/page.md", text: "{% include a %}{% include 'a' %}{% include 'b' %}")
    let parsed = Template.parse(TemplateSource(file), in: Environment(), partials: table)
    var output: [UInt8] = []
    _ = parsed.value.render(Globals([("a", "b")]), into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "HBLHB")
  }

  @Test func `Jekyll's includes take unquoted names and give parameters as 'include'`() {
    let partials = ["./a.html": "[{{ include.x }}{{ include.y }}]", "b/c.html": "{{ x }}"]
    #expect(text("{% include ./a.html x=\"1\" y=z %}", ["z": 2], partials: partials) == "[12]")
    #expect(text("{% include \"./a.html\" x='1' y=z %}", ["z": 2], partials: partials) == "[12]")
    #expect(text("{% include b/c.html x: 3 %}", partials: partials) == "3")
  }

  @Test func `'render' sees no local names, and global ones only where that is switched on`() {
    let partials = ["a": "[{{ g }}{{ l }}]"]
    let template = "{% assign l = 1 %}{% render 'a' %}"
    var environment = Environment(extensions: .globalsInRender)
    #expect(text(template, ["g": 2], environment, partials: partials) == "[2]")
    environment.extensions = []
    #expect(text(template, ["g": 2], environment, partials: partials) == "[]")
  }

  @Test func `a template knows what it may read, its partials included`() {
    let table = Partials(["p": TemplateSource(SourceFile(path: "p", text: "{{ page.backlinks }}"))])
    func parse(_ text: String) -> Template {
      Template.parse(TemplateSource(SourceFile(path: "t", text: text)), in: strict, partials: table)
        .value
    }
    let template = parse("{{ site.title }}{% render 'p' %}{% for t in tags %}{% endfor %}")
    #expect(template.mayRead("page", "backlinks"))
    #expect(!template.mayRead("page", "toc"))
    #expect(template.mayRead("tags", "any"))
    #expect(!template.mayRead("registry"))
    #expect(parse("{{ [x] }}").mayRead("registry"))
    #expect(parse("{% assign p = page %}").mayRead("page", "toc"))
  }

  @Test func `partials are shared between threads`() async {
    let table = Partials(["p": TemplateSource(SourceFile(path: "p", text: "{{ i }}"))])
    let texts = await withTaskGroup(of: String.self) { group in
      for number in 0..<50 {
        group.addTask {
          let file = SourceFile(path: "\(number)", text: "{% include 'p' %}")
          let template = Template.parse(TemplateSource(file), in: strict, partials: table).value
          var output: [UInt8] = []
          _ = template.render(Globals([("i", .integer(number))]), into: &output)
          return String(decoding: output, as: UTF8.self)
        }
      }
      return await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(texts == Set((0..<50).map(String.init)))
  }
}
