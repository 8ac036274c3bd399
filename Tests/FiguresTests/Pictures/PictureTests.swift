import Testing
import Values

@testable import Figures

struct PictureTests {
  @Test func `a gate of the lifecycle is a link, with ways on, back and out`() {
    let steps = Steps(
      [
        .init(Item("Alpha"), gate: Item("Gate", url: "/gate/", note: "Good?")),
        .init(Item("Beta"), gate: nil),
      ],
      outcomes: .init(forward: "Go", again: "Repeat", stop: "Stop"), head: ("", "", ""))
    for width in [Figure.wide, Figure.narrow] {
      var svg = MarkupWriter()
      svg.element("svg") { $0.markup(steps.drawing(within: width).shapes) }
      let markup = Markup(svg.bytes)
      #expect(markup.count("path", classed: "fig-gate") == 1)
      #expect(markup.count("path", classed: "fig-back") == 2, "one at the gate, one in the key")
      #expect(markup.elements.contains { $0.attributes["href"] == "/gate/" })
      #expect(["Good?", "Go", "Repeat", "Stop"].allSatisfy(markup.words.contains))
    }
  }

  @Test func `today's line stands at its day`() throws {
    let days = try ["2026-01-01", "2026-12-31", "2026-07-02"].map { try #require(PlainDate($0)) }
    let timeline = Timeline(
      [.init(Item("A"), [.init(days[0], days[1], "2026", .current)])], day: days[2],
      dayWords: "Today", key: [:], head: ("", ""))
    let drawing = timeline.drawing(within: Figure.narrow)
    var svg = MarkupWriter()
    svg.element("svg") { $0.markup(drawing.shapes) }
    let now = Markup(svg.bytes).elements.first { $0.attributes["class"] == "fig-line fig-now" }
    let start = try #require(now?.attributes["d"]?.dropFirst().split(separator: " ").first)
    let middle = try #require(Double(start))
    #expect(abs(middle - (drawing.width - 2) / 2) < 1, "the middle of the year, with equal margins")
  }

  @Test func `today's line crosses no name that stands above a bar`() throws {
    let days = try ["2026-01-01", "2026-12-31", "2026-07-02"].map { try #require(PlainDate($0)) }
    let spans = [Timeline.Span(days[0], days[1], "2026", .current)]
    let timeline = Timeline(
      [.init(Item("A long name of a line"), spans), .init(Item("Another, as long as it"), spans)],
      day: days[2], dayWords: "Today", key: [:], head: ("", ""))
    var svg = MarkupWriter()
    svg.element("svg") { $0.markup(timeline.drawing(within: Figure.narrow).shapes) }
    let elements = Markup(svg.bytes).elements
    let lines = elements.filter { $0.attributes["class"] == "fig-line fig-now" }
      .compactMap { $0.attributes["d"] }
      .map { $0.split { "ML ".contains($0) }.compactMap { Double($0) } }
    // Where the letters of names stand: they alone begin at the left edge.
    let names = elements.filter { $0.name == "tspan" && $0.attributes["x"] == "0" }
      .compactMap { $0.attributes["y"].flatMap(Double.init) }
    #expect(lines.count == 2)
    #expect(names.count == 2)
    for line in lines {
      for name in names { #expect(line[3] < name - 11 || line[1] > name + 3) }
    }
  }

  @Test func `a line of equal values is level, of one value there is none`() {
    func line(_ values: [Double]) -> String? {
      Markup(Sparkline(values).svg(title: "t").bytes).elements
        .first { $0.name == "path" }?.attributes["d"]
    }
    #expect(line([1, 3, 2]) == "M5 23L56 5L107 14")
    #expect(line([2, 2]) == "M5 14L107 14")
    let trends = Trends(
      [.init("Days", words: ["4 days"], values: [4])], head: ("Measure", "Before", "Now", "Trend"))
    let figure = Figure(.trends(trends), title: "", description: "", caption: "")
    let markup = Markup(figure.html(.english).bytes)
    #expect(markup.count("svg") == 0)
    #expect(
      markup.words == ["Measure", "Before", "Now", "Trend", "Days", "None", "4 days", "None"])
  }

  @Test(arguments: [(0.0, "0"), (-0.04, "0"), (1.05, "1.1"), (-12.34, "-12.3"), (.infinity, "0")])
  func `numbers have one decimal at most`(value: Double, text: String) {
    #expect(number(value) == text)
  }

  @Test func `a cell without anything is told apart from one with something`() {
    let grid = Grid(
      rows: [Item("R")], columns: [Item("A"), Item("B")], cells: [[[Item("x")], []]], corner: "")
    var svg = MarkupWriter()
    svg.element("svg") { $0.markup(grid.drawing(within: Figure.wide).shapes) }
    #expect(Markup(svg.bytes).count("rect", classed: "fig-void") == 1)
    #expect(grid.table.rows.map { $0.map { $0.map(\.label) } } == [[["R"], ["x"], []]])
  }
}
