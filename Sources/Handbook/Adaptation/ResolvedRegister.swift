import Values

/// The register of differences as a page of its own: what a handbook without a base keeps of them.
struct ResolvedRegister {
  /// Where the page is written.
  static let path = "content/adaptations.md"

  private static let head = """
    ---
    title: How this handbook differs
    nav_title: Differences
    description: What differs here from the handbook that this one adapted, and why.
    order: 1000
    liquid: false
    ---

    """

  private var text = ""

  /// Writes the page; `nil` where the site has no register, or a page of its own that shows it.
  static func page(of site: Site) -> [UInt8]? {
    guard let adaptation = site.adaptation,
      site.pages.contains(where: { $0.source == nil && $0.url == AdaptationPage.url })
    else { return nil }
    return Array((head + ResolvedRegister(site.adaptationValue(adaptation)).text).utf8)
  }

  /// What stands behind the text of a page of the site's own that shows the register; empty for others.
  static func text(on page: PageIndex, of site: Site) -> [UInt8] {
    let page = site.pages[page]
    guard let adaptation = site.adaptation, page.url == AdaptationPage.url,
      page.head.layout?.value == AdaptationPage.layout
    else { return [] }
    return Array(("\n\n" + ResolvedRegister(site.adaptationValue(adaptation)).text).utf8)
  }

  private init(_ all: ValueMap) {
    let base = all["base"]
    let title = Self.text("title", of: base) ?? "another handbook"
    text += "This handbook adapted \(Self.link(title, Self.written("url", of: base)))"
    text += Self.text("at", of: base).map { ", version \($0)" } ?? ""
    text += ". Whatever is not listed here stood as it did there.\n"
    addWords(Self.entries("terms", of: all))
    addPages("Changed pages {#changed}", Self.entries("changed", of: all)) { entry in
      English.capitalised(Self.text("what", of: entry) ?? "") + "."
    }
    addPages("Pages left out {#removed}", Self.entries("removed", of: all)) { entry in
      Self.written("links_to", of: entry).map {
        "Links to it lead to \(Self.link("another page", $0))."
      } ?? "Nothing takes its place."
    }
    let added = Self.entries("added", of: all)
    if !added.isEmpty { text += "\n## Pages of our own {#added}\n\n" }
    for entry in added {
      let about = Self.text("description", of: entry).map { ": \($0)" } ?? ""
      text +=
        "- \(Self.link(Self.text("title", of: entry) ?? "", Self.written("url", of: entry)))\(about)\n"
    }
  }

  private mutating func addWords(_ terms: [Value]) {
    guard !terms.isEmpty else { return }
    text += "\n## Words\n\n| The base says | Here |\n|---|---|\n"
    for term in terms {
      text += "| \(Self.text("base", of: term) ?? "") | \(Self.text("word", of: term) ?? "") |\n"
    }
  }

  private mutating func addPages(
    _ heading: String, _ entries: [Value], about: (Value) -> String
  ) {
    guard !entries.isEmpty else { return }
    text += "\n## \(heading)\n"
    for entry in entries {
      let name = Self.text("title", of: entry) ?? Self.text("source", of: entry) ?? ""
      // What is left out has an address, but no page there.
      let url = entry.member("source") == nil ? nil : Self.written("url", of: entry)
      text += "\n### \(Self.link(name, url))\n\n\(about(entry))\n\n"
      text += "- **Why:** \(Self.text("why", of: entry) ?? "reason not recorded")\n"
      for (words, key) in Self.reasons {
        if let reason = Self.text(key, of: entry) { text += "- **\(words):** \(reason)\n" }
      }
    }
  }

  private static let reasons = [
    ("Gained", "gain"), ("Lost", "loss"), ("How the loss is governed", "governed_by"),
    ("Owner", "owner"), ("Decided", "decided"), ("To be looked at again by", "review"),
  ]

  private static func entries(_ key: String, of all: ValueMap) -> [Value] {
    guard case .array(let entries) = all[key] else { return [] }
    return entries
  }

  private static func written(_ key: String, of entry: Value?) -> String? {
    switch entry?.member(key) {
    case .string(let text): text.isEmpty ? nil : text
    case .date(let day): day.description
    default: nil
    }
  }

  /// A text in one line, in which nothing is markup.
  private static func text(_ key: String, of entry: Value?) -> String? {
    written(key, of: entry).map { text in
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .map { "\\`*_[]<>{}&#|~".contains($0) ? "\\\($0)" : String($0) }.joined()
    }
  }

  private static func link(_ words: String, _ url: String?) -> String {
    url.map { "[\(words)](\(LinkFault.withoutParentheses($0)))" } ?? words
  }
}
