import Diagnostics
import Values

/// A book that is asked for beside a site.
package struct BookRequest: Sendable {
  /// The address of the page at and below which pages are taken; `nil` for the whole site.
  package var section: String?

  /// Asks for a book.
  package init(section: String?) { self.section = section }
}

/// What gathers the pages of books while a site is made: for its own page, and for who asked for one.
struct BookBinding {
  /// Where the site's files go.
  let sink: any OutputSink
  private let site: Site
  private let printer: BookCollector?
  private let binder: BookCollector?

  /// - Throws: `UnknownPage` where the section asked for is no page.
  init(_ site: Site, _ options: BuildOptions, before sink: any OutputSink) throws {
    self.site = site
    let printer = site.printPage.map { _ in
      BookCollector(BookPlan(site), of: site, outside: .site, before: sink)
    }
    let binder = try options.book.map { request in
      let plan = BookPlan(site, section: try request.section.map { try site.section(named: $0) })
      return BookCollector(
        plan, of: site, outside: .address(site.settings.url), before: printer ?? sink)
    }
    self.sink = binder ?? printer ?? sink
    self.printer = printer
    self.binder = binder
  }

  /// The book of the site's own page for printing; `nil` where it has none.
  var printed: Book? { printer?.book }

  /// The book that was asked for.
  var document: BookDocument? { binder.map { BookDocument($0.book, of: site) } }
}

extension Site {
  /// The address of the page that a person names: by its address, with or without slashes, or its file.
  fileprivate func section(named name: String) throws -> String {
    guard let page = links.page(named: name) ?? links.page(named: "/\(name)/") else {
      throw UnknownPage(name: name, near: nearest(to: name, among: pages.map(\.url)))
    }
    return pages[page].url
  }
}
