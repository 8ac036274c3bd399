import Markdown
import YAML

extension SettingsReader {
  /// The keys of `site.yml`, those too that only later parts of the program read.
  static let keys = [
    KeyForm.required("title", .text(), "What the handbook is called"),
    KeyForm("description", .text(), "What it is about, in one sentence"),
    KeyForm("language", .text(), "The language of its pages, such as en-GB (default: en)"),
    KeyForm("licence", .text(), "What others may do with it, such as CC BY 4.0"),
    KeyForm(
      "url", .text(pattern: "https?://.+"),
      "Where the site is published; without it there is no sitemap and no feed"),
    KeyForm("layout", .text(), "The file in layouts/ for pages that name none, without its ending"),
    KeyForm(
      "html",
      .choice([
        Form.Option(HTMLPolicy.allowlist.rawValue, "What cannot do harm stays"),
        Form.Option(HTMLPolicy.none.rawValue, "No tags stay"),
        Form.Option(HTMLPolicy.all.rawValue, "All stays, scripts too"),
      ]), "What happens to HTML in pages (default: allowlist)"),
    KeyForm(
      "terms",
      .open(
        [], names: "^[A-Za-z_][A-Za-z0-9_-]*[?]?$", others: .either([.text(), .mapping(termKeys)])),
      "Words that an adopting organisation changes, by the names that pages use for them"),
    KeyForm("kinds", KindReader.form, "Kinds of page, and what each of their pages must tell"),
    KeyForm(
      "navigation", .list(.named("menu-entry")), "The menu, in order; without it the folders"),
    KeyForm(
      "rules", ModelRuleReader.rulesForm, "How severe rules are, and rules of the site's own"),
    KeyForm("registry", .text(), "The register's file, or a folder of them"),
    KeyForm("people", .text(), "The private file with the names of those in the register"),
    KeyForm(
      "extends", .either([.text(), .mapping(BaseReference.keys)]),
      "The handbook that this one adapts: a folder, or one in git"),
    KeyForm("remove", .list(.mapping(PageRemoval.keys)), "Pages of the base that are taken out"),
    KeyForm(
      "search", .either([.boolean, .mapping(SearchSettings.keys)]),
      "Whether the site can be searched, and which pages are left out"),
    KeyForm(
      "dates", .choice([Form.Option("git", "The days of changes come from git's history")]),
      "Where the days of changes come from that pages do not tell"),
    KeyForm("exclude", .several(.text()), "Path patterns of what is not published"),
    KeyForm(
      "data", .anything, "Data of your own for templates, or the path of a file that holds it"),
    KeyForm(
      "figures", .either([.text(), FigureForm.figures]),
      "Pictures drawn from data, or the path of the file that describes them"),
    KeyForm(
      "print", .either([.boolean, .mapping(PrintSettings.keys)]),
      "Whether there is one page with the whole handbook, for printing"),
    KeyForm(
      "requires", .text(pattern: "([<>=]{0,2}[0-9]+(\\.[0-9]+)*[ ,]*)+"),
      "The versions of the program that may build this site, such as >=1.2 <2"),
    KeyForm("edit", .text(), "The address at which a page is edited, with {path} for its file"),
    KeyForm(
      "editor", .text(pattern: "[A-Za-z-]+:.*\\{path\\}.*"),
      "A link that opens your editor, such as vscode://file{path}:{line}:{column}"),
    KeyForm(
      "feed", .either([.boolean, .mapping(FeedReader.keys)]), "Whether there are feeds of changes"),
    KeyForm(
      "security", .mapping(SecurityReader.keys), "How holes are reported, and headers for hosts"),
    KeyForm("limits", .mapping(LimitsReader.keys), "What the text of one page may cost"),
  ]

  /// What one term tells.
  static let termKeys = TermValue.Form.allCases.map { form in
    form == .name
      ? KeyForm.required(form.rawValue, .text(), "The word itself")
      : KeyForm(form.rawValue, .text(), form.meaning + ", where English would make it otherwise")
  }

  /// What one entry of the menu tells.
  static let menuKeys = [
    KeyForm("title", .text(), "What the menu calls it"),
    KeyForm("page", .text(), "The page or section that it leads to", or: ["section"]),
    KeyForm("tag", .text(), "All pages with this tag stand below it"),
    KeyForm("items", .list(.named("menu-entry")), "What stands below it", or: ["pages"]),
  ]

  /// `site.yml`, and the forms in it that hold themselves.
  static let form = Form.mapping(keys)
  static let definitions: [(name: String, form: Form)] = [
    ("menu-entry", .either([.text(), .mapping(menuKeys)])), ("field", FieldDeclaration.form),
    ("rule", ModelRuleReader.ruleForm), ("condition", ModelRuleReader.conditionForm),
    ("demand", ModelRuleReader.demandForm),
  ]
}

extension TermValue.Form {
  fileprivate var meaning: String {
    switch self {
    case .name: "The word itself"
    case .plural: "Several of it"
    case .a: "With 'a' or 'an'"
    case .the: "With 'the'"
    case .possessive: "Whose something is"
    case .start: "At the beginning of a sentence"
    case .title: "As a title"
    case .abbreviation: "Its short form"
    case .pluralStart: "Several of it at the beginning of a sentence"
    case .aStart: "With 'A' or 'An' at the beginning of a sentence"
    case .theStart: "With 'The' at the beginning of a sentence"
    case .pluralTitle: "Several of it, as a title"
    case .pluralPossessive: "Of several of it"
    case .possessiveStart: "Whose something is, at the beginning of a sentence"
    }
  }
}
