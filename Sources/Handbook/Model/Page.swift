import Diagnostics
import Values

/// Which page of a site: its place among the site's pages.
typealias PageIndex = Int

/// Where a page comes from.
enum PageOrigin: Sendable {
  /// Somebody wrote it in this file.
  case file(SourceEntry)
  /// The program makes it from what stands at this place.
  case generated(Place)
}

/// Where a page is found by those who do not know its address.
enum PageListing: Sendable {
  /// In menus and in lists.
  case everywhere
  /// In lists but in no menu: it is one of very many of its kind.
  case listsOnly
  /// Nowhere: not in lists, search, sitemap or data either.
  case nowhere
}

/// A page as it is known before any body is rendered.
struct Page: Sendable {
  /// Where it comes from.
  var origin: PageOrigin
  /// What else than the register a page is for that the program makes.
  var purpose: Purpose?
  /// What of the register it shows: also of an authored page that stands at a generated one's URL.
  var subject: RegisterSubject?
  /// Where it is found.
  var listing = PageListing.everywhere
  /// Kept apart, as lists of pages are copied often.
  private var keptHead: Boxed<PageHead>
  /// Where it is published.
  var path: URLPath
  /// The path as it stands in links, without the base path.
  var url: String
  /// The offset in the file at which the body begins.
  var bodyStart: Int
  /// What heads the page: `title`, else `subtitle`, else the first heading, else the file's name.
  var title: String
  /// The title for menus and lists.
  var navigationTitle: String

  init(
    origin: PageOrigin, purpose: Purpose? = nil, subject: RegisterSubject? = nil,
    listing: PageListing = .everywhere, head: Boxed<PageHead>, path: URLPath, url: String,
    bodyStart: Int, title: String, navigationTitle: String
  ) {
    self.origin = origin
    self.purpose = purpose
    self.subject = subject
    self.listing = listing
    keptHead = head
    self.path = path
    self.url = url
    self.bodyStart = bodyStart
    self.title = title
    self.navigationTitle = navigationTitle
  }

  /// What its front matter says.
  var head: PageHead {
    get { keptHead.value }
    set { keptHead = Boxed(newValue) }
  }

  /// What a page of the program's own is for.
  enum Purpose: Sendable {
    /// To find other pages.
    case search
    /// To print all pages.
    case print
  }

  /// The file it is written in; `nil` for a generated page.
  var source: SourceEntry? {
    switch origin {
    case .file(let entry): entry
    case .generated: nil
    }
  }

  /// Whether it is about other pages only: the program's own page for searching or printing.
  var isService: Bool { purpose != nil }

  /// The place of a finding about the page as a whole.
  ///
  /// The bytes of an authored page are not read.
  var place: Place {
    switch origin {
    case .file(let entry): Place(SourceFile(path: entry.path, bytes: []), 0..<0)
    case .generated(let place): place
    }
  }

  /// Whether the page is left out of a build without drafts.
  var isDraft: Bool { head.isDraft }
}

/// A value of front matter and where it stands in the file.
struct Located<Content: Sendable>: Sendable {
  /// The value.
  var value: Content
  /// Where it is written.
  var range: SourceRange
}

/// How a page's contents list is made.
enum ContentsList: Sendable, Equatable {
  /// None.
  case none
  /// Headings of these levels, both included.
  case levels(from: Int, to: Int)

  /// What a page has that says nothing: levels 2 and 3.
  static let standard = ContentsList.levels(from: 2, to: 3)
}

/// How far a page's text is.
enum PageStatus: String, Sendable, CaseIterable {
  /// Being written; not published without `--drafts`.
  case draft
  /// Published with little in it yet.
  case stub
  /// Finished.
  case ready
  /// Replaced by another page.
  case superseded
  /// No longer holds.
  case withdrawn
}

/// A change of a page that its front matter tells.
struct PageChange: Sendable, Equatable {
  var date: PlainDate
  /// What changed; `nil` where it is not said.
  var note: String?
}

/// The known keys of a page's front matter, typed, and all that was written.
struct PageHead: Sendable {
  var title: String?
  var subtitle: String?
  var navigationTitle: String?
  var description: String?
  var layout: Located<String>?
  var tags: [String] = []
  /// The kind as it is written; `fields` know the one that the page is of.
  var kind: String?
  var order: Double?
  var date: PlainDate?
  var updated: PlainDate?
  /// What changed and when, in the order written.
  var changes: [PageChange] = []
  var status: PageStatus?
  var owner: String?
  var reviewed: Located<PlainDate>?
  var reviewPeriod: ReviewPeriod?
  var aliases: [Located<String>] = []
  var related: [Located<String>] = []
  /// The URLs of the links that stand in `sources`, which are Markdown.
  var sourceLinks: [Located<String>] = []
  /// `url` or `permalink`: where the page is published instead of where its file says.
  var path: Located<String>?
  var isDraft = false
  var isHiddenFromSearch = false
  var contents = ContentsList.standard
  var rendersLiquid = true
  /// What the page tells in the fields of its kind; `nil` for a page of no kind.
  var fields: PageFields?
  /// Whether some of it cannot be read, so that what is not here may be there.
  var isCutShort = false
  /// What comments in the front matter allow.
  var exemptions: [Exemption] = []
  /// All keys as written, in order; the known ones too.
  var data = ValueMap()

  init() {}

  /// The day on which the page is to be reviewed again.
  var reviewDue: PlainDate? {
    reviewed.flatMap { reviewed in reviewPeriod.flatMap { $0.end(from: reviewed.value) } }
  }
}
