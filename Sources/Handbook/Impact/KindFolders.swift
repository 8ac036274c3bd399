import Diagnostics
import YAML

/// The kinds of pages that are of one by their folder, where pages move.
struct KindFolders {
  let site: Site
  let move: Move

  /// The kinds as they will be: the folder of a kind that moves as a whole is still its own.
  func moved(_ sources: any SourceTree) -> KindTable {
    KindTable(
      site.kinds.all.map { kind in
        guard let folder = kind.folder, !folder.isEmpty, kind.folderRange != nil,
          let target = target(of: URLPath.contentPrefix + folder, sources)
        else { return kind }
        var kind = kind
        kind.folder = String(target.dropFirst(URLPath.contentPrefix.count))
        return kind
      })
  }

  /// Where `site.yml` names the folders of kinds that have another one after the move.
  func edits(_ after: KindTable) -> [TextEdit] {
    zip(site.kinds.all, after.all).compactMap { old, new in
      guard old.folder != new.folder, let folder = new.folder, let range = old.folderRange else {
        return nil
      }
      return TextEdit(range, Scalar.written(folder))
    }
  }

  /// The kinds of pages that would be of another one where they go, as nothing but their folder says
  /// which, by the paths of their files.
  func left(_ after: KindTable) -> [String: String] {
    var kinds: [String: String] = [:]
    for page in site.pages where (page.head.kind ?? "").isEmpty {
      guard let path = page.source?.path, let new = move.files[path],
        let kind = site.kinds.kind(ofFile: path), after.kind(ofFile: new) != kind
      else { continue }
      kinds[path] = site.kinds.all[kind].name
    }
    return kinds
  }

  /// Where a folder goes, when all that is in it goes there.
  private func target(of folder: String, _ sources: any SourceTree) -> String? {
    var targets = Set<Substring>()
    for entry in sources.entries where entry.path.hasPrefix(folder + "/") {
      let inner = entry.path.dropFirst(folder.count)
      guard let new = move.files[entry.path], new.hasSuffix(inner) else { return nil }
      targets.insert(new.dropLast(inner.count))
    }
    // All of `content/` is no kind's own.
    guard targets.count == 1, let target = targets.first, target.contains("/") else { return nil }
    return String(target)
  }
}
