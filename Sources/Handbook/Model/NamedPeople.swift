/// The private file of people that a run is told of, in place of the one in `site.yml`.
package struct NamedPeople: Sendable {
  /// Its path as given: for findings.
  package let path: String
  /// Its bytes; `nil` where there is no such file.
  package let bytes: [UInt8]?
  /// Its path from the site's folder; `nil` where it lies elsewhere.
  package let sitePath: String?

  /// Names a file.
  package init(path: String, bytes: [UInt8]?, sitePath: String?) {
    self.path = path
    self.bytes = bytes
    self.sitePath = sitePath
  }
}

/// Whether git keeps a file out of the repository.
package enum GitAnswer: Sendable, Equatable {
  /// It is ignored, and not tracked.
  case ignored
  /// It is tracked, or the next `git add` would take it.
  case notIgnored
  /// The file lies in no work tree.
  case noWorkTree
  /// Git could not be asked; why, as a clause.
  case unknown(reason: String)
}
