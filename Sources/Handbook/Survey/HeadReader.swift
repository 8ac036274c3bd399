import Diagnostics
import Values
import YAML

/// Reads a page's front matter into what the program knows of it.
struct HeadReader {
  private var decoder: NodeDecoder
  private let kinds: KindTable
  private var kind: KindIndex?
  private var head = PageHead()
  /// Front matter beside the page's keys, as written.
  private var data = ValueMap()
  /// The keys that no page has by itself.
  private var ownKeys: [Pair] = []

  /// Reads the front matter of `file`, which stands in `range`, for a site with `kinds`.
  ///
  /// `isFound` tells whether it is known where it stands.
  static func read(
    _ file: SourceFile, _ range: SourceRange, kinds: KindTable, isFound: Bool = true,
    _ patterns: inout PatternCache
  ) -> Diagnosed<PageHead> {
    let parsed = parseKeys(
      file: file, range: range, rule: "invalid-front-matter", limits: .frontMatter)
    var reader = HeadReader(decoder: NodeDecoder(file: file, rules: .page), kinds: kinds)
    reader.settleKind(parsed.value)
    for pair in parsed.value.pairs where !pair.key.hasPrefix("_") {
      reader.read(pair)
      reader.decoder.warnOfCutText(in: pair.value)
    }
    reader.warnOfNear(in: parsed.value)
    reader.head.isCutShort = !isFound || !parsed.diagnostics.isEmpty
    reader.readFields(parsed.value, range, &patterns)
    reader.head.data = reader.data
    let exemptions = Exemption.read(in: file, range, of: parsed.value)
    reader.head.exemptions = exemptions.value
    return Diagnosed(
      reader.head,
      parsed.diagnostics + reader.decoder.diagnostics + exemptions.diagnostics)
  }

  private init(decoder: NodeDecoder, kinds: KindTable) {
    self.decoder = decoder
    self.kinds = kinds
  }

  /// The kind that the page names, else that of its folder.
  private mutating func settleKind(_ mapping: Mapping) {
    guard let node = mapping["kind"], let name = decoder.text(node, as: "kind"), !name.isEmpty
    else {
      kind = kinds.kind(ofFile: decoder.file.path)
      return
    }
    kind = kinds.kind(name)
    guard kind == nil, name != Kind.ofNone else { return }
    let names = kinds.all.map(\.name) + [Kind.ofNone]
    let near = nearest(to: name, among: names)
    decoder.report(
      Diagnostic(
        "invalid-field", .error, at: Place(decoder.file, node.range),
        "site.yml declares no kind '\(name)'",
        help: near.map { "did you mean '\($0)'?" }
          ?? "write one of \(names.joined(separator: ", "))",
        fix: Fix(ofValueAt: Place(decoder.file, node.range), to: near)))
  }

  private mutating func readFields(
    _ mapping: Mapping, _ range: SourceRange, _ patterns: inout PatternCache
  ) {
    guard let kind else { return }
    let start = mapping.pairs.first?.keyRange ?? range.lowerBound..<range.lowerBound
    var reader = FieldReader(decoder: decoder, patterns: patterns)
    head.fields = reader.read(mapping, as: kinds.all[kind], kind, range: start)
    patterns = reader.patterns
    // Of what cannot be read, nobody can tell what is missing.
    if !head.isCutShort { decoder = reader.decoder }
  }

  private mutating func read(_ pair: Pair) {
    let node = pair.value
    data[pair.key] = node.value
    // An empty text counts as absent, whatever belongs there.
    if node.scalar?.text.isEmpty == true, Self.knownKeys.contains(pair.key) { return }
    switch pair.key {
    case "title": head.title = text(pair)
    case "subtitle": head.subtitle = text(pair)
    case "nav_title": head.navigationTitle = text(pair)
    case "description": head.description = text(pair)
    case "layout": head.layout = located(pair)
    case "kind": head.kind = node.scalar?.text
    case "owner": head.owner = text(pair)
    case "review_in": readReviewPeriod(pair)
    case "tags": head.tags = unique(decoder.texts(node, as: pair.key) ?? [])
    case "order": head.order = decoder.number(node, as: pair.key)
    case "date": head.date = decoder.date(node, as: pair.key)
    case "updated": head.updated = decoder.date(node, as: pair.key)
    case "reviewed":
      head.reviewed = decoder.date(node, as: pair.key).map { Located(value: $0, range: node.range) }
    case "draft": if decoder.boolean(node, as: pair.key) == true { head.isDraft = true }
    case "noindex": head.isHiddenFromSearch = decoder.boolean(node, as: pair.key) ?? false
    case "liquid": head.rendersLiquid = decoder.boolean(node, as: pair.key) ?? true
    case "status": readStatus(pair)
    case "aliases": head.aliases = paths(pair)
    case "related": head.related = locatedTexts(pair)
    case "url", "permalink": head.path = paths(pair).first
    case "toc": readContents(pair)
    case "changes": head.changes = decoder.nodes(node).compactMap { change($0) }
    case "sources":
      head.sourceLinks = decoder.nodes(node).flatMap { MarkdownValue.links(in: $0, decoder.file) }
    case "adapts": break
    // What a page of a kind may tell is the business of its kind.
    default: if kind == nil { ownKeys.append(pair) }
    }
  }

