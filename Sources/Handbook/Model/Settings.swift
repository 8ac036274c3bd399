import Diagnostics
import Markdown
import Values
import YAML

/// What `site.yml` says, typed.
struct Settings: Sendable {
  /// The file it was read from.
  var file: SourceFile
  var title = ""
  var description = ""
  var language = "en"
  var licence = ""
  /// Where the site is published, with a final slash; `nil` when it is not said.
  var url: SiteURL?
  /// The layout of a page that names none.
  var layout: Located<String>?
  /// What happens to raw HTML in Markdown.
  var html = HTMLPolicy.allowlist
  var terms: [Term] = []
  /// The kinds of page.
  var kinds = KindTable()
  /// The menu as written; `nil` for the folders' order.
  var navigation: [NavigationItem]?
  var rules = RuleSettings()
  /// Whether the file could not be read to its end; then nothing can be said of the rest of the site.
  var isCutShort = false
  /// What comments in the file allow.
  var exemptions: [Exemption] = []
  /// The path of the register's data file; `nil` when there is none.
  var registry: Located<String>?
  /// The path of the private file that resolves the register's pseudonyms.
  var people: Located<String>?
  /// Path patterns of what is not published.
  var exclude: [String] = []
  /// Free data for templates.
  var data = ValueMap()
  /// The path of the file that holds the data, where it is not inline.
  var dataFile: Located<String>?
  /// The pictures that pages may hold, as written: inline, or the path of a file.
  var figures: Node?
  /// How the site is searched; `nil` where it is not.
  var search: SearchSettings? = SearchSettings()
  /// How the site is printed; `nil` where it has no page for that.
  var print: PrintSettings?
  /// Whether pages that do not say when they were changed get the day of their last commit.
  var isDatedByGit = false
  /// What one page's text may cost.
  var limits = MarkdownLimits.standard
  /// The path of the file of figures, where they are not inline.
  var figuresFile: String? { figures?.scalar?.text }
  /// The pattern of an edit link: `{path}` in it stands for the page's source.
  var edit: String?
  /// The pattern of a link that opens the editor, with `{path}`, `{line}` and `{column}`.
  var editor: String?
  /// The feeds of changes.
  var feed = FeedSettings()
  /// How holes are reported, and how hosts are told of the content policy; `nil` where it is not said.
  var security: SecuritySettings?
}

extension Settings {
  /// Those of a file of which nothing could be read.
  static func unread(_ file: SourceFile) -> Settings {
    var settings = Settings(file: file)
    settings.isCutShort = true
    return settings
  }
}

/// What feeds of changes a site has.
struct FeedSettings: Sendable {
  var isOn = true
  /// Whether each section has one too.
  var sections = true
  /// How many changes a feed tells at most.
  var entries = 50
}

/// A word that an adopting organisation changes, with the forms that were written for it.
struct Term: Sendable {
  /// The name templates use, such as `service_manager`.
  var key: String
  /// The word itself.
  var name: String
  /// Forms given by hand, by form name.
  var forms: [String: String]
  /// Where the key stands in `site.yml`.
  var range: SourceRange
}

/// One entry of the menu as `site.yml` writes it.
struct NavigationItem: Sendable {
  /// What the entry leads to.
  enum Target: Sendable {
    /// A page or section by its path.
    case page(Located<String>)
    /// All pages with a tag.
    case tag(String)
    /// The entries below, without a page of its own.
    case group([NavigationItem])
  }

  var title: String?
  var target: Target
}

/// The severities that a site sets for rules.
struct RuleSettings: Sendable {
  /// How severe a rule is on this site.
  enum Level: String, Sendable, CaseIterable {
    case error, warning, off
  }

  /// Levels that hold everywhere, by rule.
  var levels: [String: Level] = [:]
  /// Levels that hold in files whose path matches the pattern; a later one wins.
  var paths: [(pattern: String, levels: [String: Level])] = []
  /// The rules that the site declares itself, in the order of `site.yml`.
  var declared: [ModelRule] = []

  init() {}

  /// Whether the rule is on in any file.
  func isOn(_ rule: RuleText) -> Bool {
    let level = levels[rule.id] ?? (rule.severity == nil ? .off : .warning)
    return level != .off || paths.contains { ($0.levels[rule.id] ?? .off) != .off }
  }

  /// Whether a rule of the site's own is on in any file.
  func isOn(_ rule: ModelRule) -> Bool {
    levels[rule.id] != .off || paths.contains { ($0.levels[rule.id] ?? .off) != .off }
  }

  /// The level of `rule` in the file at `path`, or `nil` for the rule's own.
  func level(of rule: String, at path: String) -> Level? {
    for entry in paths.reversed() {
      if let level = entry.levels[rule], matches(entry.pattern, path) { return level }
    }
    return levels[rule]
  }
}
