package import Diagnostics
import Values

/// A site's pages as data, for those who ask for lists of them.
package struct PageData: Sendable {
  let site: Site
  /// What is wrong with the data, drafts left out that are not listed; bodies are not looked at.
  package let findings: [Diagnostic]

  /// Reads `site.yml`, the register and every page's front matter; renders nothing.
  package init(_ sources: any SourceTree, _ options: BuildOptions) async throws {
    let surveyed = try await Survey(sources: sources, options: options).run()
    site = surveyed.value.site
    let drafts = site.pages.filter { $0.isDraft && !options.includesDrafts }
      .compactMap(\.source?.path)
    let found = surveyed.diagnostics.filter { !drafts.contains($0.place.file.path) }
    findings = site.adaptation.map { found.map($0.written) + $0.findings } ?? found
  }

  /// The kinds of page that the site declares, in the order of `site.yml`.
  package var kinds: Table {
    Table(
      columns: ["kind", "folder", "pages", "description"],
      rows: site.kinds.all.indices.map { index in
        let kind = site.kinds.all[index]
        return [
          kind.name, kind.folder.map { URLPath.contentPrefix + $0 } ?? "",
          "\(pages(of: index).count)", kind.description,
        ]
      })
  }

  /// The pages of a kind for which all conditions hold, in the order of lists.
  ///
  /// `page` are the pages of no kind that somebody wrote. Drafts are left out unless the options publish them.
  ///
  /// - Throws: `UnknownName` for a kind or a field that there is not.
  package func list(
    _ name: String, where conditions: [FieldCondition] = []
  ) throws(UnknownName) -> PageList {
    let kind = site.kinds.kind(name)
    guard kind != nil || name == Kind.ofNone else { throw .kind(name, in: site.kinds) }
    let records = PageRecords(site: site, kind: kind)
    var tests: [(PageIndex) -> Bool] = []
    for condition in conditions { tests.append(try records.test(condition)) }
    let pages = pages(of: kind).filter { page in tests.allSatisfy { $0(page) } }
    return PageList(kind: name, columns: records.columns, records: pages.map(records.record))
  }

  private func pages(of kind: KindIndex?) -> [PageIndex] {
    let pages =
      kind.map(site.collections.ofKind)
      ?? site.collections.all.filter {
        site.pages[$0].head.fields == nil && site.pages[$0].source != nil
      }
    return pages.filter(site.isPublished)
  }
}

/// What a page must tell to be listed, written `FIELD=VALUE`.
package struct FieldCondition: Sendable {
  let field: String
  /// Empty for pages that tell nothing there.
  let value: String

  /// Reads `FIELD=VALUE`; `nil` where no field or no `=` is there.
  package init?(_ text: String) {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return nil }
    field = String(text[..<sign])
    value = String(text[text.index(after: sign)...])
  }
}

/// A kind or a field was asked for that there is not.
package struct UnknownName: Error, CustomStringConvertible {
  /// One sentence without its full stop.
  package let description: String

  static func kind(_ name: String, in kinds: KindTable) -> UnknownName {
    let known = kinds.all.map(\.name) + [Kind.ofNone]
    return UnknownName(
      description: "site.yml declares no kind '\(name)'; " + hint(for: name, known))
  }

  static func field(_ name: String, of kind: String, _ known: [String]) -> UnknownName {
    UnknownName(description: "'\(name)' is no field of a \(kind); " + hint(for: name, known))
  }

  private static func hint(for name: String, _ known: [String]) -> String {
    nearest(to: name, among: known).map { "did you mean '\($0)'?" }
      ?? "there is \(known.joined(separator: ", "))"
  }
}
