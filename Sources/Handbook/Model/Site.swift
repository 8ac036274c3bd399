import Diagnostics
import Register
import Values

/// Everything that is known of a site before any body is rendered.
///
/// It never changes.
final class Site: Sendable {
  let settings: Settings
  /// The day the site is built for: what statuses and templates call today.
  let asOf: PlainDate
  let publishesDrafts: Bool
  let pages: [Page]
  let tree: PageTree
  let collections: Collections
  let navigation: Navigation
  /// Files published as they are, in the order of their paths.
  let files: [PublishedFile]
  let links: LinkResolver
  let terms: TermTable
  let register: RegisterView?
  let feeds: ChangeFeeds
  /// Which pages name each other in the fields of their kinds.
  let references: References
  /// How fields call pages.
  let names: ReferenceResolver
  let figures: FigureTable
  /// How it differs from the handbook that it adapts; `nil` where it adapts none.
  let adaptation: Adaptation?
  /// The terms in the words of the outermost base, which anchors are made of; `nil` where they are
  /// the site's own.
  let anchorTerms: TermTable?
  /// The forms of terms that texts are searched for, in the order of the searched phrases.
  let termForms: [TermForm]

  init(
    settings: Settings, asOf: PlainDate, publishesDrafts: Bool, pages: [Page], tree: PageTree,
    collections: Collections, navigation: Navigation, files: [PublishedFile], links: LinkResolver,
    terms: TermTable, register: RegisterView?, feeds: ChangeFeeds, references: References,
    names: ReferenceResolver, figures: FigureTable, adaptation: Adaptation?
  ) {
    self.settings = settings
    self.asOf = asOf
    self.publishesDrafts = publishesDrafts
    self.pages = pages
    self.tree = tree
    self.collections = collections
    self.navigation = navigation
    self.files = files
    self.links = links
    self.terms = terms
    self.register = register
    self.feeds = feeds
    self.references = references
    self.names = names
    self.figures = figures
    self.adaptation = adaptation
    anchorTerms = adaptation.flatMap { terms.with($0.anchorTerms) }
    termForms = TermForm.all(terms, replacing: adaptation)
  }

  /// The kinds of page.
  var kinds: KindTable { settings.kinds }

  /// The kind of a page; `nil` for a page of none.
  func kind(of page: PageIndex) -> Kind? {
    pages[page].head.fields.map { kinds.all[$0.kind] }
  }

  /// How a page differs from the base's; `nil` where it does not.
  func change(of page: PageIndex) -> Adaptation.Change? {
    adaptation.flatMap { adaptation in
      pages[page].source.flatMap { adaptation.changesByPath[$0.path] }
    }
  }

  /// The entry of the register that a page shows; `nil` where it shows none or all.
  func entry(of page: PageIndex) -> Value? {
    pages[page].subject.flatMap { register?.entry(of: $0) }
  }

  /// Whether a page is written to the output.
  func isPublished(_ page: PageIndex) -> Bool {
    publishesDrafts || !pages[page].isDraft
  }
}
