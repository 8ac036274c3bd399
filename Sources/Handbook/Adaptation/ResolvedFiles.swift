import Diagnostics
import Values
import YAML

/// A handbook that adapts another, as plain files without a base.
package struct ResolvedFiles: Sendable {
  /// The files, by their paths in a site's folder, in order.
  package let files: [(path: String, bytes: [UInt8])]

  /// Puts all sources together.
  ///
  /// Pages that take the place of removed ones get their addresses and anchors as aliases; the register of
  /// differences becomes a page.
  ///
  /// - Throws: `NoBase` where the site adapts nothing or its base has no files here.
  package init(_ sources: any SourceTree, _ options: BuildOptions) async throws {
    let surveyed = try await Survey(sources: sources, options: options).run().value
    guard let adaptation = surveyed.site.adaptation else { throw NoBase.none }
    guard !adaptation.lacksBase else {
      throw NoBase.unreachable(adaptation.findings.first?.message ?? "its files are not here")
    }
    let all = surveyed.sources
    let former = Self.former(adaptation, surveyed.site)
    var files: [(path: String, bytes: [UInt8])] = []
    for entry in all.entries where entry.kind == .file {
      let page = surveyed.site.links.page(source: entry.path)
      files.append(
        (
          entry.path,
          Self.bytes(try all.read(entry), at: entry.path, page.flatMap { former[$0] } ?? [])
            + (page.map { ResolvedRegister.text(on: $0, of: surveyed.site) } ?? [])
        ))
    }
    let listed = Set(files.map(\.path))
    if !listed.contains(ResolvedRegister.path), let page = ResolvedRegister.page(of: surveyed.site)
    {
      files.append((ResolvedRegister.path, page))
    }
    for path in surveyed.site.settings.namedPaths where !listed.contains(path) {
      if let entry = try all.find(path), entry.kind == .file {
        files.append((path, try all.read(entry)))
      }
    }
    self.files = files.sorted { $0.path.precedes($1.path) }
  }

  /// The addresses of removed pages and of their headings, by the pages that take their place.
  private static func former(_ adaptation: Adaptation, _ site: Site) -> [PageIndex: [String]] {
    var former: [PageIndex: [String]] = [:]
    for removal in adaptation.allRemovals {
      let path = URLPath(contentPath: removal.removal.path)
      guard case .alias(let page) = site.links.target(String(path.key)) else { continue }
      let file = removal.base.file(at: removal.removal.path)
      let body = file.bytes[FrontMatter.split(file).value.bodyStart...]
      let text = TermTemplate.expand(
        String(decoding: body, as: UTF8.self), site.anchorTerms ?? site.terms
      ).value
      let headings = SectionedText(ComposedText(SourceFile(path: "", text: text)), from: 0).sections
      former[page, default: []] +=
        [path.encoded] + headings.map { path.encoded + "#" + percentEncoded($0.id) }
    }
    return former
  }

  private static func bytes(_ bytes: [UInt8], at path: String, _ aliases: [String]) -> [UInt8] {
    let file = SourceFile(path: path, bytes: bytes)
    if path == "site.yml" {
      return KeyOverlaying.text(
        ComposedText(), over: ComposedText(file), as: KeyOverlaying.settings,
        without: ["extends", "remove"]
      ).value.bytes
    }
    var bytes = path.isPage ? unmarked(file) : bytes
    for alias in aliases {
      let edit = AliasEdit.adding(alias, to: SourceFile(path: path, bytes: bytes))
      bytes = edit.map { bytes.applying([$0]) } ?? bytes
    }
    return bytes
  }

  /// The page without what it says of a base, which it has no more.
  private static func unmarked(_ page: SourceFile) -> [UInt8] {
    guard let yaml = FrontMatter.split(page).value.yaml else { return page.bytes }
    let mapping = parseMapping(
      file: page, range: yaml, rule: "invalid-front-matter", limits: .frontMatter)
    let text = ComposedText(page)
    let mark = KeyedText(text, mapping.value, end: yaml.upperBound).pieces
      .first { $0.key == "adapts" }
    guard let mark else { return page.bytes }
    if mark.isLines { return page.bytes.applying([TextEdit(mark.range, "")]) }
    var head = ComposedText()
    head.append(yaml, of: text)
    let kept = KeyOverlaying.text(ComposedText(), over: head, as: .byKey(), without: ["adapts"])
    return page.bytes[..<yaml.lowerBound] + kept.value.bytes + page.bytes[yaml.upperBound...]
  }
}
