package import Values

/// A figure: a picture with its name, a description, a caption and the same as a table.
package struct Figure: Sendable {
  /// What it shows.
  package var content: Content
  /// What it is called, for those who hear it.
  package var title: String
  /// What it tells, in a sentence or two, for those who hear it.
  package var description: String
  /// What stands above it; nothing where it is empty.
  package var caption: String
  /// Whether the table is there too; without it the page tells the same in words.
  package var showsTable = true

  /// What a figure may show.
  package enum Content: Sendable {
    /// A picture, of a kind that the style sheet knows by name.
    case picture(any Picture)
    /// What would be such a picture, had it been drawn: its table alone.
    case undrawn(any Picture)
    /// Figures over time, each with a small line beside it.
    case trends(Trends)
  }

  /// Creates a figure.
  package init(_ content: Content, title: String, description: String, caption: String) {
    self.content = content
    self.title = title
    self.description = description
    self.caption = caption
  }

  /// The width that pictures are drawn for beside a text, in CSS pixels.
  static let wide = 640.0
  /// The width that pictures are drawn for on a phone.
  static let narrow = 288.0
  /// The most things that one picture shows.
  static let most = 300

  /// So many cells of a table are drawn for what a thing costs.
  private static let cellsPerThing = 10

  /// How many things cells count for, empty ones too.
  static func things(inCells cells: Int) -> Int { cells / cellsPerThing }

  /// The figure as HTML: `<figure>` with SVG in it, without ids, so that a page may hold it twice.
  ///
  /// The same figure gives the same bytes.
  package func html(_ labels: FigureLabels) -> HTML {
    var html = MarkupWriter()
    html.element("figure", [("class", "figure")]) { html in
      html.newLine()
      if !caption.isEmpty { html.element("figcaption", text: caption) }
      html.newLine()
      switch content {
      case .picture(let picture): write(picture, labels, to: &html)
      case .undrawn(let picture): writeTable(of: picture, labels.undrawn, labels, to: &html)
      case .trends(let trends):
        if trends.isEmpty {
          html.element("p", [("class", "figure-none")], text: labels.empty)
        } else {
          trends.write(named: title, labels, to: &html)
        }
      }
    }
    html.newLine()
    return HTML(html.bytes)
  }

  private func write(
    _ picture: any Picture, _ labels: FigureLabels, to html: inout MarkupWriter
  ) {
    guard picture.count > 0 else {
      return html.element("p", [("class", "figure-none")], text: labels.empty)
    }
    guard picture.count <= Self.most else {
      return writeTable(of: picture, labels.tooMany, labels, to: &html)
    }
    writeDrawings(of: picture, to: &html)
    if showsTable { writeTable(of: picture, labels, to: &html) }
  }

  /// Writes the table in place of a picture, and says why.
  private func writeTable(
    of picture: any Picture, _ reason: String, _ labels: FigureLabels, to html: inout MarkupWriter
  ) {
    html.element("p", [("class", "figure-none")], text: reason)
    writeTable(of: picture, labels, to: &html)
  }

  private func writeTable(
    of picture: any Picture, _ labels: FigureLabels, to html: inout MarkupWriter
  ) {
    html.element("details", [("class", "figure-data")]) { html in
      html.element("summary", text: labels.table)
      html.newLine()
      picture.table.write(named: title, none: labels.none, to: &html)
    }
    html.newLine()
  }

  /// Writes the picture for wide places and for narrow ones, of which the style sheet shows one; a
  /// picture that cannot be narrow scrolls.
  private func writeDrawings(of picture: any Picture, to html: inout MarkupWriter) {
    let wide = picture.drawing(within: Self.wide)
    let narrow = picture.fitsNarrowPlaces ? picture.drawing(within: Self.narrow) : wide
    guard narrow.width <= Self.narrow, wide.width > Self.narrow else {
      return write(wide, in: "figure-only", scrolls: wide.width > Self.narrow, to: &html)
    }
    write(wide, in: "figure-wide", scrolls: wide.width > Self.wide, to: &html)
    html.element("div", [("class", "figure-narrow"), ("hidden", "hidden")]) {
      write(narrow, to: &$0)
    }
    html.newLine()
  }

  private func write(
    _ drawing: Drawing, in classes: String, scrolls: Bool, to html: inout MarkupWriter
  ) {
    // What is little wider than its place shrinks; only what is much wider scrolls there.
    let fits = drawing.width <= Self.wide ? " figure-fits" : ""
    var attributes = [(name: "class", value: classes)]
    if scrolls {
      attributes = [
        ("class", classes + " figure-scroll" + fits), ("role", "group"), ("tabindex", "0"),
        ("aria-label", title),
      ]
    }
    html.element("div", attributes) { write(drawing, to: &$0) }
    html.newLine()
  }

  private func write(_ drawing: Drawing, to html: inout MarkupWriter) {
    let (width, height) = (number(drawing.width.rounded(.up)), number(drawing.height.rounded(.up)))
    html.element(
      "svg",
      [
        ("viewBox", "0 0 \(width) \(height)"), ("width", width), ("height", height),
        ("role", "group"), ("direction", "ltr"), ("fill", "none"), ("stroke", "currentColor"),
      ]
    ) { svg in
      svg.element("title", text: title)
      if !description.isEmpty { svg.element("desc", text: description) }
      svg.newLine()
      svg.markup(drawing.shapes)
    }
    html.newLine()
  }
}
