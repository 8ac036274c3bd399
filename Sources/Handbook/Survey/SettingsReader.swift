import Diagnostics
import Liquid
import Markdown
import Values
import YAML

/// Reads the site's settings, `site.yml`.
struct SettingsReader {
  private var decoder: NodeDecoder
  private var settings: Settings
  private var rules: Pair?
  /// Whether a base is named.
  private var hasBase = false

  /// The rule of errors of syntax.
  static let syntaxRule = "invalid-front-matter"

  /// Reads the settings of a file.
  ///
  /// `url`, where given, takes the place of the one written there.
  static func read(_ file: SourceFile, url: SiteURL?) -> Diagnosed<Settings> {
    let parsed = parseMapping(
      file: file, range: 0..<file.bytes.count, rule: Self.syntaxRule, limits: .dataFile)
    var reader = SettingsReader(
      decoder: NodeDecoder(file: file, rules: .page), settings: Settings(file: file))
    reader.settings.isCutShort = parsed.diagnostics.contains { $0.rule == Self.syntaxRule }
    reader.decoder.refuseUnknownKeys(of: parsed.value, known: keys.names, owner: "site.yml")
    reader.hasBase = parsed.value["extends"] != nil
    for pair in parsed.value.pairs { reader.read(pair) }
    reader.refuseShadowedTerms()
    reader.refuseTwins()
    // Rules are about the kinds, wherever those stand.
    if let rules = reader.rules { reader.readRules(rules) }
    if reader.settings.title.isEmpty, parsed.diagnostics.isEmpty {
      reader.decoder.reportMissing("title", of: "site.yml", at: 0..<0)
    }
    if let url { reader.settings.url = url }
    let exemptions = Exemption.read(in: file, 0..<file.bytes.count, of: parsed.value)
    reader.settings.exemptions = exemptions.value
    return Diagnosed(
      reader.settings,
      parsed.diagnostics + reader.decoder.diagnostics + exemptions.diagnostics)
  }

  private init(decoder: NodeDecoder, settings: Settings) {
    self.decoder = decoder
    self.settings = settings
  }

  private mutating func read(_ pair: Pair) {
    let node = pair.value
    switch pair.key {
    case "title": settings.title = text(pair) ?? ""
    case "description": settings.description = text(pair) ?? ""
    case "language": settings.language = text(pair) ?? "en"
    case "licence": settings.licence = text(pair) ?? ""
    case "edit": settings.edit = text(pair)
    case "editor": readEditor(pair)
    case "layout": settings.layout = located(pair)
    case "registry": settings.registry = located(pair)
    case "people": settings.people = located(pair)
    case "exclude": settings.exclude = decoder.texts(node, as: pair.key) ?? []
    case "url": readURL(pair)
    case "html": readHTML(pair)
    case "terms": readTerms(pair)
    case "kinds": settings.kinds = KindReader.read(pair, &decoder)
    case "rules": rules = pair
    case "navigation":
      if let nodes = decoder.list(node, as: pair.key) { settings.navigation = items(nodes) }
    case "search": settings.search = SearchSettings.read(pair, &decoder)
    case "print": settings.print = PrintSettings.read(pair, &decoder)
    case "dates": readDates(pair)
    case "limits": settings.limits = LimitsReader.read(pair, &decoder)
    case "feed": settings.feed = FeedReader.read(pair, &decoder)
    case "security": settings.security = SecurityReader.read(pair, &decoder)
    case "requires": RequirementReader.check(pair, &decoder)
    case "figures": settings.figures = node.isNull ? nil : node
    case "extends": _ = BaseReference.read(node, &decoder)
    case "remove": if !hasBase, !node.isNull { decoder.report(.noBase(pair, in: decoder.file)) }
    case "data":
      if node.mapping == nil {
        settings.dataFile = located(pair)
      } else if case .map(let map) = node.value {
        settings.data = map
      }
    default: break
    }
  }

