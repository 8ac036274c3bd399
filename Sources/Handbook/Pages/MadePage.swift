import Diagnostics

/// What is known of a page when it has been made.
struct MadePage: Sendable {
  /// Whether it was written to the output.
  var isWritten = false
  /// Where the body stands in its file, where it does as it was rendered.
  var body: PublishedBody?
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

/// Where a page's body stands in its file: as it was rendered, but for the base path before URLs.
struct PublishedBody: Sendable, Equatable {
  /// Where it stands.
  var place: Range<Int>
  /// Where base paths stand in it, and how many bytes each has.
  var basePaths: [Int] = []
  var basePathLength = 0

  /// How many bytes it had when it was rendered.
  var length: Int { place.count - basePaths.count * basePathLength }

  /// The body as it was rendered; `nil` where the file is too short to be the one.
  func html(in file: [UInt8]) -> [UInt8]? {
    guard place.upperBound <= file.count, basePathLength <= file.count else { return nil }
    var (html, position): ([UInt8], Int) = ([], place.lowerBound)
    html.reserveCapacity(place.count)
    for basePath in basePaths {
      guard position <= basePath, basePath <= place.upperBound - basePathLength else { return nil }
      html += file[position..<basePath]
      position = basePath + basePathLength
    }
    html += file[position..<place.upperBound]
    return html
  }
}

/// A link of a layout to an anchor, and where it is written.
struct PlacedFragment: Sendable {
  var target: PageIndex
  var fragment: String
  var place: Place
}
