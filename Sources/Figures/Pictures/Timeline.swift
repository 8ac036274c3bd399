package import Values

/// Spans of days on a common scale, with a line for one day: terms and what interrupted them.
package struct Timeline: Picture {
  /// A span of days.
  package struct Span: Sendable {
    /// Its first day.
    package var start: PlainDate
    /// Its last day.
    package var end: PlainDate
    /// What it is, in words.
    package var words: String
    /// How it is drawn.
    package var look: Look

    /// Creates a span.
    package init(_ start: PlainDate, _ end: PlainDate, _ words: String, _ look: Look) {
      self.start = start
      self.end = end
      self.words = words
      self.look = look
    }
  }

  /// How a span is drawn.
  package enum Look: String, Sendable, CaseIterable {
    /// It is over.
    case past
    /// It holds on the day.
    case current
    /// It is still to come.
    case coming
    /// It interrupts another, over which it is drawn.
    case broken
  }

  /// A line of spans.
  package struct Row: Sendable {
    /// Whose spans they are.
    package var item: Item
    /// The spans; those drawn over others last.
    package var spans: [Span]

    /// Creates a line.
    package init(_ item: Item, _ spans: [Span]) {
      self.item = item
      self.spans = spans
    }
  }

  let rows: [Row]
  let day: PlainDate
  let dayWords: String
  /// What the ways of drawing mean, in words; those left out are not explained.
  let key: [Look: String]
  private let head: (row: String, spans: String)

  /// Creates a timeline; `dayWords` stand at the line of `day`.
  package init(
    _ rows: [Row], day: PlainDate, dayWords: String, key: [Look: String],
    head: (row: String, spans: String)
  ) {
    self.rows = rows
    self.day = day
    self.dayWords = dayWords
    self.key = key
    self.head = head
  }

  /// The same with one line, by its number from 0.
  package func row(_ number: Int) -> Timeline {
    Timeline([rows[number]], day: day, dayWords: dayWords, key: key, head: head)
  }

  /// The spans of all lines.
  package var count: Int { rows.reduce(0) { $0 + $1.spans.count } }

  /// A row for each line.
  package var table: DataTable {
    DataTable(
      [head.row, head.spans],
      rows.map { row in
        [
          [Item(row.item.label, url: row.item.url, note: row.item.note)],
          row.spans.map { Item($0.words) },
        ]
      })
  }

  /// Bars on a scale of years.
  package func drawing(within width: Double) -> Drawing {
    TimelineDrawing(self, width).drawing
  }
}