  private mutating func text(_ pair: Pair) -> String? {
    decoder.text(pair.value, as: pair.key).flatMap { $0.isEmpty ? nil : $0 }
  }

  private mutating func located(_ pair: Pair) -> Located<String>? {
    text(pair).map { Located(value: $0, range: pair.value.range) }
  }

  private mutating func readURL(_ pair: Pair) {
    guard let text = text(pair) else { return }
    settings.url = SiteURL(text)
    if settings.url == nil {
      decoder.wrongType(
        pair.value, "'\(text)' is no address of a site",
        help: "write it in full, such as 'https://handbook.example/'")
    }
  }

  /// A link that browsers hand on to an editor, with `{path}`.
  private mutating func readEditor(_ pair: Pair) {
    guard let text = text(pair) else { return }
    let scheme = text.prefix { $0 != ":" }.lowercased()
    let isLink =
      text.contains(":") && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") }
    guard isLink, text.contains("{path}"), !["javascript", "data", "vbscript"].contains(scheme)
    else {
      decoder.wrongType(
        pair.value, "'\(text)' is no link that opens an editor",
        help: "write one such as 'vscode://file{path}:{line}:{column}'")
      return
    }
    settings.editor = text
  }

  private mutating func readDates(_ pair: Pair) {
    guard let text = text(pair) else { return }
    settings.isDatedByGit = text == "git"
    if text != "git" {
      decoder.wrongType(
        pair.value, "'dates' must be git, not '\(text)'",
        help: "leave it out where pages tell their dates themselves")
    }
  }

  private mutating func readHTML(_ pair: Pair) {
    guard let text = text(pair) else { return }
    if let policy = HTMLPolicy(rawValue: text) {
      settings.html = policy
    } else {
      decoder.wrongType(
        pair.value, "'html' must be allowlist, none or all, not '\(text)'",
        help: "leave it out for 'allowlist'")
    }
  }

  /// Readers could not tell two terms apart that have one name.
  private mutating func refuseTwins() {
    var seen: [String: String] = [:]
    for term in settings.terms {
      if let first = seen[term.name] {
        decoder.report(.twin(of: first, term, in: decoder.file))
      } else {
        seen[term.name] = term.key
      }
    }
  }

  /// Templates would print the page's own value in place of such a word.
  private mutating func refuseShadowedTerms() {
    for term in settings.terms {
      let isShadowed =
        HeadReader.knownKeys.contains(term.key) || Scope.ownNames.contains(term.key)
        || settings.kinds.memberNames.contains(term.key)
      if isShadowed { decoder.report(.shadowed(term, in: decoder.file)) }
    }
  }

  /// `key: word`, or `key: {name: word, plural: words, …}`.
  private mutating func readTerms(_ pair: Pair) {
    guard let mapping = decoder.mapping(pair.value, as: pair.key) else { return }
    for term in mapping.pairs {
      guard Template.isVariable(term.key) else {
        decoder.report(.unprintable(term, in: decoder.file))
        continue
      }
      guard let forms = term.value.mapping else {
        if let name = text(term) {
          settings.terms.append(Term(key: term.key, name: name, forms: [:], range: term.keyRange))
        }
        continue
      }
      decoder.refuseUnknownKeys(of: forms, known: Self.termKeys.names, owner: "a term")
      var written: [String: String] = [:]
      for form in forms.pairs { written[form.key] = text(form) }
      guard let name = written["name"] else {
        decoder.reportMissing("name", of: "the term '\(term.key)'", at: term.keyRange)
        continue
      }
      settings.terms.append(Term(key: term.key, name: name, forms: written, range: term.keyRange))
    }
  }

