import Diagnostics
import Values

/// A page of a live site in lists for those who edit it.
package struct PageSummary: Sendable {
  /// Where it is, without the base path.
  package var url: String
  /// What heads it.
  package var title: String
  /// The file it is written in; `nil` for a generated page.
  package var source: String?
  /// What is to be done about it.
  package var states: [State]

  /// What an editor wants to know of a page.
  package enum State: String, Sendable, CaseIterable {
    /// It is not published.
    case draft
    /// It was to be reviewed before today.
    case overdue
    /// No page and no menu leads to it.
    case orphan
  }
}

extension LiveSite {
  /// All pages, in the order of their addresses.
  ///
  /// `report` tells which are orphans.
  package func pageSummaries(_ report: BuildReport?) -> [PageSummary] {
    let findings = (report?.findings ?? []) + (report?.suppressed.map(\.finding) ?? [])
    let orphans = Set(findings.filter { $0.rule == "orphan-page" }.map(\.place.file.path))
    let ordered = site.pages.indices.sorted {
      site.pages[$0].url.precedes(site.pages[$1].url)
    }
    return ordered.map { index in
      let page = site.pages[index]
      var states: [PageSummary.State] = []
      if page.isDraft { states.append(.draft) }
      if let reviewed = page.head.reviewed, let period = page.head.reviewPeriod,
        let due = period.end(from: reviewed.value), due <= site.asOf
      {
        states.append(.overdue)
      }
      if let source = page.source, orphans.contains(source.path) { states.append(.orphan) }
      return PageSummary(
        url: page.url, title: page.title, source: page.source?.path, states: states)
    }
  }
}
