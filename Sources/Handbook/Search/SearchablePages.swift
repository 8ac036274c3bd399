import Markdown
import Search
import Values

/// Makes of pages what a search knows of them, from what their one rendering tells.
struct SearchablePages: Sendable {
  private let site: Site
  private let names: OtherNames

  init(_ site: Site) {
    self.site = site
    names = OtherNames(site.settings.terms, site.terms)
  }

  /// A page as a search knows it, but for its group, whose body is `rendered`; `nil` for one that none may find.
  ///
  /// `counter` serves one page after the other.
  func page(
    _ index: PageIndex, _ rendered: RenderedMarkdown?, _ counter: inout WordCounter
  ) -> SearchablePage? {
    guard site.isFound(index) else { return nil }
    let page = site.pages[index]
    let sections = rendered.map(Self.sections) ?? []
    addHead(of: page, &counter)
    for section in sections { counter.add(section.heading, in: .heading) }
    if let rendered { addText(rendered.plainText, sections, &counter) }
    for case let value? in page.head.fields?.values ?? [] { add(value, &counter) }
    return SearchablePage(
      url: page.url, title: page.title, group: "", sections: sections, words: counter.finish())
  }

  private func addHead(of page: Page, _ counter: inout WordCounter) {
    counter.add(page.title, in: .title)
    if page.navigationTitle != page.title {
      counter.add(page.navigationTitle, in: .navigationTitle)
    }
    for name in names.others(of: page.title) { counter.add(name, in: .otherNames) }
    if let id = page.subject?.entryID { add(id, &counter) }
    for tag in page.head.tags { counter.add(tag, in: .tags) }
    if let description = page.head.description { counter.add(description, in: .description) }
  }

  /// An id is found by its parts and, as certificate numbers are written in many ways, as one word.
  private func add(_ id: String, _ counter: inout WordCounter) {
    counter.add(id, in: .otherNames)
    counter.add(String(id.filter { $0 != "-" }), in: .otherNames)
  }

  /// The words of a field stand above all headings, as layouts print them there.
  private func add(_ value: FieldValue, _ counter: inout WordCounter) {
    switch value.content {
    case .plain(.string(var text)): text.withUTF8 { counter.add(text: $0, section: 0) }
    case .list(let items): for item in items { add(item, &counter) }
    case .row(let cells): for case let cell? in cells { add(cell, &counter) }
    case .plain, .reference, .unread: break
    }
  }

  private func addText(
    _ text: PlainText, _ sections: [SearchablePage.Section], _ counter: inout WordCounter
  ) {
    var number = 0
    text.text.withUnsafeBufferPointer { bytes in
      for (index, part) in text.sections.enumerated() {
        if number < sections.count, part.id == sections[number].id { number += 1 }
        let end = index + 1 < text.sections.count ? text.sections[index + 1].start : bytes.count
        counter.add(text: UnsafeBufferPointer(rebasing: bytes[part.start..<end]), section: number)
      }
    }
  }

  /// The parts of a page that a search leads to: those under headings down to the third level, but
  /// not under one that heads the page.
  private static func sections(_ rendered: RenderedMarkdown) -> [SearchablePage.Section] {
    rendered.outline.dropFirst(rendered.startsWithTopHeading ? 1 : 0).filter { $0.level <= 3 }
      .map { SearchablePage.Section(id: $0.id, heading: $0.text) }
  }
}
