/// A stage of a build, in the order in which they run.
package enum BuildStage: String, Sendable, CaseIterable {
  /// Every page's front matter is read; addresses, lists, menu and links are settled.
  case survey
  /// Style sheets and scripts get their hashed names.
  case assets
  /// Bodies are rendered, and the pages made that need no other's body.
  case bodies
  /// Who links to whom.
  case join
  /// The other pages are made.
  case pages
  /// Feeds, data and search are made, and the rules judge the pages meanwhile.
  case files
}
