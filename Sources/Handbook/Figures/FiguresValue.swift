import Values

/// What layouts call `page.figures`: a figure by its name and settings, as finished HTML.
///
/// `page.figures["network?focus=this"]`. In layouts only, as Markdown would take it apart.
struct FiguresValue: ValueObject {
  let site: Site
  let page: PageIndex

  var memberNames: [String] { site.figures.names }

  func member(_ key: String) -> Value? {
    try? .html(
      site.figures.html(
        FigureReference(key), on: site.pages[page], at: page, words: FigureWords()
      ).get())
  }
}
