import Foundation

/// One of the things that people do between two builds, as one line to replay it by.
enum SiteEdit: CustomStringConvertible {
  case write(path: String, text: String)
  case rename(old: String, new: String)
  case remove(path: String)
  /// Other words of the same length, where there are any, and the same time.
  case reword(path: String)
  /// More is written at the end of a page, and its front matter stays.
  case append(path: String, text: String)
  /// All builds from now on get these options.
  case options([String])
  /// Something happens to what the last build left for the next.
  case cache(CacheDamage)

  var description: String {
    switch self {
    case .write(let path, let text): "write \(path): \(text.debugDescription)"
    case .rename(let old, let new): "rename \(old) to \(new)"
    case .remove(let path): "remove \(path)"
    case .reword(let path): "reword \(path)"
    case .append(let path, let text): "append to \(path): \(text.debugDescription)"
    case .options(let options): "options \(options.joined(separator: " "))"
    case .cache(let damage): "cache \(damage)"
    }
  }

  /// Does it in a site's folder.
  func apply(to folder: Folder) throws {
    switch self {
    case .write(let path, let text): try folder.write(text, to: path)
    case .rename(let old, let new):
      guard let text = try? folder.text(old) else { return }
      folder.remove(old)
      try folder.write(text, to: new)
    case .remove(let path): folder.remove(path)
    case .reword(let path):
      guard let text = try? folder.text(path) else { return }
      let (file, manager) = (folder.url.appending(path: path).path, FileManager.default)
      let date = try manager.attributesOfItem(atPath: file)[.modificationDate]
      let swapped = text.replacing("ords", with: "\0").replacing("erms", with: "ords")
      try folder.write(swapped.replacing("\0", with: "erms"), to: path)
      try manager.setAttributes([.modificationDate: date as Any], ofItemAtPath: file)
    case .append(let path, let text):
      guard let before = try? folder.text(path) else { return }
      try folder.write(before + text, to: path)
    case .options: break
    case .cache(let damage): try damage.apply(to: folder)
    }
  }
}

/// Makes edits of every kind.
struct RandomEdits {
  private var random: Random
  private static let pages = ["index", "a", "b", "c/index", "c/x", "c/y", "404", "e"]

  init(seed: UInt64) { random = Random(seed: seed) }

  /// A number below another, from the same source.
  mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  /// A site to begin with.
  mutating func start() -> [SiteEdit] {
    [
      .write(path: "site.yml", text: settings()), .write(path: "data.yml", text: data()),
      .write(path: "content/index.md", text: page()), .write(path: "content/a.md", text: page()),
      .write(path: "content/c/x.md", text: page()),
      .write(path: "content/registry.yml", text: register()),
      .write(path: "layouts/page.html", text: layout()),
      .write(path: "assets/s.css", text: "a { b: c }"), .write(path: "people.yml", text: people()),
      .write(path: "../base/site.yml", text: "title: B\nterms: {lead: chief}\n"),
      .write(path: "../base/content/index.md", text: page()),
      .write(path: "../base/content/z.md", text: page()),
    ]
  }

  /// The next edit.
  mutating func next() -> SiteEdit {
    switch number(below: 32) {
    case 0...3: .write(path: path(), text: page())
    case 4: .rename(old: path(), new: path())
    case 5: .remove(path: path())
    case 6, 28...31:
      .write(path: one(of: ["layouts/page.html", "layouts/other.html"]), text: layout())
    case 7: .write(path: "layouts/part.html", text: "<i>\(number(below: 9))</i>")
    case 8, 9: .write(path: "site.yml", text: settings())
    case 10, 11: .write(path: "content/registry.yml", text: register())
    case 12: .write(path: "data.yml", text: data())
    case 13:
      .write(path: one(of: ["assets/s.css", "assets/p.png"]), text: "a { b: \(number(below: 9)) }")
    case 14:
      .remove(
        path: one(of: ["content/registry.yml", "layouts/page.html", "assets/s.css", "data.yml"]))
    case 15...18: .reword(path: path())
    case 19: .write(path: "../base/content/\(one(of: ["z", "y"])).md", text: page())
    case 20: .write(path: "people.yml", text: people())
    case 21...24: .append(path: path(), text: "\n\(part())\n")
    case 25, 26: .cache(one(of: CacheDamage.allCases))
    default: .options(options())
    }
  }

  private mutating func one<Element>(of list: [Element]) -> Element {
    list[number(below: list.count)]
  }

  private mutating func path() -> String { "content/\(one(of: Self.pages)).md" }

  private mutating func options() -> [String] {
    one(of: [
      [], ["--drafts"], ["--url", "https://y.example/b/"], ["--strict"], ["--manifest"],
      ["--people", "people.yml"],
    ])
      + ["--as-of", one(of: ["2026-03-01", "2026-06-30", "2026-10-01"])]
  }

