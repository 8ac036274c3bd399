import Diagnostics
import Values
import YAML

/// The links that stand in data: what `site.yml`, the files it names and keys of a site's own in
/// front matter hold, wherever a figure, a template or a setting makes links of them.
///
/// In free data a text is a link when it is the whole address of a page or file of the site, from its
/// root: `/a/b/#part`.
struct DataLinks {
  let site: Site
  let sources: any SourceTree

  /// All of them, in no order.
  func all() throws(SourceError) -> [WrittenLink] {
    var links = settings() + figures()
    links += free(try data())
    for (index, page) in site.pages.enumerated() where page.source != nil {
      links += free(try frontMatter(of: index), on: index)
    }
    return links
  }

  /// Pages that `site.yml` names beside the menu.
  private func settings() -> [WrittenLink] {
    let choices = site.kinds.all.flatMap(\.fields).flatMap(\.choices)
    let names = (site.settings.print?.always ?? []) + choices.compactMap(\.page)
    return names.map { name in
      WrittenLink(
        .settings, name.value, at: Place(site.settings.file, name.range), on: nil,
        leadsTo: site.links.resolve(name: name.value))
    }
  }

  private func figures() -> [WrittenLink] {
    guard let file = site.figures.file else { return [] }
    return site.figures.links.map { link in
      WrittenLink(
        .figure, link.value, at: Place(file, link.range), on: nil,
        leadsTo: site.links.resolve(rooted: link.value))
    }
  }

  /// The texts of `data`, or of the file that it names.
  private func data() throws(SourceError) -> [Text] {
    let settings = site.settings.file
    guard let path = site.settings.dataFile else {
      return parse(settings, 0..<settings.bytes.count)["data"].map { texts($0, settings) } ?? []
    }
    guard let entry = try sources.find(path.value), entry.kind == .file else { return [] }
    let file = SourceFile(path: entry.path, bytes: try sources.read(entry))
    return parse(file, 0..<file.bytes.count).pairs.flatMap { texts($0.value, file) }
  }

  /// The texts of a page's keys that the program does not read.
  private func frontMatter(of index: PageIndex) throws(SourceError) -> [Text] {
    let page = site.pages[index]
    guard let entry = page.source, page.head.data.values.contains(where: { $0.holds(isRooted) })
    else { return [] }
    let file = SourceFile(path: entry.path, bytes: try sources.read(entry))
    guard let yaml = FrontMatter.split(file).value.yaml else { return [] }
    let references =
      site.kind(of: index)?.fields.filter { !$0.references.isEmpty }.map(\.name) ?? []
    return parse(file, yaml).pairs
      .filter { !HeadReader.knownKeys.contains($0.key) && !references.contains($0.key) }
      .flatMap { texts($0.value, file) }
  }

  private func isRooted(_ text: String) -> Bool { text.hasPrefix("/") && !text.hasPrefix("//") }

  private struct Text {
    let value: String
    let place: Place
  }

  private func texts(_ node: Node, _ file: SourceFile) -> [Text] {
    switch node.content {
    case .scalar(let scalar):
      isRooted(scalar.text) ? [Text(value: scalar.text, place: Place(file, node.range))] : []
    case .sequence(let nodes): nodes.flatMap { texts($0, file) }
    case .mapping(let mapping): mapping.pairs.flatMap { texts($0.value, file) }
    }
  }

  private func free(_ texts: [Text], on page: PageIndex? = nil) -> [WrittenLink] {
    texts.compactMap { text in
      let resolved = site.links.resolve(rooted: text.value)
      guard resolved.fault == nil else { return nil }
      return WrittenLink(.data, text.value, at: text.place, on: page, leadsTo: resolved)
    }
  }

  private func parse(_ file: SourceFile, _ range: SourceRange) -> Mapping {
    parseMapping(file: file, range: range, rule: "invalid-front-matter", limits: .dataFile).value
  }
}

extension Value {
  /// Whether it is or holds a text of this kind.
  fileprivate func holds(_ isMeant: (String) -> Bool) -> Bool {
    switch self {
    case .string(let text): isMeant(text)
    case .array(let items): items.contains { $0.holds(isMeant) }
    case .map(let map): map.values.contains { $0.holds(isMeant) }
    case .none, .html, .bool, .integer, .decimal, .date, .range, .object: false
    }
  }
}
