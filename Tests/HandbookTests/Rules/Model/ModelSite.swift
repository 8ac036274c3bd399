/// A tiny handbook held to the rules of this project's own `site.yml`.
enum ModelSite {
  /// The kinds and rules of the project's `site.yml`, without what its pages and layouts add.
  static var settings: String {
    let text = Project.text("site.yml")
    let start = text.firstRange(of: "\nkinds:\n")?.lowerBound ?? text.endIndex
    return "title: T\n"
      + text[start...].replacing(/\n *anchors: [^\n]*/, with: "")
      .replacing(/\n    layout: [^\n]*/, with: "")
  }

  /// What every page must have.
  static let review = "owner: o\nreviewed: 2026-06-01\nreview_in: 12 months\n"

  /// A page that breaks no rule, with lines of its own.
  static func page(_ title: String, _ lines: String = "", body: String = "") -> String {
    "---\ntitle: \(title)\n\(review)\(lines)---\n\(body)\n"
  }

  private static let usual = [
    "phase: live", "code: S1", "since: 2026-01-01", "evolution: product", "lead: l", "manager: m",
    "budget: b", "summary: s", "users: [u]", "needs: [{user: U, what: w, why: y}]",
    "measures: [{name: M, need: 1, now: 1, before: 1, unit: x}]",
    "assessments: [{date: 2026-06-01, phase: live, result: Met}]",
  ]

  /// A service that breaks no rule, but where `lines` say otherwise.
  static func service(_ title: String, _ lines: String = "") -> String {
    let own = lines.split(separator: "\n").map { $0.prefix { $0 != ":" } }
    let rest = usual.filter { line in !own.contains(line.prefix { $0 != ":" }) }
    return page(title, lines + rest.map { $0 + "\n" }.joined())
  }

  /// A sound site: two services, a pattern with its three related ones, a process and its artefact.
  static func files(_ changed: [String: String]) -> [String: String] {
    var files = [
      "site.yml": settings, "content/index.md": page("Home"),
      "content/executive/index.md": page("Executive", "kind: role\n"),
      "content/services/a.md": service("A", "depends_on: [b]\n"),
      "content/services/b.md": service("B"),
      "content/processes/p.md": page("P", "accountable: executive\nartefacts: [r]\n"),
      "content/artefacts/r.md": page(
        "R", "", body: "[1](/doctrine/a/) [2](/doctrine/b/) [3](/doctrine/c/) [4](/doctrine/d/)"),
    ]
    for phase in ["discovery", "alpha", "beta", "live", "decommissioned"] {
      files["content/lifecycle/\(phase).md"] = page(phase)
    }
    let patterns = ["a", "b", "c", "d"]
    for name in patterns {
      files["content/doctrine/\(name).md"] = pattern(name, patterns.filter { $0 != name })
    }
    return files.merging(changed) { $1 }
  }

  /// A pattern with its related ones.
  static func pattern(_ name: String, _ related: [String]) -> String {
    page(
      name.uppercased(),
      "no: 1\ncategory: Learning\ndoctrine_phase: I\nquestion: q\nrelated: "
        + "[\(related.joined(separator: ", "))]\n")
  }
}
