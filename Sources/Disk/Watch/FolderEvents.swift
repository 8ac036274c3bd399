/// What happened in watched folders.
struct FolderEvents {
  /// The files at which something happened, relative to the site's folder.
  var files: Set<String> = []
  /// Whether folders came, went or moved, or too much happened to be told: then all must be listed.
  var mustList = false

  var isEmpty: Bool { files.isEmpty && !mustList }

  mutating func formUnion(_ other: FolderEvents) {
    files.formUnion(other.files)
    mustList = mustList || other.mustList
  }
}
