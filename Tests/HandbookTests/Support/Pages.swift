import Diagnostics
import Values

@testable import Handbook

/// A page as the survey leaves it, from its file's path and what its front matter says.
func page(
  _ path: String, order: Double? = nil, date: String? = nil, tags: [String] = [],
  aliases: [String] = [], url: String? = nil, isDraft: Bool = false, title: String? = nil
) -> Page {
  var head = PageHead()
  head.order = order
  head.date = date.flatMap { .init($0) }
  head.tags = tags
  head.aliases = aliases.map { Located(value: $0, range: 0..<0) }
  head.isDraft = isDraft
  let published = url.map { URLPath($0) } ?? URLPath(contentPath: path)
  let name = title ?? String(path.dropFirst("content/".count).dropLast(".md".count))
  return Page(
    origin: .file(SourceEntry(path: path)), head: Boxed(head), path: published,
    url: published.encoded,
    bodyStart: 0,
    title: name, navigationTitle: name)
}

/// The settings that a text of `site.yml` makes.
func settings(_ text: String = "title: Test\n") -> Settings {
  SettingsReader.read(SourceFile(path: "site.yml", text: text), url: nil).value
}
