import Diagnostics
import Values
import YAML

/// Why a handbook differs from its base, what that brings and costs, and who answers for it.
struct AdaptationReasons: Sendable {
  /// Why; empty where nobody wrote it down.
  var why = ""
  /// What is gained.
  var gain = ""
  /// What is lost.
  var loss = ""
  /// What is done about the loss.
  var governedBy = ""
  var owner = ""
  var decided: PlainDate?
  /// The day by which it is looked at again.
  var review: Located<PlainDate>?

  static let keys = [
    KeyForm("why", .text(), "Why this differs from the base"),
    KeyForm("gain", .text(), "What is gained"),
    KeyForm("loss", .text(), "What is lost"),
    KeyForm("governed_by", .text(), "What is done about the loss"),
    KeyForm("owner", .text(), "Who answers for the difference"),
    KeyForm("decided", .date, "The day on which it was decided"),
    KeyForm("review", .date, "The day by which it is looked at again"),
  ]

  /// Reads the reasons that stand among the keys of `mapping`.
  static func read(_ mapping: Mapping, _ decoder: inout NodeDecoder) -> AdaptationReasons {
    func text(_ key: String) -> String {
      mapping[key].flatMap { decoder.text($0, as: key) } ?? ""
    }
    var reasons = AdaptationReasons()
    reasons.why = text("why").trimmed
    reasons.gain = text("gain").trimmed
    reasons.loss = text("loss").trimmed
    reasons.governedBy = text("governed_by").trimmed
    reasons.owner = text("owner").trimmed
    reasons.decided = mapping["decided"].flatMap { decoder.date($0, as: "decided") }
    reasons.review = mapping["review"].flatMap { node in
      decoder.date(node, as: "review").map { Located(value: $0, range: node.range) }
    }
    return reasons
  }

  /// What is missing or overdue, where the entry stands at `range` of `file`.
  func diagnostics(_ file: SourceFile, _ range: SourceRange, asOf day: PlainDate) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if why.isEmpty {
      found.append(
        Diagnostic(
          "missing-reason", .warning, at: Place(file, range),
          "nobody wrote down why this differs from the base",
          help: "write it into 'why': readers see 'reason not recorded' until then"))
    }
    if let review, review.value <= day {
      found.append(
        Diagnostic(
          "overdue-adaptation", .warning, at: Place(file, review.range),
          "this difference from the base was to be looked at again by \(review.value)",
          help: "decide whether it still pays, and write the next day into 'review'",
          since: review.value.description))
    }
    return found
  }
}

extension String {
  /// The text without blanks and line ends at both ends.
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}

/// What a page's `adapts` says.
struct AdaptationMark: Sendable {
  /// How a page stands to the base's page at its path.
  enum Mode: String, Sendable, CaseIterable {
    /// It takes its place.
    case page
    /// Its sections say what they do to those of the base.
    case sections
  }

  var mode: Mode
  var reasons: AdaptationReasons
  /// The key in the front matter.
  var range: SourceRange
  /// Whether the front matter says nothing else.
  var isAlone: Bool

  /// What `adapts` may tell.
  static let keys =
    [
      KeyForm.required(
        "mode", .words(Mode.self), "Whether the page or its sections stand for the base's")
    ] + AdaptationReasons.keys

  /// Reads the mark of a page; `nil` where it has none that can be read.
  static func read(_ file: SourceFile) -> Diagnosed<(mark: AdaptationMark?, isWritten: Bool)> {
    guard let yaml = FrontMatter.split(file).value.yaml,
      file.bytes[yaml].firstRange(of: Array("adapts".utf8)) != nil
    else { return Diagnosed((nil, false)) }
    let mapping = parseMapping(
      file: file, range: yaml, rule: "invalid-front-matter", limits: .frontMatter)
    guard let pair = mapping.value.pairs.first(where: { $0.key == "adapts" }) else {
      return Diagnosed((nil, !mapping.diagnostics.isEmpty))
    }
    var decoder = NodeDecoder(file: file, rules: .page)
    guard let entry = decoder.mapping(pair.value, as: "adapts") else {
      if decoder.diagnostics.isEmpty {
        decoder.reportMissing("mode", of: "'adapts'", at: pair.keyRange)
      }
      return Diagnosed((nil, true), decoder.diagnostics)
    }
    decoder.refuseUnknownKeys(
      of: entry, known: keys.names, owner: "'adapts'")
    let mode = self.mode(entry, pair.keyRange, &decoder)
    let mark = AdaptationMark(
      mode: mode ?? .page, reasons: .read(entry, &decoder), range: pair.keyRange,
      isAlone: mapping.value.pairs.count == 1)
    return Diagnosed((mark, true), decoder.diagnostics)
  }

