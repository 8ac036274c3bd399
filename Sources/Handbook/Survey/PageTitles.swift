import Diagnostics
import Liquid
import Values

/// Settles what a page is called and where it is published.
enum PageTitles {
  /// Makes a page of what was read of it.
  static func settle(
    _ read: ReadPage, _ terms: TermTable, _ sources: any SourceTree
  ) -> Diagnosed<Page> {
    let filled = filled(read, terms, sources)
    let head = filled.value.value
    let heading = read.firstHeading.map {
      head.rendersLiquid ? expand($0, terms, at: read.entry, sources).value : $0
    }
    let path =
      head.path.map { Redirects.split($0.value).path } ?? URLPath(contentPath: read.entry.path)
    let title = head.title ?? head.subtitle ?? heading ?? nameOfFile(read.entry.path)
    return Diagnosed(
      Page(
        origin: .file(read.entry), head: filled.value, path: path, url: path.encoded,
        bodyStart: read.bodyStart, title: title, navigationTitle: head.navigationTitle ?? title),
      filled.diagnostics)
  }

  /// What the page's front matter says, with the terms in its texts filled in.
  private static func filled(
    _ read: ReadPage, _ terms: TermTable, _ sources: any SourceTree
  ) -> Diagnosed<Boxed<PageHead>> {
    let texts = [
      read.head.value.title, read.head.value.subtitle, read.head.value.navigationTitle,
      read.head.value.description,
    ]
    guard texts.contains(where: { $0.map(hasTemplate) ?? false }) else {
      return Diagnosed(read.head)
    }
    var head = read.head.value
    var diagnostics: [Diagnostic] = []
    for key in [\PageHead.title, \.subtitle, \.navigationTitle, \.description] {
      guard let text = head[keyPath: key], hasTemplate(text) else { continue }
      let expanded = expand(text, terms, at: read.entry, sources)
      head[keyPath: key] = expanded.value
      diagnostics += expanded.diagnostics
    }
    return Diagnosed(Boxed(head), diagnostics)
  }

  private static func hasTemplate(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "{"))
      && Template.isNeeded(for: Array(text.utf8), in: 0..<text.utf8.count)
  }

  /// Fills in the terms of a short text of front matter.
  private static func expand(
    _ text: String, _ terms: TermTable, at entry: SourceEntry, _ sources: any SourceTree
  ) -> Diagnosed<String> {
    guard hasTemplate(text) else { return Diagnosed(text) }
    let place = place(of: text, in: entry, sources)
    let expanded = TermTemplate.expand(text, terms)
    return Diagnosed(
      expanded.value,
      expanded.diagnostics.map { finding in
        var finding = finding
        finding.place = Place(
          place.file,
          place.range.isEmpty
            ? place.range
            : (place.range.lowerBound + finding.place.range.lowerBound)..<(place.range.lowerBound
              + finding.place.range.upperBound))
        return finding
      })
  }

  /// Where the text stands in its file; the file's start where it is written with escapes.
  private static func place(
    of text: String, in entry: SourceEntry, _ sources: any SourceTree
  ) -> Place {
    let bytes = (try? sources.read(entry)) ?? []
    let file = SourceFile(path: entry.path, bytes: bytes)
    let start = bytes.firstRange(of: Array(text.utf8))
    return Place(file, start ?? 0..<0)
  }

  private static func nameOfFile(_ path: String) -> String {
    let parts = path.dropLast(3).split(separator: "/")
    let name = parts.last == "index" ? parts.dropLast().last ?? "" : parts.last ?? ""
    return name == "content" ? "Home" : String(name)
  }
}
