import Diagnostics
import YAML

/// What changes in the front matter of pages that move.
struct MovedHeads {
  /// The files that change, by path.
  private(set) var files: [String: SourceFile] = [:]
  /// What keeps pages of the kinds that they were of by their folders, by file.
  private(set) var kinds: [String: [TextEdit]] = [:]
  /// That, and what is said of their former addresses, by file.
  private(set) var all: [String: [TextEdit]] = [:]

  /// Finds what changes where the pages of `site` become `pages`.
  ///
  /// `kept` are the kinds to be written down, by the paths of files.
  init(
    _ site: Site, _ pages: [Page], keeping kept: [String: String], _ sources: any SourceTree
  ) throws(SourceError) {
    for (old, new) in zip(site.pages, pages) {
      guard let entry = old.source else { continue }
      let (isElsewhere, kind) = (old.path.key != new.path.key, kept[entry.path])
      guard isElsewhere || kind != nil else { continue }
      let file = SourceFile(path: entry.path, bytes: try sources.read(entry))
      var (kindOnly, head) = (HeadEdit(file), HeadEdit(file))
      if isElsewhere {
        // Nobody knows the former address of a draft; one that differs by case alone is no other on some
        // disks.
        let isOther = old.path.key.lowercased() != new.path.key.lowercased()
        head.changeAliases(adding: isOther && !old.isDraft ? old.url : nil) { alias in
          let (path, fragment) = Redirects.split(alias)
          return fragment == nil && path.key.lowercased() == new.path.key.lowercased()
        }
      }
      if let kind {
        head.set("kind", to: Scalar.written(kind))
        kindOnly.set("kind", to: Scalar.written(kind))
      }
      files[file.path] = file
      (kinds[file.path], all[file.path]) = (kindOnly.edits, head.edits)
    }
  }
}
