import Values

/// What layouts call `page.figures`: a figure by its name and settings, as finished HTML.
///
/// `page.figures["network?focus=this"]`. In layouts only, as Markdown would take it apart. A page that is
/// no part of a figure, as a draft is of none, has nothing there, which a layout can ask.
struct FiguresValue: ValueObject {
  let site: Site
  let page: PageIndex

  var memberNames: [String] { site.figures.names }

  func member(_ key: String) -> Value? {
    let figure = site.figures.html(
      FigureReference(key), on: site.pages[page], at: page, words: FigureWords())
    return switch figure {
    case .success(let html): .html(html)
    case .failure(.noFocus("this")), .failure(.faulty): .some(Value.none)
    case .failure: nil
    }
  }
}
