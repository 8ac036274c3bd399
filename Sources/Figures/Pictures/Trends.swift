/// Figures over time, a row each: what is measured, how it was, how it is and a small line.
package struct Trends: Sendable {
  /// What is measured.
  package struct Trend: Sendable {
    /// Its name.
    package var name: String
    /// What else is told of it, a cell each, after the name.
    package var notes: [String] = []
    /// The values with their units as they are read, the oldest first.
    package var words: [String]
    /// The same as numbers; those that are none are left out.
    package var values: [Double]

    /// Creates a trend.
    package init(_ name: String, words: [String], values: [Double]) {
      self.name = name
      self.words = words
      self.values = values
    }
  }

  private let trends: [Trend]
  private let head: (name: String, before: String, now: String, line: String)
  private let notes: [String]

  /// Creates trends; `head` has the heads of the columns, `notes` those of what else is told.
  package init(
    _ trends: [Trend], head: (name: String, before: String, now: String, line: String),
    notes: [String] = []
  ) {
    self.trends = trends
    self.head = head
    self.notes = notes
  }

  var isEmpty: Bool { trends.isEmpty }

  func write(named name: String, _ labels: FigureLabels, to html: inout MarkupWriter) {
    html.element(
      "div",
      [
        ("class", "table figure-trends"), ("role", "group"), ("tabindex", "0"),
        ("aria-label", name),
      ]
    ) { html in
      html.element("table") { html in
        html.element("thead") { html in
          html.element("tr") { html in
            for title in [head.name] + notes + [head.before, head.now, head.line] {
              html.element("th", [("scope", "col")], text: title)
            }
          }
        }
        html.newLine()
        html.element("tbody") { html in
          for trend in trends { write(trend, labels, to: &html) }
        }
      }
    }
    html.newLine()
  }

  private func write(_ trend: Trend, _ labels: FigureLabels, to html: inout MarkupWriter) {
    html.element("tr") { html in
      html.element("th", [("scope", "row")], text: trend.name)
      for note in trend.notes { html.element("td", text: note.isEmpty ? labels.none : note) }
      html.element("td", text: trend.words.count > 1 ? trend.words[0] : labels.none)
      html.element("td", text: trend.words.last ?? labels.none)
      html.element("td") { html in
        if trend.values.count > 1 {
          html.markup(Sparkline(trend.values).svg(title: trend.words.joined(separator: ", ")))
        } else {
          html.text(labels.none)
        }
      }
    }
    html.newLine()
  }
}

/// A line of values without scales, as high as a line of text.
struct Sparkline: Sendable {
  private let values: [Double]
  private static let width = 112.0
  private static let height = 28.0
  private static let margin = 5.0

  init(_ values: [Double]) {
    self.values = values.filter(\.isFinite)
  }

  /// Where the values stand: the lowest at the bottom, the highest at the top, all in the middle
  /// where they are equal.
  private var points: [Point] {
    let low = values.min() ?? 0
    let span = (values.max() ?? 0) - low
    let step = (Self.width - 2 * Self.margin) / Double(max(1, values.count - 1))
    return values.enumerated().map { index, value in
      let share = span > 0 ? (value - low) / span : 0.5
      return Point(
        Self.margin + Double(index) * step,
        Self.height - Self.margin - share * (Self.height - 2 * Self.margin))
    }
  }

  func svg(title: String) -> MarkupWriter {
    let points = points
    var path = Path()
    for (index, point) in points.enumerated() {
      index == 0 ? path.move(to: point) : path.line(to: point)
    }
    var svg = MarkupWriter()
    svg.element(
      "svg",
      [
        ("class", "fig-spark"), ("viewBox", "0 0 \(number(Self.width)) \(number(Self.height))"),
        ("width", number(Self.width)), ("height", number(Self.height)), ("role", "img"),
        ("fill", "none"), ("stroke", "currentColor"),
      ]
    ) { svg in
      svg.element("title", text: title)
      svg.empty("path", [("class", "fig-line"), ("d", path.text)])
      if let end = points.last {
        svg.empty(
          "circle",
          [
            ("class", "fig-head"), ("fill", "currentColor"), ("cx", number(end.x)),
            ("cy", number(end.y)), ("r", "3.5"),
          ])
      }
    }
    return svg
  }
}