  /// `rule: level`, or `pattern: {rule: level}`.
  private mutating func readRules(_ pair: Pair) {
    guard let mapping = decoder.mapping(pair.value, as: pair.key) else { return }
    for entry in mapping.pairs {
      guard let rule = entry.value.mapping, ModelRuleReader.declares(rule) else { continue }
      if let rule = ModelRuleReader.read(entry, rule, settings.kinds, &decoder) {
        settings.rules.declared.append(rule)
      }
    }
    for entry in mapping.pairs {
      if let rules = entry.value.mapping {
        guard !ModelRuleReader.declares(rules) else { continue }
        var levels: [String: RuleSettings.Level] = [:]
        for rule in rules.pairs where isRule(rule) { levels[rule.key] = level(rule) }
        settings.rules.paths.append((entry.key, levels))
      } else if isRule(entry) {
        settings.rules.levels[entry.key] = level(entry)
      }
    }
  }

  /// Whether the key names a rule; where it does not, that is a finding.
  private mutating func isRule(_ pair: Pair) -> Bool {
    let isDeclared = settings.rules.declared.contains { $0.id == pair.key }
    guard RuleCatalogue.rule(pair.key) == nil, !isDeclared else { return true }
    decoder.report(
      Diagnostic(
        "unknown-key", .error, at: Place(decoder.file, pair.keyRange), "'\(pair.key)' is no rule",
        help: RuleCatalogue.help(forUnknown: pair.key)))
    return false
  }

  private mutating func level(_ pair: Pair) -> RuleSettings.Level? {
    // YAML 1.1 readers take `off` for false; here it is the word that was written.
    guard let text = text(pair) else { return nil }
    if let level = RuleSettings.Level(rawValue: text) { return level }
    decoder.wrongType(
      pair.value, "a rule is error, warning or off, not '\(text)'", help: "write one of the three")
    return nil
  }

  private mutating func items(_ nodes: [Node]) -> [NavigationItem] {
    nodes.compactMap { item($0) }
  }

  /// A path, or `{title, page | section | tag | items | pages}`.
  private mutating func item(_ node: Node) -> NavigationItem? {
    guard let mapping = node.mapping else {
      return decoder.text(node, as: "navigation").map {
        NavigationItem(title: nil, target: .page(Located(value: $0, range: node.range)))
      }
    }
    decoder.refuseUnknownKeys(
      of: mapping, known: Self.menuKeys.names, owner: "an entry of the menu")
    let title = mapping["title"].flatMap { decoder.text($0, as: "title") }
    if let page = mapping["page"] ?? mapping["section"] {
      return decoder.text(page, as: "page").map {
        NavigationItem(title: title, target: .page(Located(value: $0, range: page.range)))
      }
    }
    if let tag = mapping["tag"].flatMap({ decoder.text($0, as: "tag") }) {
      return NavigationItem(title: title, target: .tag(tag))
    }
    if let group = mapping["items"] ?? mapping["pages"],
      let nodes = decoder.list(group, as: "items")
    {
      return NavigationItem(title: title, target: .group(items(nodes)))
    }
    decoder.reportMissing("page", of: "this entry of the menu", at: node.range)
    return nil
  }
}

extension Diagnostic {
  fileprivate static func noBase(_ pair: Pair, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "unmatched-adaptation", .error, at: Place(file, pair.keyRange),
      "there is no base to take pages out of", help: "name it with 'extends', or remove the key")
  }

  fileprivate static func twin(of first: String, _ term: Term, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "duplicate-term", .warning, at: Place(file, term.range),
      "'\(first)' and '\(term.key)' are both called '\(term.name)'",
      help: "give one of them another name, or use one term for both")
  }

  fileprivate static func unprintable(_ term: Pair, in file: SourceFile) -> Diagnostic {
    let other = "\(term.key)_term"
    return Diagnostic(
      "invalid-field", .error, at: Place(file, term.keyRange),
      "a term cannot be called '\(term.key)': templates could not print it",
      help: Template.isVariable(other)
        ? "choose another name, such as '\(other)'"
        : "write a name of the letters a to z, digits and '_', such as 'service_manager'")
  }

  fileprivate static func shadowed(_ term: Term, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "term-shadowed", .error, at: Place(file, term.range),
      "a term cannot be called '\(term.key)': pages have a key of that name",
      help: "choose another name, such as '\(term.key)_term'")
  }
}
