import Diagnostics
import Markdown
import Search
import Values

/// A page's body after its one parse: its HTML with final links, and what others ask of it.
struct Body: Sendable {
  /// The HTML.
  var html: HTML
  /// The headings, in order.
  var headings: [Heading] = []
  /// Every id that the HTML holds, in order.
  var anchors: [String] = []
  /// The pages of this site that links lead to, in order, with repetitions.
  var targets: [PageIndex] = []
  /// The links that lead to an anchor, which can be checked when all bodies are known.
  var fragmentLinks: [FragmentLink] = []
  /// The links that lead nowhere or elsewhere than they should.
  var faults: [PlacedFault] = []
  /// Whether a link in it is more than an anchor of its own page, something outside the site, or the
  /// plain address of a page: what that leads to may change with any page or file of the site.
  var hasOddLinks = false
  /// Whether Liquid made the text or figures stand in it, which may ask anything of the site.
  var isTemplate = false
  /// Whether the body begins with its own first-level heading.
  var startsWithTopHeading = false
  /// The page as a search knows it; `nil` for a page that none may find.
  var search: SearchablePage?
  /// All links with their places, where somebody asks for them.
  var links: [WrittenLink] = []
  /// What the text is known by, before templates; `nil` where nobody wrote any.
  var signature: TextSignature?
  /// What comments in the body allow.
  var exemptions: [Exemption] = []
  /// All else that was found.
  var diagnostics: [Diagnostic] = []

  /// The body of a page that could not be rendered.
  static let empty = Body(html: HTML([], isBody: true))

  /// Notes a link to an anchor.
  mutating func add(_ fragment: String, of target: PageIndex, at place: Place) {
    fragmentLinks.append(
      FragmentLink(target: target, fragment: fragment, file: place.file.path, range: place.range))
  }
}

/// A link from a body to an anchor of a page of this site.
struct FragmentLink: Sendable {
  /// The page it leads to.
  var target: PageIndex
  /// The anchor there.
  var fragment: String
  /// The file it is written in.
  ///
  /// Only its path is kept: the bytes are read again where the link turns out to be wrong.
  var file: String
  /// Where it is written in that file.
  var range: SourceRange
}

/// A faulty link and where it is written.
struct PlacedFault: Sendable {
  var fault: LinkFault
  var place: Place
  /// Where the URL itself stands: for a reference link in its definition.
  var url: Place

  init(fault: LinkFault, place: Place, url: Place? = nil) {
    self.fault = fault
    self.place = place
    self.url = url ?? place
  }
}
