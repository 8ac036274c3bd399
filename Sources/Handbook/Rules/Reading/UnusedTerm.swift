import Diagnostics
import Values

extension SiteRule {
  /// Every term is printed somewhere.
  static let unusedTerm = SiteRule(unusedTermText) { made in
    let terms = made.site.settings.terms
    guard !terms.isEmpty else { return [] }
    var unused = Dictionary(terms.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for (key, _) in unused where made.site.settings.file.prints(key) { unused[key] = nil }
    // The first pages of a handbook print most of them.
    for path in [made.site.settings.figuresFile].compactMap(\.self) {
      if let entry = try made.sources.find(path) { try made.dropUsed(in: entry, from: &unused) }
    }
    for entry in made.sources.entries where unused.isEmpty == false && mayHold(entry) {
      try made.dropUsed(in: entry, from: &unused)
    }
    return terms.filter { unused[$0.key] != nil }.compactMap { term in
      let place = Place(made.site.settings.file, term.range)
      // What a base has a word for may stand on pages that are taken out here.
      if made.site.adaptation?.written(place).isInBase ?? false { return nil }
      return Diagnostic(
        unusedTermText.id, .warning, at: place,
        "no page prints the term '\(term.key)'",
        help: made.site.adaptation.flatMap { $0.meant(by: term) }.map { "did you mean '\($0)'?" }
          ?? "print it with '{{ \(term.key) }}', or remove it")
    }
  }

  private static func mayHold(_ entry: SourceEntry) -> Bool {
    entry.kind == .file && entry.size <= SourceEntry.readLimit
      && (entry.path.isPage || FileName.isTemplate(entry.path))
  }

  private static let unusedTermText = RuleText(
    "unused-term", nil,
    promise: "Every term in 'terms' is printed by some page, layout or picture.",
    why: "A word that nobody prints changes nothing, and whoever changes it thinks it does.",
    example: "terms:\n  service_manger: service lead",
    repair: "Correct its name, print it, or remove it.")
}

extension Adaptation {
  /// The term of the base whose name a term here may be meant to have.
  fileprivate func meant(by term: Term) -> String? {
    let known = baseTerms.map(\.key)
    return known.contains(term.key) ? nil : nearest(to: term.key, among: known)
  }
}

extension MadeSite {
  /// Drops the terms whose names stand in a file with templates.
  fileprivate func dropUsed(
    in entry: SourceEntry, from unused: inout [String: Term]
  ) throws(SourceError) {
    let bytes = try sources.read(entry)
    guard bytes.contains(UInt8(ascii: "{")) else { return }
    let text = bytes[...]
    for key in unused.keys where text.firstRange(of: Array(key.utf8)) != nil { unused[key] = nil }
  }
}

extension SourceFile {
  /// Whether a word stands in what the file prints by templates.
  fileprivate func prints(_ word: String) -> Bool {
    var rest = bytes[...]
    while let open = rest.firstRange(of: Array("{{".utf8)) {
      rest = rest[open.upperBound...]
      let end = rest.firstRange(of: Array("}}".utf8))?.lowerBound ?? rest.endIndex
      if rest[..<end].firstRange(of: Array(word.utf8)) != nil { return true }
      rest = rest[end...]
    }
    return false
  }
}
