import Testing

@testable import Handbook

/// Figures show what other files say: an edit of those changes the pages that hold them.
struct LiveFigureTests {
  private static let site = [
    "site.yml": "title: Test\nfigures: figures.yml",
    "figures.yml": """
    board: {draw: board, pages: service, lanes: {by: phase, values: [/live/]}}
    """,
    "layouts/page.html": "<main>{{ content }}</main>{{ page.figures.board }}",
    "content/index.md": "![Board](figure:board)\n",
    "content/live.md": "---\ntitle: Live\n---\n",
    "content/pay.md": "---\ntitle: Pay\ntags: [service]\nphase: live\n---\n",
  ]

  @Test(arguments: [
    ("content/pay.md", "---\ntitle: Pay\ntags: [service]\nphase: alpha\n---\n"),
    ("content/pay.md", "---\ntitle: Paid\n---\n"),
    ("content/live.md", "---\ntitle: Alive\n---\n"),
    ("content/host.md", "---\ntitle: Host\ntags: [service]\nphase: live\n---\n"),
    ("figures.yml", "board: {draw: board, pages: service, lanes: {by: phase, values: [Live]}}"),
    ("figures.yml", "boards: {draw: ladder, levels: [One]}"),
  ])
  func `an edit shows in figures as a build would`(path: String, text: String) async throws {
    let before = DraftSources(Self.site)
    let options = try liveOptions()
    let live = try await LiveSite(before, options).completed()
    var sources = before
    sources.write(text, to: path)
    let edited = try await live.edited(sources, changed: [], options)
    #expect(try await edited.seen() == Seen.built(sources, options))
  }
}
