import Diagnostics
import Figures
import Values

/// The figures of a site, with all that they show, ready to be drawn.
struct FigureTable: Sendable {
  /// A figure and what it is called where an author says nothing.
  struct Entry: Sendable {
    var title: String
    var description: String
    var content: Content
    /// The pages of the site that it leads to, where all of it is shown.
    var targets: [PageIndex] = []
  }

  /// What a figure shows.
  enum Content: Sendable {
    /// The same wherever it stands.
    case picture(any Picture)
    /// A network, of which a part can be shown.
    case network(Network, FigurePages, whole: Figure.Content)
    /// What the page that it stands on measures.
    case trends(TrendFields)
    /// Lines of days, of which one can be shown by its id.
    case timeline(Timeline, ids: [String])
  }

  /// The figures by name.
  var entries: [String: Entry] = [:]
  /// The names of those that are declared, and cannot be drawn for what is wrong with them.
  var faulty: Set<String> = []
  /// Whether there may be more that could not be read.
  var isCutShort = false
  /// The links of figures that lead to an anchor, to be checked when all bodies are known.
  var fragments: [FragmentLink] = []
  /// Where `figures` are declared; `nil` for those of the register alone.
  var file: SourceFile?
  /// The pages and other addresses that they name there.
  var links: [Located<String>] = []
  /// The networks that are tables alone because no other program is to be started.
  var notAsked: [String] = []
  /// Those that are because there is no Graphviz.
  var missing: [String] = []

  /// What of the program's own words stands in figures.
  private static let labels = FigureLabels.english

  /// What to tell of networks that are not drawn because there is nobody to be asked.
  var remarks: [String] {
    let reasons = [
      (notAsked, "Graphviz is not started here"),
      (missing, "Graphviz is not installed (on Debian: sudo apt-get install graphviz)"),
    ]
    return reasons.filter { !$0.0.isEmpty }.map { figures, reason in
      let names = figures.map { "'\($0)'" }.joined(separator: ", ")
      return "\(reason), so the table of \(names) stands without its picture"
    }
  }

  /// The names of all figures, in order.
  var names: [String] { entries.keys.sorted() }

  /// Makes a figure for a place on a page; `words` are what is said of it there.
  func html(
    _ reference: FigureReference, on page: Page, at index: PageIndex, words: FigureWords
  ) -> Result<HTML, FigureFault> {
    guard let entry = entries[reference.name] else {
      let isFaulty = isCutShort || faulty.contains(reference.name)
      return .failure(isFaulty ? .faulty : .noFigure(reference.name))
    }
    if let setting = reference.unknown { return .failure(.noSetting(setting)) }
    return content(entry.content, reference.focus, page, index).map { content in
      let title = words.name ?? entry.title + part(of: entry.content, reference.focus, page)
      let hasTable = reference.showsTable
      var figure = Figure(
        content, title: title,
        description: entry.description.isEmpty && hasTable
          ? Self.labels.description : entry.description,
        caption: words.caption ?? title)
      figure.showsTable = hasTable
      return figure.html(Self.labels)
    }
  }

  /// The names that `focus` may be, for a figure that has any.
  func focuses(of name: String) -> [String] {
    switch entries[name]?.content {
    case .network(_, let pages, _): pages.keys
    case .timeline(_, let ids): ids
    case .picture, .trends, nil: []
    }
  }

  /// What of a figure is shown, behind its title.
  private func part(of content: Content, _ focus: String?, _ page: Page) -> String {
    guard let focus else { return "" }
    if focus == "this" { return ": " + page.navigationTitle }
    guard case .network(let network, let pages, _) = content, let number = pages.number(of: focus)
    else { return "" }
    return ": " + network.label(of: number)
  }

  private func content(
    _ content: Content, _ focus: String?, _ page: Page, _ index: PageIndex
  ) -> Result<Figure.Content, FigureFault> {
    switch (content, focus) {
    case (.picture(let picture), nil): .success(.picture(picture))
    case (.network(_, _, let whole), nil): .success(whole)
    case (.timeline(let timeline, _), nil): .success(.picture(timeline))
    case (.trends(let fields), nil): .success(.trends(fields.trends(of: page)))
    case (.network(let network, let pages, _), let focus?):
      (focus == "this" ? pages.number(of: index) : pages.number(of: focus)).map {
        .success(.picture(Neighbours(of: $0, in: network)))
      } ?? .failure(.noFocus(focus))
    case (.timeline(let timeline, let ids), let focus?):
      ids.firstIndex(of: focus == "this" ? page.subject?.entryID ?? "" : focus).map {
        .success(.picture(timeline.row($0)))
      } ?? .failure(.noFocus(focus))
    case (.picture, let focus?), (.trends, let focus?): .failure(.noFocus(focus))
    }
  }
}

/// What is said of a figure where it stands.
struct FigureWords: Sendable {
  /// What it is called.
  var name: String?
  /// What stands above it.
  var caption: String?
}

/// Why a figure cannot be shown.
enum FigureFault: Error, Equatable {
  /// There is none of this name.
  case noFigure(String)
  /// It is declared, and what is wrong with that is a finding there.
  case faulty
  /// It has no such part.
  case noFocus(String)
  /// It has no such setting.
  case noSetting(String)
}
