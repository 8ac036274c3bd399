import Diagnostics

/// What is known of a page when it has been made.
struct MadePage: Sendable {
  /// Whether it was written to the output.
  var isWritten = false
  /// Where the body stands in its file, where it stands there as it was rendered.
  var body: Range<Int>?
  /// The anchors that the layout added to those of the body.
  var anchors: [String] = []
  /// The links of the layout that lead nowhere.
  var faults: [PlacedFault] = []
  /// The links of the layout to anchors that its own page, seen alone, does not have.
  var fragments: [PlacedFragment] = []
  /// The pages that the layout's links lead to, with repetitions; empty where no rule asks.
  var targets: [PageIndex] = []
  /// All links of the layout with their places, where somebody asks for them.
  var links: [WrittenLink] = []
  /// What the layout's templates found.
  var diagnostics: [Diagnostic] = []
}

/// A link of a layout to an anchor, and where it is written.
struct PlacedFragment: Sendable {
  var target: PageIndex
  var fragment: String
  var place: Place
}
