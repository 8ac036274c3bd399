import Diagnostics
import Liquid
import Markdown
import Values

/// A layout: a template, the values its front matter gives, and the layout round it.
struct Layout: Sendable {
  var template: Template
  var values = ValueMap()
  var parent: Located<String>?
  /// Whether it makes what stands in a page rather than a whole page, and names no layout round it:
  /// then the site's usual one stands round it.
  var isFragment = false
  var file: SourceFile
}

/// The templates of a site, each parsed once, and how bodies are rendered.
struct TemplateTable: Sendable {
  /// How Markdown becomes HTML on this site.
  let markdown: MarkdownOptions
  /// The images of the site, by URL.
  let images: [String: SourceEntry]
  private let layouts: [String: Layout]
  private let defaultLayout: String
  /// The layouts of kinds.
  private let kindLayouts: [String?]
  private let builtIn: Layout
  private let partials: Partials
  private let bodyEnvironment: Environment
  /// The paths of pages that somebody else changed.
  private let untrusted: Set<String>

  init(
    settings: Settings, layouts: [String: Layout], builtIn: Layout, partials: Partials,
    environment: Environment, files: [PublishedFile], untrusted: Set<String> = []
  ) {
    markdown = MarkdownOptions(settings)
    images = Dictionary(
      files.filter {
        ["png", "jpg", "jpeg", "gif", "webp"].contains(FileName.fileExtension($0.entry.path))
      }
      .map { ($0.url.encoded, $0.entry) },
      uniquingKeysWith: { first, _ in first })
    self.layouts = layouts
    kindLayouts = settings.kinds.all.map { $0.layout?.value }
    defaultLayout = settings.layout?.value ?? Self.conventionalLayout
    self.builtIn = builtIn
    self.partials = partials
    bodyEnvironment = environment
    self.untrusted = untrusted
  }

  /// The layout that is used where neither a page nor `site.yml` names one, when there is such a file.
  static let conventionalLayout = "page"

  /// The layouts round a page's body, innermost first; the built-in one where the site has none.
  func layouts(for page: Page) -> [Layout] {
    var chain: [Layout] = []
    var name: String? =
      page.head.layout?.value ?? page.head.fields.flatMap { kindLayouts[$0.kind] } ?? defaultLayout
    // Layouts that name each other in a circle are a finding; here the circle is cut.
    while let next = name, let layout = layouts[next], chain.count < layouts.count {
      chain.append(layout)
      name =
        layout.parent?.value ?? (layout.isFragment && next != defaultLayout ? defaultLayout : nil)
    }
    let isWhole = chain.last.map { !$0.isFragment } ?? false
    return isWhole ? chain : chain + [builtIn]
  }

  /// A page's body as a template.
  func body(_ file: SourceFile, _ range: SourceRange) -> Diagnosed<Template> {
    let environment = untrusted.contains(file.path) ? bodyEnvironment.untrusted : bodyEnvironment
    return Template.parse(TemplateSource(file, range), in: environment, partials: partials)
  }

  /// How the Markdown of a page's file becomes HTML, where `usual` is how it does on this site.
  func markdown(_ usual: MarkdownOptions, for path: String?) -> MarkdownOptions {
    path.map(untrusted.contains) == true ? usual.untrusted : usual
  }
}

extension MarkdownOptions {
  /// How Markdown becomes HTML on a site with these settings.
  init(_ settings: Settings) {
    self.init(
      html: settings.html, limits: settings.limits, labels: .english, collectsPlainText: false)
  }
}
