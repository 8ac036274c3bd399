import Testing
import Values

@testable import Figures

struct PlacedNetworkTests {
  private let picture: any Picture

  init() throws {
    picture = try #require(GraphvizNetwork(Laid.network))
      .picture(laidOutBy: Array(Laid.answer.utf8))
  }

  @Test func `each service is a card that leads to its page, read from the top to the bottom`() {
    let markup = Markup(picture)
    let cards = markup.elements.filter { $0.name == "a" }.prefix(4)
    #expect(cards.map { $0.attributes["href"] } == ["/2/", "/0/", "/1/", "/3/"])
    #expect(markup.count("rect", classed: "fig-box") == 4)
    #expect(markup.words.prefix(2) == ["A picture", "Service 2"])
  }

  @Test func `each line stands alone and ends in an arrow, broken where all of it is planned`() {
    let markup = Markup(picture)
    // Four between the cards, two in the key.
    #expect(markup.count("path", classed: "fig-head") == 6)
    #expect(markup.count("path", classed: "fig-line") == 6)
    #expect(markup.count("path", classed: "fig-dashed") == 2 + 1)
    #expect(markup.words.contains("Depends on") && markup.words.contains("Expects"))
  }

  @Test func `it is as wide as it is, and stands in the middle of what is wider`() {
    #expect(picture.drawing(within: 640).width == 640)
    #expect(picture.drawing(within: 100).width == 163)
    let boxes = Markup(picture).elements.filter { $0.name == "rect" }.map { rect in
      ["x", "y", "width", "height"].map { rect.attributes[$0] ?? "" }
    }
    #expect(
      boxes == [
        ["280", "1", "120", "34"], ["239", "79", "120", "34"], ["239", "157", "120", "34"],
        ["1", "214", "121.2", "34"],
      ])
    let paths = Markup(picture).elements.filter { $0.name == "path" }.map(\.attributes["d"])
    // From 2 to 0, with an arrow whose tip lies on the card.
    #expect(paths[0] == "M331.3 35.1C325.5 45.8 317.9 60 311.5 71.9")
    #expect(paths[1]?.contains("L307.7 78.9L") == true)
  }

  @Test func `its table is that of the network`() {
    #expect(picture.table.head == Laid.network.table.head)
    #expect(picture.table.rows == Laid.network.table.rows)
    #expect(picture.count == 4)
  }

  @Test
  func `where nothing was drawn a word says so, and the table is there even if not asked for`() {
    var figure = Figure(.undrawn(Laid.network), title: "T", description: "", caption: "")
    figure.showsTable = false
    let markup = Markup(figure.html(.english).bytes)
    #expect(markup.words.first == FigureLabels.english.undrawn)
    #expect(markup.count("svg") == 0)
    #expect(markup.count("table") == 1)
  }
}

struct DirectionTests {
  @Test func `the head of an arrow lies behind its tip, whichever way it points`() {
    #expect(Path.arrowhead(at: Point(10, 10), .down).text == "M5 2L10 10L15 2Z")
    #expect(Path.arrowhead(at: Point(10, 10), .left).text == "M18 5L10 10L18 15Z")
    let slanting = Direction(from: Point(0, 0), to: Point(3, 4))
    #expect(Path.arrowhead(at: Point(10, 10), slanting).text == "M1.2 6.6L10 10L9.2 0.6Z")
    #expect(Direction(from: Point(1, 1), to: Point(1, 1)) == .down)
  }
}
