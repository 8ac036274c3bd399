import Figures
import Register
import Values

/// The figures that every register has: terms on a line of time, and what courses cover.
///
/// Their names are `register-terms` and `register-coverage`; a figure of that name in site.yml takes
/// their place.
enum RegisterFigures {
  /// The figures of a register.
  static func entries(_ view: RegisterView) -> [String: FigureTable.Entry] {
    [
      "register-terms": FigureTable.Entry(
        title: "Terms of accreditation",
        description: "A line for each organisation, with a bar for each of its terms.",
        content: .timeline(
          timeline(view), ids: view.register.registry.organisations.map(\.id.value))),
      "register-coverage": FigureTable.Entry(
        title: "What courses in use cover",
        description: "The highest level at which each organisation meets each element.",
        content: .picture(coverage(view))),
    ]
  }

  private static func item(_ organisation: Organisation, _ view: RegisterView) -> Item {
    let id = organisation.id.value
    return Item(organisation.name?.value ?? id, url: view.url(of: id))
  }

  private static func timeline(_ view: RegisterView) -> Timeline {
    let day = view.register.day
    let rows = view.register.registry.organisations.map { organisation in
      Timeline.Row(
        item(organisation, view),
        organisation.terms.map { span($0, on: day) }
          + organisation.interruptions.map { span($0, of: organisation, on: day) })
    }
    return Timeline(
      rows, day: day, dayWords: day.words,
      key: [
        .past: "Ended", .current: "Current", .coming: "To come",
        .broken: "Suspended or withdrawn",
      ],
      head: ("Organisation", "Terms"))
  }

  private static func span(_ term: Register.Term, on day: PlainDate) -> Timeline.Span {
    let look: Timeline.Look =
      term.end < day ? .past : day < term.start.value ? .coming : .current
    return Timeline.Span(
      term.start.value, term.end, "\(term.start.value.words) to \(term.end.words)", look)
  }

  /// An interruption lasts as long as it says, else to the end of the last term or the day.
  private static func span(
    _ interruption: Interruption, of organisation: Organisation, on day: PlainDate
  ) -> Timeline.Span {
    let start = interruption.from.value
    let last = max(start, organisation.terms.map(\.end).max() ?? day)
    let end = interruption.to?.value
    let name = interruption.kind.value == .suspended ? "suspended" : "withdrawn"
    return Timeline.Span(
      start, end ?? last,
      "\(name) from \(start.words)" + (end.map { " to \($0.words)" } ?? ""), .broken)
  }

  private static func coverage(_ view: RegisterView) -> HeatMap {
    let levels = Level.allCases
    let rows = Dictionary(grouping: view.register.coverage) { $0.organisation.id.value }
    let organisations = view.register.registry.organisations.filter {
      rows[$0.id.value] != nil
    }
    func cell(_ level: Level) -> HeatMap.Cell {
      HeatMap.Cell(String(level.title.prefix(1)), words: level.title, strength: level.rank)
    }
    return HeatMap(
      rows: organisations.map { item($0, view) },
      columns: Element.allCases.map { Item($0.title) },
      cells: organisations.map { organisation in
        Element.allCases.indices.map { element in
          let met = (rows[organisation.id.value] ?? []).filter { $0.results[element] == .met }
          return met.map(\.level).max().map(cell) ?? HeatMap.Cell("", words: "", strength: 0)
        }
      }, corner: "Organisation", key: levels.map(cell))
  }
}
