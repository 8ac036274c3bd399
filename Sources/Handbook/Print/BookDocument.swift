package import Values

/// A book as a document of its own: HTML with its styles in it, for a program that lays out paper.
///
/// It holds no script, and asks nobody but the folder it lies in, for pictures of the site.
package struct BookDocument: Sendable {
  /// The document.
  package let html: [UInt8]
  /// The day that it is told for.
  package let day: PlainDate
  /// What it is called, as a file may be named: lower-case letters, digits and hyphens.
  package let name: String
  /// How many pages of the site are in it.
  package let pageCount: Int

  init(_ book: Book, of site: Site) {
    let settings = site.settings
    let pages = book.plan.pages
    let section = pages.first.flatMap { site.pages[$0].url == "/" ? nil : site.pages[$0].title }
    let title = section.map { "\($0) – \(settings.title)" } ?? settings.title
    var head = """
      <!doctype html>
      <html lang="\(escapedAttribute(settings.language))" dir="\(settings.direction.rawValue)">
      <head>
      <meta charset="utf-8">
      <title>\(escapedAttribute(title))</title>
      <meta name="author" content="\(escapedAttribute(settings.title))">

      """
    if !settings.description.isEmpty {
      head += "<meta name=\"description\" content=\"\(escapedAttribute(settings.description))\">\n"
    }
    head += "<style>\(BookStyle.sheet)</style>\n</head>\n<body>\n"
    head += Self.cover(settings, section: section, site.asOf)
    head += "<nav class=\"book-contents\"><h2>Contents</h2>\n\(book.contents(site))</nav>\n"
    html = Array(head.utf8) + book.text(site) + Array("</body>\n</html>\n".utf8)
    name = Self.fileName(title)
    pageCount = pages.count
    day = site.asOf
  }

  private static func cover(_ settings: Settings, section: String?, _ day: PlainDate) -> String {
    var lines = [settings.description]
    if let section { lines.insert(section, at: 0) }
    let text = lines.filter { !$0.isEmpty }.map {
      "<p class=\"lead\">\(escapedAttribute($0))</p>\n"
    }
    let url = settings.url.map { $0.absolute("/") }
    let about = [url, settings.licence.isEmpty ? nil : settings.licence].compactMap(\.self)
    return """
      <div class="cover">
      <h1>\(escapedAttribute(settings.title))</h1>
      \(text.joined())<p>As of <span class="day">\(day.inWords)</span></p>
      \(about.map { "<p class=\"about\">\(escapedAttribute($0))</p>\n" }.joined())</div>

      """
  }

  private static func fileName(_ title: String) -> String {
    let words = title.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    return words.isEmpty ? "handbook" : words.joined(separator: "-")
  }
}

extension PlainDate {
  /// The day in English words, such as `30 June 2026`.
  fileprivate var inWords: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(day) \(months[month - 1]) \(year)"
  }
}
