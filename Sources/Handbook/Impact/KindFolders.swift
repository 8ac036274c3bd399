import Diagnostics

/// The kinds of pages that are of one by their folder, where pages move.
struct KindFolders {
  let site: Site
  let move: Move

  /// Where `site.yml` names the folder of a kind that moves as a whole: what it is called then.
  func edits(_ sources: any SourceTree) -> [TextEdit] {
    site.kinds.all.compactMap { kind in
      guard let folder = kind.folder, !folder.isEmpty, let range = kind.folderRange,
        let target = target(of: URLPath.contentPrefix + folder, sources)
      else { return nil }
      return TextEdit(range, String(target.dropFirst(URLPath.contentPrefix.count)))
    }
  }

  /// Pages that would be of another kind where they go, as nothing but their folder says which.
  func changed(by edits: [TextEdit]) -> [(path: String, kind: String)] {
    let kinds = site.kinds.all.map { kind in
      var kind = kind
      if let edit = edits.first(where: { $0.range == kind.folderRange }) {
        kind.folder = edit.replacement
      }
      return kind
    }
    let after = KindTable(kinds)
    return site.pages.compactMap { page in
      guard let path = page.source?.path, let new = move.files[path], page.head.kind == nil,
        let kind = site.kinds.kind(ofFile: path), after.kind(ofFile: new) != kind
      else { return nil }
      return (new, site.kinds.all[kind].name)
    }
  }

  /// Where a folder goes, when all that is in it goes there.
  private func target(of folder: String, _ sources: any SourceTree) -> String? {
    var targets = Set<Substring>()
    for entry in sources.entries where entry.path.hasPrefix(folder + "/") {
      let inner = entry.path.dropFirst(folder.utf8.count)
      guard let new = move.files[entry.path], new.hasSuffix(inner) else { return nil }
      targets.insert(new.dropLast(inner.utf8.count))
    }
    return targets.count == 1 ? targets.first.map(String.init) : nil
  }
}
