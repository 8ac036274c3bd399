import Testing

@testable import Handbook

/// Edits of every kind, one after the other, each compared with a clean build.
struct RandomEditTests {
  private static let names = ["index", "a", "b", "c/index", "c/x", "d", "404", "e"]

  private func body(_ random: inout Random) -> String {
    let links = [
      "/a/", "b.md", "/c/#part", "#here", "/c/x", "/nowhere/", "/d/", "c/", "/e/", "/assets/s.css",
      "registry:X",
    ]
    let parts = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      switch Int.random(in: 0...4, using: &random) {
      case 0: "## Part"
      case 1: "Text {{ lead }} {{ page.title }}."
      case 2: "{% include \"part.html\" %}"
      case 3:
        "<!-- handbook: allow broken-link until 2027-01-01: later -->\n[l](\(links.randomElement(using: &random) ?? ""))"
      default: "[l](\(links.randomElement(using: &random) ?? "")) ![i](/assets/none.png)"
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func page(_ random: inout Random) -> String {
    let head =
      [
        "", "title: T\(Int.random(in: 0...3, using: &random))", "title: T\ntags: [x]\norder: 1",
        "title: D\ndraft: true", "title: {{ lead }}\nlayout: other",
        "title: A\naliases: [/old/, /e/]",
        "title: [", "title: R\nreviewed: 2020-01-01\nreview_in: 1 month",
      ].randomElement(using: &random) ?? ""
    return (head.isEmpty ? "" : "---\n\(head)\n---\n") + body(&random)
  }

  private func edit(_ sources: inout DraftSources, _ random: inout Random) {
    let path = "content/\(Self.names.randomElement(using: &random) ?? "a").md"
    switch Int.random(in: 0...11, using: &random) {
    case 0...4:
      // The body alone, where there is front matter.
      let old = sources.text(at: path)
      let end = old.dropFirst(3).firstRange(of: "---\n").map { old[..<$0.upperBound] } ?? ""
      sources.write(end + body(&random), to: path)
    case 5, 6: sources.write(page(&random), to: path)
    case 7: sources.remove(path)
    case 8:
      let text = [
        "{{ content }}", "<main>{{ content }}</main>{{ page.backlinks.size }}",
        "{{ page.next.title }}{{ content }}<a href=\"/c/#part\">", "{% if %}{{ content }}",
      ]
      sources.write(
        text.randomElement(using: &random) ?? "",
        to: ["layouts/page.html", "layouts/other.html", "layouts/part.html"].randomElement(
          using: &random) ?? "")
    case 9:
      let text = [
        "title: T", "title: U\nterms: {lead: head}",
        "title: T\nurl: https://x.example/b/\nterms: {lead: l}",
        "title: T\nnavigation: [/a/, /c/]\nrules: {broken-link: warning}",
        "title: T\nterms: {lead: l}\nhtml: all",
      ]
      sources.write(text.randomElement(using: &random) ?? "", to: "site.yml")
    case 10:
      sources.write("a { b: c\(Int.random(in: 0...3, using: &random)) }", to: "assets/s.css")
    default: sources.write("<i>{{ lead }}</i>", to: "layouts/part.html")
    }
  }

  @Test(arguments: 0..<10)
  func `after every edit a live site is that of a clean build`(_ seed: UInt64) async throws {
    var random = Random(seed: seed)
    var sources = DraftSources(["site.yml": "title: T\n", "content/index.md": "# Home\n"])
    let options = try liveOptions()
    var live = try await LiveSite(sources, options)
    for step in 0..<20 {
      for _ in 0..<Int.random(in: 1...2, using: &random) { edit(&sources, &random) }
      live = try await live.edited(sources, changed: [], options)
      // Now and then another edit comes before all is known.
      guard Int.random(in: 0...2, using: &random) > 0 else { continue }
      live = try await live.completed()
      let expected = try await Seen.built(sources, options)
      let seen = try await live.seen()
      #expect(seen.findings == expected.findings, "seed \(seed), step \(step)")
      #expect(seen.files == expected.files, "seed \(seed), step \(step)")
      guard seen == expected else { return }
    }
  }
}
