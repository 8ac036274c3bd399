/// What a picture shows, as a table: for those who cannot see it, and for copying.
package struct DataTable: Sendable {
  /// What stands in a cell: several things one under the other.
  package typealias Cell = [Item]

  /// The heads of the columns.
  package var head: [String]
  /// The rows; the first cell of each is its head.
  package var rows: [[Cell]]

  /// Creates a table.
  package init(_ head: [String], _ rows: [[Cell]]) {
    self.head = head
    self.rows = rows
  }

  /// Writes the table in a box that scrolls sideways, called `name`; an empty cell says `none`.
  func write(named name: String, none: String, to html: inout MarkupWriter) {
    html.element(
      "div", [("class", "table"), ("role", "group"), ("tabindex", "0"), ("aria-label", name)]
    ) { html in
      html.element("table") { html in
        html.element("thead") { html in
          html.element("tr") { html in
            for title in head { html.element("th", [("scope", "col")], text: title) }
          }
        }
        html.newLine()
        html.element("tbody") { html in
          for row in rows { write(row, none: none, to: &html) }
        }
      }
    }
    html.newLine()
  }

  private func write(_ row: [Cell], none: String, to html: inout MarkupWriter) {
    html.element("tr") { html in
      for (column, cell) in row.enumerated() {
        html.element(column == 0 ? "th" : "td", column == 0 ? [("scope", "row")] : []) { html in
          if cell.isEmpty { html.text(none) }
          for (index, item) in cell.enumerated() {
            if index > 0 { html.text(", ") }
            write(item, to: &html)
          }
        }
      }
    }
    html.newLine()
  }

  private func write(_ item: Item, to html: inout MarkupWriter) {
    if let url = item.url {
      html.element("a", [("href", url)], text: item.label)
    } else {
      html.text(item.label)
    }
    if let note = item.note { html.text(" (\(note))") }
  }
}
