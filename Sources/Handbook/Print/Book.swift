import Synchronization

/// A site's book: pages one after the other, with their contents before them.
package struct Book: Sendable {
  let plan: BookPlan
  /// What is printed of each page, by its address.
  let parts: [String: [UInt8]]

  /// The contents, a nested list of links to the pages.
  func contents(_ site: Site) -> String {
    var html = "<ol>\n"
    for chapter in plan.chapters {
      let pages = chapter.pages.map { "<li>\(link(to: $0, site))</li>\n" }.joined()
      html +=
        "<li>\(chapter.head.map { link(to: $0, site, title: chapter.title) } ?? escapedAttribute(chapter.title))"
      if !pages.isEmpty { html += "\n<ol>\n\(pages)</ol>\n" }
      html += "</li>\n"
    }
    return html + "</ol>\n"
  }

  private func link(to page: PageIndex, _ site: Site, title: String? = nil) -> String {
    let page = site.pages[page]
    return "<a href=\"#\(escapedAttribute(page.url))\">\(escapedAttribute(title ?? page.title))</a>"
  }

  /// All pages, each in an element with its address as id; the first of a chapter says so.
  func text(_ site: Site) -> [UInt8] {
    var html: [UInt8] = []
    for chapter in plan.chapters {
      var classes = "printed chapter"
      for page in (chapter.head.map { [$0] } ?? []) + chapter.pages {
        let url = site.pages[page].url
        html += "<div class=\"text \(classes)\" id=\"\(escapedAttribute(url))\">\n".utf8
        html += parts[url] ?? []
        html += "\n</div>\n".utf8
        classes = "printed"
      }
    }
    return html
  }
}

/// Passes an output on and keeps of the pages that go by what a book takes of them.
final class BookCollector: OutputSink {
  private let sink: any OutputSink
  private let plan: BookPlan
  private let part: BookPart
  private let urls: [OutputPath: String]
  private let parts = Mutex<[String: [UInt8]]>([:])

  /// Creates the collector before `sink`.
  init(_ plan: BookPlan, of site: Site, outside: BookPart.Outside, before sink: any OutputSink) {
    self.sink = sink
    self.plan = plan
    let pages = plan.pages.map { site.pages[$0] }
    part = BookPart(
      pages: Set(pages.map(\.url)), basePath: site.settings.url?.basePath ?? "", outside: outside)
    urls = Dictionary(
      pages.compactMap { page in page.path.outputPath.map { ($0, page.url) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The pages that are collected, in order.
  var pages: [PageIndex] { plan.pages }
  /// The book of the pages that went by.
  var book: Book { Book(plan: plan, parts: parts.withLock { $0 }) }

  func write(_ bytes: UnsafeRawBufferPointer, to path: OutputPath) throws {
    try sink.write(bytes, to: path)
    if let url = urls[path] { collect(Array(bytes), at: url) }
  }

  private func collect(_ page: [UInt8], at url: String) {
    let printed = part.html(of: page, at: url)
    parts.withLock { $0[url] = printed }
  }

  func copy(_ entry: SourceEntry, to path: OutputPath) throws { try sink.copy(entry, to: path) }

  func keep(_ path: OutputPath) -> Bool {
    guard let url = urls[path] else { return sink.keep(path) }
    guard let page = sink.published(path), sink.keep(path) else { return false }
    collect(page, at: url)
    return true
  }

  func published(_ path: OutputPath) -> [UInt8]? { sink.published(path) }
}
