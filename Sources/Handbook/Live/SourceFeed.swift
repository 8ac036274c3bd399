/// The sources of a site that people are editing.
package protocol SourceFeed: Sendable {
  /// Waits until something more happened to the sources, at most for a time, and tells whether it
  /// did.
  ///
  /// It keeps a thread; what happened is told by `latest`.
  func wait(milliseconds: Int) -> Bool

  /// The sources as they are now, and where something happened since the call before.
  ///
  /// Files at the paths of `suspects` are looked at whatever happened.
  func latest(suspects: Set<String>) throws -> EditedSources

  /// Follows these files and folders too, relative to the site's folder.
  func follow(_ paths: [String])

  /// A one-line remark on how the sources are followed, where that is not as usual.
  var note: String? { get }
}

/// The sources of a site after an edit.
package struct EditedSources: Sendable {
  /// As they are now.
  package var sources: any SourceTree
  /// Where something happened.
  package var changed: Set<String>
  /// Whether they may be others than before.
  package var mayDiffer: Bool

  /// Creates it.
  package init(_ sources: any SourceTree, changed: Set<String>, mayDiffer: Bool) {
    self.sources = sources
    self.changed = changed
    self.mayDiffer = mayDiffer
  }
}
