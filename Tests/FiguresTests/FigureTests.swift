import Testing
import Values

@testable import Figures

struct FigureTests {
  @Test func `a figure has a caption, a picture for wide and one for narrow places, and a table`() {
    let ladder = Ladder(
      [
        .init(Item("First", url: "/first/"), points: ["A test"]),
        .init(Item("Second"), points: []),
      ], head: ("Level", "What it asks"))
    var figure = Figure(
      .picture(ladder), title: "Levels", description: "Two.", caption: "Our levels")
    #expect(
      Markup(figure.html(.english).bytes).outline == """
        figure class=figure
          figcaption
            “Our levels”
          div class=figure-wide
            svg
              title
                “Levels”
              desc
                “Two.”
              a href=/first/
                rect class=fig-box
                text class=fig-text fig-bold
                  tspan
                    “First”
                text class=fig-text fig-note
                  tspan
                    “A test”
              path class=fig-line
              path class=fig-head
              rect class=fig-box
              text class=fig-text fig-bold
                tspan
                  “Second”
          div class=figure-narrow
            svg
              title
                “Levels”
              desc
                “Two.”
              a href=/first/
                rect class=fig-box
                text class=fig-text fig-bold
                  tspan
                    “First”
                text class=fig-text fig-note
                  tspan
                    “A test”
              path class=fig-line
              path class=fig-head
              rect class=fig-box
              text class=fig-text fig-bold
                tspan
                  “Second”
          details class=figure-data
            summary
              “The same as a table”
            div class=table
              table
                thead
                  tr
                    th
                      “Level”
                    th
                      “What it asks”
                tbody
                  tr
                    th
                      a href=/first/
                        “First”
                    td
                      “A test”
                  tr
                    th
                      “Second”
                    td
                      “None”
        """)
    figure.showsTable = false
    #expect(Markup(figure.html(.english).bytes).count("table") == 0)
  }

  @Test func `a picture that cannot be narrow scrolls, and keyboards reach it`() {
    let items = Array(repeating: Item("A"), count: 13)
    let network = Network(items, relations: [], ties: [], head: "Service")
    let box = Markup(network, title: "Net").elements.first { $0.name == "div" }
    #expect(box?.attributes["class"] == "figure-only figure-scroll figure-fits")
    #expect(box?.attributes["tabindex"] == "0")
    #expect(box?.attributes["aria-label"] == "Net")
  }

  @Test func `of nothing there is a sentence, of very many the table alone`() {
    let none = Markup(Board([.init(Item("Lane"), [])], head: ("", "")))
    #expect(none.count("svg") == 0)
    #expect(none.words == [FigureLabels.english.empty])
    let many = Array(repeating: Item("x"), count: Figure.most + 1)
    let full = Markup(Board([.init(Item("Lane"), many)], head: ("", "")))
    #expect(full.count("svg") == 0)
    #expect(full.count("table") == 1)
    #expect(full.words.first == FigureLabels.english.tooMany)
  }

  @Test func `whatever a label holds, the figure is well-formed and the same each time`() throws {
    for seed in 0..<25 {
      var random = Random(seed: UInt64(seed))
      let pictures = try samples { random.label() }
      for picture in pictures {
        let figure = Figure(
          .picture(picture), title: random.label(), description: random.label(),
          caption: random.label())
        let html = figure.html(.english)
        #expect(Markup(html.bytes).outline != nil, "seed \(seed): \(type(of: picture))")
        #expect(figure.html(.english) == html)
      }
    }
  }

  @Test func `markup in a label is shown as it was written`() {
    let label = "</text><script>alert('1')</script> & \"more\""
    let markup = Markup(Board([.init(Item("Lane"), [Item(label)])], head: ("Lane", "Items")))
    #expect(markup.count("script") == 0)
    #expect(markup.words.contains(label))
  }

  @Test func `no shape leaves its picture`() throws {
    for seed in 0..<10 {
      var random = Random(seed: UInt64(seed))
      let pictures = try samples { String(repeating: random.label() + " word ", count: 4) }
      for picture in pictures {
        for width in [Figure.wide, Figure.narrow] {
          let drawing = picture.drawing(within: width)
          var wrapped = MarkupWriter()
          wrapped.element("svg") { $0.markup(drawing.shapes) }
          for (name, attributes) in Markup(wrapped.bytes).elements where name == "rect" {
            func value(_ key: String) -> Double { Double(attributes[key] ?? "") ?? .nan }
            #expect(value("x") >= -3 && value("y") >= -3, "\(type(of: picture)) at \(width)")
            #expect(value("x") + value("width") <= drawing.width + 3, "\(type(of: picture))")
            #expect(value("y") + value("height") <= drawing.height + 3, "\(type(of: picture))")
          }
        }
      }
    }
  }

  @Test func `all but networks fit a phone`() throws {
    let pictures = try samples { "Accessible Travel Booking" }
    for picture in pictures where picture.fitsNarrowPlaces {
      #expect(picture.drawing(within: Figure.narrow).width <= Figure.narrow, "\(type(of: picture))")
    }
  }

  @Test func `no style and no id stands in a figure, for the policy and for its twin`() throws {
    for picture in try samples({ "Label" }) {
      for element in Markup(picture).elements {
        #expect(element.attributes["style"] == nil)
        #expect(element.attributes["id"] == nil)
      }
    }
  }
}