  /// The text of a value; an empty one counts as absent.
  private mutating func text(_ pair: Pair) -> String? {
    let text = decoder.text(pair.value, as: pair.key)
    return text == "" ? nil : text
  }

  private mutating func located(_ pair: Pair) -> Located<String>? {
    text(pair).map { Located(value: $0, range: pair.value.range) }
  }

  private mutating func locatedTexts(_ pair: Pair) -> [Located<String>] {
    decoder.nodes(pair.value).compactMap { node in
      decoder.text(node, as: pair.key).map { Located(value: $0, range: node.range) }
    }.filter { !$0.value.isEmpty }
  }

  /// Paths of URLs of this site, which begin with `/` and name what a file may be called.
  private mutating func paths(_ pair: Pair) -> [Located<String>] {
    locatedTexts(pair).filter { path in
      let bare = path.value.prefix { $0 != "#" }
      let isPath =
        bare.hasPrefix("/") && !bare.contains("?")
        && percentDecoded(bare).map { URLPath($0).outputPath != nil } ?? false
      if !isPath { decoder.report(.noPath(path, key: pair.key, in: decoder.file)) }
      return isPath
    }
  }

  /// `{date: 2026-06-30, note: what changed}`, or the day alone.
  private mutating func change(_ node: Node) -> PageChange? {
    guard let mapping = node.mapping else {
      return decoder.date(node, as: "changes").map { PageChange(date: $0, note: nil) }
    }
    decoder.refuseUnknownKeys(of: mapping, known: Self.changeKeys.names, owner: "a change")
    guard let day = mapping["date"] else {
      decoder.reportMissing("date", of: "this change", at: node.range)
      return nil
    }
    let note = mapping["note"].flatMap { decoder.text($0, as: "note") }
    return decoder.date(day, as: "date").map { PageChange(date: $0, note: note) }
  }

  private mutating func readStatus(_ pair: Pair) {
    guard let text = text(pair) else { return }
    head.status = PageStatus(rawValue: text)
    if head.status == .draft { head.isDraft = true }
    guard head.status == nil else { return }
    let allowed = PageStatus.allCases.map(\.rawValue)
    let near = nearest(to: text, among: allowed)
    let place = Place(decoder.file, pair.value.range)
    decoder.report(
      Diagnostic(
        "invalid-field", .error, at: place, "'\(text)' is no status",
        help: near.map { "did you mean '\($0)'?" }
          ?? "write one of \(allowed.joined(separator: ", "))",
        fix: Fix(ofWord: text, to: near, at: place)))
  }

  private mutating func readReviewPeriod(_ pair: Pair) {
    guard let text = text(pair) else { return }
    head.reviewPeriod = ReviewPeriod(text)
    guard head.reviewPeriod == nil else { return }
    decoder.wrongType(
      pair.value, "'\(text)' is no time between two reviews",
      help: "write a number and days, weeks, months or years, such as '12 months'")
  }

  /// `toc: false`, `toc: true`, or `toc: {from: 2, to: 4}`.
  private mutating func readContents(_ pair: Pair) {
    guard let mapping = pair.value.mapping else {
      if decoder.boolean(pair.value, as: pair.key) == false { head.contents = .none }
      return
    }
    decoder.refuseUnknownKeys(of: mapping, known: Self.contentsKeys.names, owner: "'toc'")
    let from = mapping["from"].flatMap { decoder.integer($0, as: "from") } ?? 2
    let to = mapping["to"].flatMap { decoder.integer($0, as: "to") } ?? max(3, from)
    guard (1...6).contains(from), (from...6).contains(to) else {
      decoder.wrongType(
        pair.value, "'toc' must name heading levels from 1 to 6, the lower first",
        help: "write 'toc: {from: 2, to: 3}'")
      return
    }
    head.contents = .levels(from: from, to: to)
  }

  private mutating func warnOfNear(in mapping: Mapping) {
    guard !ownKeys.isEmpty else { return }
    var taken = TakenKeys(of: mapping)
    for pair in ownKeys {
      guard let near = NearKey.known(for: pair) else { continue }
      let otherwise = taken.refusal(of: near.key) ?? near.otherwise
      let place = Place(decoder.file, pair.keyRange)
      decoder.report(
        Diagnostic(
          "near-key", .warning, at: place,
          "'\(pair.key)' means nothing here, and looks like '\(near.key)'",
          help: (otherwise.map { "\($0); or write" } ?? "write '\(near.key)', or")
            + " '_\(pair.key)' for a key of your own",
          fix: otherwise == nil ? Fix(ofWord: pair.key, to: near.key, at: place) : nil))
    }
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen = Set<String>()
    return texts.filter { seen.insert($0).inserted }
  }
}

extension Diagnostic {
  fileprivate static func noPath(
    _ path: Located<String>, key: String, in file: SourceFile
  ) -> Diagnostic {
    Diagnostic(
      "invalid-field", .error, at: Place(file, path.range),
      "'\(path.value)' is no path that a page can have",
      help: path.value.contains("?")
        ? "leave out '?' and what follows: a site of files gives the same page with it as without"
        : path.value.hasPrefix("/")
          ? "leave out parts that are empty, begin with '.' or '-', or hold control characters"
          : "begin it with '/', such as '/\(path.value)'")
  }
}