  private static func mode(
    _ entry: Mapping, _ range: SourceRange, _ decoder: inout NodeDecoder
  ) -> Mode? {
    guard let node = entry["mode"], let text = decoder.text(node, as: "mode") else {
      decoder.reportMissing("mode", of: "'adapts'", at: range)
      return nil
    }
    if let mode = Mode(rawValue: text) { return mode }
    decoder.wrongType(
      node, "'\(text)' is no mode",
      help: nearest(to: text, among: Mode.allCases.map(\.rawValue)).map { "did you mean '\($0)'?" }
        ?? "write page or sections")
    return nil
  }
}

/// A page of the base that this handbook takes out, as `remove` of `site.yml` says.
struct PageRemoval: Sendable {
  /// The base's page: its path among the sources, such as `content/a.md`.
  var path: String
  /// Where links to it lead instead.
  var linksTo: Located<String>?
  var reasons: AdaptationReasons
  /// Where the page is named.
  var range: SourceRange

  /// What an entry of `remove` may tell.
  static let keys =
    [
      KeyForm.required("page", .text(), "The base's page, by its address or file"),
      KeyForm("links_to", .text(), "Where links to it lead instead"),
    ] + AdaptationReasons.keys

  /// The page that a person names by its address, as its path says, or by its file, where it is there.
  static func page(named name: String, isThere: (String) -> Bool) -> String? {
    var name = name.prefix { $0 != "#" }
    if String(name).isPage, isThere(String(name)) { return String(name) }
    while name.hasPrefix("/") { name = name.dropFirst() }
    while name.hasSuffix("/") { name = name.dropLast() }
    let stem = URLPath.contentPrefix + name
    let candidates =
      name.isEmpty ? ["content/index.md"] : [stem + ".md", stem + "/index.md", String(stem)]
    return candidates.first { $0.isPage && isThere($0) }
  }

  /// Reads `remove` of `site.yml`, with the names of pages that are `unknown`; `find` looks up the base's
  /// page by its address or file.
  static func read(
    _ settings: Mapping, in file: SourceFile, find: (String) -> String?, all: () -> [String]
  ) -> Diagnosed<(removals: [PageRemoval], unknown: [String])> {
    guard let node = settings["remove"] else { return Diagnosed(([], [])) }
    var decoder = NodeDecoder(file: file, rules: .page)
    var removals: [PageRemoval] = []
    var unknown: [String] = []
    for item in decoder.list(node, as: "remove") ?? [] {
      guard let entry = decoder.mapping(item, as: "remove") else { continue }
      decoder.refuseUnknownKeys(
        of: entry, known: keys.names, owner: "a removed page")
      guard let page = entry["page"], let name = decoder.text(page, as: "page"), !name.isEmpty
      else {
        decoder.reportMissing("page", of: "this removed page", at: item.range)
        continue
      }
      guard let path = find(name) else {
        unknown.append(name)
        let near = nearest(to: name, among: all())
        decoder.report(
          Diagnostic(
            "unmatched-adaptation", .error, at: Place(file, page.range),
            "the base has no page '\(name)' to take out",
            help: near.map { "did you mean '\($0)'?" }
              ?? "name it by its address, such as /roles/lead/"))
        continue
      }
      let target = entry["links_to"].flatMap { node in
        decoder.text(node, as: "links_to").map { Located(value: $0, range: node.range) }
      }
      removals.append(
        PageRemoval(
          path: path, linksTo: target, reasons: .read(entry, &decoder), range: page.range))
    }
    return Diagnosed((removals, unknown), decoder.diagnostics)
  }
}
