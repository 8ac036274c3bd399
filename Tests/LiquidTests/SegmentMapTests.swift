import Diagnostics
import Liquid
import Testing
import Values

@Suite struct RenderedSegmentsTests {
  /// For each printed byte the text that its place covers, runs of one place written once.
  private func places(
    _ template: String, _ data: ValueMap = ValueMap(), partials: [String: String] = [:]
  ) -> (text: String, places: [String]) {
    let table = Partials(
      partials.reduce(into: [:]) {
        $0[$1.key] = TemplateSource(SourceFile(path: $1.key, text: $1.value))
      })
    let file = SourceFile(path: "page.md", text: template)
    let parsed = Template.parse(TemplateSource(file), in: strict, partials: table)
    var (output, map) = ([UInt8](), SegmentMap())
    _ = parsed.value.render(Globals(values: data), into: &output, mapping: &map)
    #expect(map.count == output.count)
    var places: [String] = []
    for offset in output.indices {
      guard let place = map.place(of: offset..<offset + 1) else { continue }
      let written = String(decoding: place.file.bytes[place.range], as: UTF8.self)
      let line = "\(place.file.path) \(place.range.lowerBound) \(written)"
      if places.last != line { places.append(line) }
    }
    return (String(decoding: output, as: UTF8.self), places)
  }

  @Test func `text comes from its own place, what a tag prints from the tag`() {
    let (text, places) = places("a{{ x }}b", ["x": "12"])
    #expect(text == "a12b")
    #expect(places == ["page.md 0 a", "page.md 1 {{ x }}", "page.md 8 b"])
  }

  @Test func `a link in a loop leads back to the link in the source, each time`() {
    let template = "{% for i in (1..2) %}[x](/dead/){% endfor %}"
    let file = SourceFile(path: "page.md", text: template)
    var (output, map) = ([UInt8](), SegmentMap())
    _ = Template.parse(TemplateSource(file), in: strict).value
      .render(Globals([]), into: &output, mapping: &map)
    for start in [4, 15] {
      #expect(String(decoding: output[start..<start + 6], as: UTF8.self) == "/dead/"[...])
      let place = map.place(of: start..<start + 6)
      #expect(place.map { String(decoding: $0.file.bytes[$0.range], as: UTF8.self) } == "/dead/")
    }
  }

  @Test func `places lead through includes, captures and tables`() {
    let (text, places) = places(
      "{% include 'p' %}{% capture c %}z{% endcapture %}{{ c }}{% ifchanged %}q{% endifchanged %}"
        + "{% tablerow i in (1..1) %}r{% endtablerow %}{% cycle 'k' %}{% increment n %}",
      partials: ["p": "p{{ 'o' }}"])
    #expect(
      text == "pozq<tr class=\"row1\">\n<td class=\"col1\">r</td></tr>\nk0")
    #expect(
      places == [
        "p 0 p", "p 1 {{ 'o' }}", "page.md 49 {{ c }}", "page.md 56 {% ifchanged %}",
        "page.md 90 {% tablerow i in (1..1) %}", "page.md 116 r",
        "page.md 90 {% tablerow i in (1..1) %}", "page.md 134 {% cycle 'k' %}",
        "page.md 149 {% increment n %}",
      ])
  }

  @Test func `the map and the output go on where they were`() {
    let file = SourceFile(path: "a.md", text: "--b{{ 1 }}")
    var output = Array("--".utf8)
    var map = SegmentMap(copyOf: 0..<2, in: file)
    let parsed = Template.parse(TemplateSource(file, 2..<10), in: strict)
    _ = parsed.value.render(Globals([]), into: &output, mapping: &map)
    #expect(String(decoding: output, as: UTF8.self) == "--b1")
    #expect(map.place(of: 0..<3)?.range == 0..<3)
    #expect(map.place(of: 3..<4)?.range == 3..<10)
  }

  @Test func `bodies are reported where they stand`() {
    let file = SourceFile(path: "a.html", text: "<p>{{ content }}</p>{{ content | raw }}{{ toc }}")
    let parsed = Template.parse(TemplateSource(file), in: layout)
    var output = Array("x".utf8)
    let body = Value.html(HTML(Array("<b>".utf8), isBody: true))
    let rendering = parsed.value.render(
      Globals([("content", body), ("toc", .html(HTML("<ul>")))]), into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "x<p><b></p><b><ul>")
    #expect(rendering.bodies == [4..<7, 11..<14])
  }
}
