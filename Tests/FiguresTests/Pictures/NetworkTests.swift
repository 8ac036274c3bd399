import Testing

@testable import Figures

struct NetworkTests {
  private let relations = [
    Network.Relation("Depends on", reverse: "Used by", isDashed: false),
    Network.Relation("Expects", reverse: "Expected by", isDashed: true),
  ]

  private func network(_ count: Int, _ ties: [(Int, Int, Int)]) -> Network {
    Network(
      (0..<count).map { Item("Service \($0)", url: "/\($0)/") }, relations: relations,
      ties: ties.map { Network.Tie(from: $0.0, to: $0.1, relation: $0.2) }, head: "Service")
  }

  @Test func `one service alone is a card`() {
    let markup = Markup(network(1, []))
    // Once for wide places, once for narrow ones.
    #expect(markup.count("rect") == 2)
    #expect(markup.count("path") == 0)
  }

  @Test func `a circle shows an arrow at both ends`() {
    let drawing = Markup(network(2, [(0, 1, 0), (1, 0, 0)]))
    #expect(drawing.count("path", classed: "fig-head") == 2 * 2)
    #expect(drawing.count("path", classed: "fig-line") == 2)
  }

  @Test func `a plan is a broken line, and a key says what it is`() {
    let drawing = Markup(network(3, [(0, 1, 0), (0, 2, 1)]))
    // One between the cards, one in the key, for wide places and for narrow ones.
    #expect(drawing.count("path", classed: "fig-dashed") == 2 * 2)
    #expect(drawing.words.contains("Expects"))
    #expect(!Markup(network(2, [(0, 1, 0)])).words.contains("Depends on "))
  }

  @Test func `the table tells each relation from both sides`() {
    let table = network(3, [(0, 1, 0), (2, 1, 1)]).table
    #expect(table.head == ["Service", "Depends on", "Used by", "Expects", "Expected by"])
    #expect(
      table.rows.map { $0.map { $0.map(\.label).joined(separator: "+") }.joined(separator: "|") }
        == ["Service 0|Service 1|||", "Service 1||Service 0||Service 2", "Service 2|||Service 1|"])
  }

  @Test func `two hundred services are drawn, a chain of them too`() {
    let chain = network(200, (1..<200).map { ($0, $0 - 1, 0) })
    #expect(
      Markup(chain).count("a") == 200 + 200 + 2 * 199, "nodes, rows, and ties from both sides")
    let star = network(200, (1..<200).map { ($0, 0, 0) })
    #expect(star.drawing(within: 640).width > 640)
    #expect(Markup(star).count("rect") == 200)
  }

  @Test func `one service is shown between those that need it and those that it needs`() {
    let part = Neighbours(of: 1, in: network(4, [(0, 1, 0), (1, 2, 0), (3, 1, 1), (0, 2, 0)]))
    #expect(part.count == 3)
    #expect(
      part.table.rows.map { $0.map { $0.map(\.label) } } == [
        [["Used by"], ["Service 0"]], [["Depends on"], ["Service 2"]],
        [["Expected by"], ["Service 3"]],
      ])
    let words = Markup(part).words
    #expect(words.contains("Service 1"))
    #expect(words.contains("Used by · Expected by"))
  }

  @Test func `a service without neighbours says so`() {
    let markup = Markup(Neighbours(of: 0, in: network(2, [])))
    #expect(markup.words == [FigureLabels.english.empty])
  }
}
