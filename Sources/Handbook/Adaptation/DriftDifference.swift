import Diagnostics

/// A part of a page that changed in the base and here: both texts.
package struct SectionDifference: Sendable, Equatable {
  /// The page.
  package let path: String
  /// The part's key in the lock.
  package let key: String
  /// The base's text as it is now; empty where the base has the part no more.
  package let base: String
  /// The text here; empty where it is left out here.
  package let here: String
}

extension Drift {
  /// The texts of all that changed in both, page by page.
  package static func differences(
    of pages: [Page], _ sources: any SourceTree, _ options: BuildOptions
  ) throws -> [SectionDifference] {
    guard let adaptation = try AdaptationStage.run(sources, asOf: options.asOf).adaptation else {
      return []
    }
    return pages.flatMap { page -> [SectionDifference] in
      guard let change = adaptation.changesByPath[page.path] else {
        return taken(out: page, adaptation)
      }
      let base = PageParts(change.base)
      let own = PageParts(ComposedText(change.place.file))
      let whole = adaptation.composed[page.path].map { PageParts($0) }
      let actions = Dictionary(
        change.sections.flatMap { section in section.keys.map { ($0, section) } },
        uniquingKeysWith: { first, _ in first })
      return page.sections.map { key in
        let here = actions[key].map { String(decoding: $0.own, as: UTF8.self) }
        return SectionDifference(
          path: page.path, key: key, base: base[key] ?? "",
          here: here ?? own[key] ?? whole?[key] ?? "")
      }
    }
  }

  /// What the base changed of a page that has no text here.
  private static func taken(out page: Page, _ adaptation: Adaptation) -> [SectionDifference] {
    guard let removal = adaptation.removals.first(where: { $0.removal.path == page.path }) else {
      return []
    }
    let base = PageParts(removal.base)
    return page.sections.map { key in
      SectionDifference(path: page.path, key: key, base: base[key] ?? "", here: "")
    }
  }
}

/// The texts of a page's parts, by their keys in the lock.
private struct PageParts {
  private var parts: [String: String] = [:]

  init(_ text: ComposedText) {
    let divided = SectionedText(page: text)
    for part in divided.parts where !part.range.isEmpty {
      parts[part.key] = divided.words(part.range)
    }
  }

  subscript(key: String) -> String? { parts[key] }
}
