import Diagnostics

/// Every URL is published once: neither two pages nor a page and a file share one, nor do they
/// differ by case or by Unicode form alone.
struct DuplicateURLs {
  let pages: [Page]
  let files: [PublishedFile]
  /// The paths of the files that the program makes.
  let generated: [String]

  private enum Source {
    case page(PageIndex)
    case alias(PageIndex, Located<String>)
    case file(SourceEntry)
    case generated(String)
  }

  func diagnostics(_ sources: any SourceTree) throws -> [Diagnostic] {
    var owners: [String: (source: Source, text: String)] = [:]
    var diagnostics: [Diagnostic] = []
    let claims = claims()
    let files = Dictionary(
      claims.filter { !$0.0.text.hasSuffix("/") }.map { (String($0.0.key), $0.1) },
      uniquingKeysWith: { first, _ in first })
    let tops = Set(files.keys.map { Self.top(of: $0[...]) })
    for (path, source) in claims {
      if tops.contains(Self.top(of: path.key)),
        let file = path.ancestors.lazy.compactMap({ files[String($0.key)] }).first
      {
        diagnostics.append(try below(file, path.text, source, sources))
        continue
      }
      // Lower case for disks that do not tell case apart; Swift compares strings by canonical
      // equivalence, so both forms of an accented letter are one key.
      let key = String(path.key).lowercased()
      guard let owner = owners[key] else {
        owners[key] = (source, path.text)
        continue
      }
      if case .alias = source, case .alias = owner.source,
        self.page(of: source) == self.page(of: owner.source)
      {
        continue
      }
      diagnostics.append(try clash(source, path.text, owner, sources))
    }
    return diagnostics
  }

  /// The first part of a path, by which nearly all are told not to lie below a file.
  private static func top(of key: Substring) -> Substring {
    key.dropFirst().prefix { $0 != "/" }
  }

  /// Everything that is published under a name of its own, those first that have the better right.
  private func claims() -> [(URLPath, Source)] {
    var claims: [(URLPath, Source)] = generated.map { (URLPath($0), .generated($0)) }
    claims += files.filter { $0.url.text != "/robots.txt" }.map { ($0.url, .file($0.entry)) }
    claims += pages.indices.map { (pages[$0].path, .page($0)) }
    for (index, page) in pages.enumerated() {
      for alias in page.head.aliases {
        let path = Redirects.split(alias.value).path
        if path.key != page.path.key { claims.append((path, .alias(index, alias))) }
      }
    }
    return claims
  }

  private func page(of source: Source) -> PageIndex? {
    switch source {
    case .page(let page), .alias(let page, _): page
    case .file, .generated: nil
    }
  }

  private func isAlias(_ source: Source) -> Bool {
    if case .alias = source { true } else { false }
  }

  private func clash(
    _ source: Source, _ path: String, _ owner: (source: Source, text: String),
    _ sources: any SourceTree
  ) throws -> Diagnostic {
    let place = try place(source, sources)
    let other = try self.place(owner.source, sources)
    let name = "'\(other.file.path)'"
    let message =
      path == owner.text
      ? "\(name) is published at '\(path)' too"
      : "\(name) is published at '\(owner.text)', which differs from '\(path)' only by case or form of letters"
    return Diagnostic(
      "duplicate-url", .error, at: place, message,
      help: isAlias(source)
        ? "leave this alias out" : "rename one of them, or give one another 'url'",
      notes: notes(owner.source, other))
  }

  /// Where the other one is written, which of a file that the program makes is nowhere.
  private func notes(_ source: Source, _ place: Place) -> [Diagnostic.Note] {
    if case .generated = source { [] } else { [Diagnostic.Note("the other one", at: place)] }
  }

  /// The finding of an address below that of a file.
  private func below(
    _ file: Source, _ path: String, _ source: Source, _ sources: any SourceTree
  ) throws -> Diagnostic {
    let other = try place(file, sources)
    return Diagnostic(
      "duplicate-url", .error, at: try place(source, sources),
      "nothing can be published at '\(path)', as '\(other.file.path)' is published as a file above it",
      help: isAlias(source)
        ? "leave this alias out" : "rename one of them, or give one another 'url'",
      notes: notes(file, other))
  }

  private func place(_ source: Source, _ sources: any SourceTree) throws -> Place {
    switch source {
    case .page(let index):
      return try place(of: pages[index], at: pages[index].head.path?.range ?? 0..<0, sources)
    case .alias(let index, let alias):
      return try place(of: pages[index], at: alias.range, sources)
    case .file(let entry):
      return Place(SourceFile(path: entry.path, bytes: []), 0..<0)
    case .generated(let path):
      return Place(SourceFile(path: "the program's own \(path.dropFirst())", bytes: []), 0..<0)
    }
  }

  private func place(
    of page: Page, at range: SourceRange, _ sources: any SourceTree
  ) throws -> Place {
    guard let entry = page.source else { return page.place }
    return Place(SourceFile(path: entry.path, bytes: try sources.read(entry)), range)
  }
}