  private mutating func page() -> String {
    let head = one(of: [
      "", "title: T\(number(below: 4))", "title: T\ntags: [x]\norder: \(number(below: 3))",
      "title: D\ndraft: true", "title: '{{ lead }}'\nlayout: other",
      "title: A\naliases: [/old-\(number(below: 99))/]",
      "title: R\nreviewed: 2026-01-0\(1 + number(below: 9))\nreview_in: 6 months",
      "title: C\nupdated: 2026-02-1\(number(below: 9))\nchanges: [{date: 2026-02-01, note: n\(number(below: 3))}]",
      number(below: 9) == 0 ? "title: [" : "order: 1",
    ])
    let parts = (0..<number(below: 5)).map { _ in part() }
    return (head.isEmpty ? "" : "---\n\(head)\n---\n") + parts.joined(separator: "\n\n")
      + "\n\nWords to end with.\n"
  }

  /// A part of a page's text; half of them ask nothing of the site, and nothing is found in them.
  private mutating func part() -> String {
    guard number(below: 2) == 0 else {
      return one(of: ["## Part", "[l](/a/)", "[l](/)", "Words \(number(below: 99)) words."])
    }
    return one(of: [
      "## Part", "Text {{ lead }} {{ page.title }} {{ site.data.a }}.",
      "{% include \"part.html\" %}",
      "[l](/a/)", "[l](/c/x/#part)", "[r](registry:org-x)", "#",
      "{% for p in collections.x %}{{ p.title }}{% endfor %}",
      "Words \(number(below: 99)) words.",
      "<!-- handbook: allow broken-link until 2026-08-01: later -->\n[l](/nowhere/)", "[l](/b/)",
    ])
  }

  private mutating func layout() -> String {
    one(of: [
      "<main>{{ content }}</main>", "{{ content }}{{ page.backlinks.size }}",
      "{{ page.next.title }}<main>{{ content }}</main><a href=\"/a/\">",
      "{{ page.title }}{{ content }}<a href=\"/c/x/#part\">p</a>",
      number(below: 9) == 0 ? "{% if %}{{ content }}" : "{{ content }}<hr>",
      "<nav>{% for s in site.sections %}{{ s.title }}{% endfor %}</nav>{{ content }}{{ page.updated }}",
    ])
  }

  private mutating func settings() -> String {
    // Most sites can be published, so that there is something to take over.
    one(of: ["title: T", "title: U\nsearch: false"])
      + one(of: ["", "\nurl: https://x.example/b/", "\nurl: https://x.example/\nfeed: {}"])
      + "\nterms: {lead: \(one(of: ["lead", "head"]))}"
      + one(of: [
        "", "\ndata: data.yml", "\nnavigation: [/a/]", "\nlicence: \(number(below: 3))",
        "\nprint: {}", "\npeople: people.yml", "\nextends: ../base",
      ])
      + (number(below: 9) == 0 ? "" : Self.rules) + "\n"
  }

  /// Most of what is wrong by chance is a warning.
  private static let rules =
    "\nrules: {"
    + [
      "broken-link", "broken-anchor", "missing-asset", "missing-layout", "missing-partial",
      "undefined-variable", "broken-reference",
    ].map { "\($0): warning" }.joined(separator: ", ") + "}"

  private mutating func data() -> String {
    one(of: ["a: 1\n", "a: 2\n", "b: x\n", number(below: 4) == 0 ? "a: [\n" : "a: 3\n"])
  }

  private mutating func people() -> String {
    let choice = one(of: [
      "state: none",
      "state: listed, basis: consent, notice_version: n, given: 2026-01-0\(1 + number(below: 9))",
    ])
    return "people:\n  - {id: per-1, name: Name \(number(below: 9)), publication: {\(choice)}}\n"
  }

  private mutating func register() -> String {
    """
    framework:
      id: soms
      title: Skills \(number(below: 3))
      version: "1"
      elements:
        - {id: customer-experience, "no": 1}
        - {id: delivery, "no": 2}
        - {id: process-context, "no": 3}
        - {id: people-capability, "no": 4}
        - {id: demand-capacity, "no": 5}
        - {id: performance-improvement, "no": 6}
        - {id: strategy-governance-leadership, "no": 7}
      levels:
        - {id: foundation, rank: 1}
        - {id: practitioner, rank: 2, typical_months: [12, 24], centre: 18}
        - {id: senior-practitioner, rank: 3, typical_months: [24, 36]}
      rules: {accreditation_months: 24, certificate_months: null, require_lower_level: true,
        senior_min_areas_per_project: 2, renewal_opens_days: 183, listing_kept_after_end_months: 12}
      auditors: [{id: aud-person-a, interests: []}]
    organisations:
      - id: \(one(of: ["org-x", "org-y"]))
        name: Name \(number(below: 9))
        url: https://x.example/
        country: GB
        kind: consultancy
        contact_url: https://x.example/contact
        applications: [{date: 2024-04-22, ref: app-0016}]
        audits:
          - {id: aud-0018, kind: initial, opened: 2024-05-20, closed: 2024-08-16, auditors: [aud-person-a],
             scope: {material: met, delivery: met, assessment: met}, decision: accredit, conditions: []}
        terms: [{id: acc-0018, audit: aud-0018, \(one(of: ["start: 2024-09-02, end: 2026-09-01", "start: 2024-09-03, end: 2026-09-02"]))}]
        interruptions: []

    """
  }
}
