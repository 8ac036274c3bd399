import Diagnostics
import Handbook
import Testing

/// What `layout` does to a network.
struct NetworkFigureTests {
  private let site = [
    "site.yml": "title: T\nfigures: figures.yml\n",
    "figures.yml": """
    network:
      draw: network
      layout: graphviz
      title: Services
      pages: service
      relations:
        - {by: depends_on, label: Depends on, reverse: Used by}
    """,
    "content/index.md": "![The network](figure:network)\n",
    "content/host.md": "---\ntitle: Host\ntags: [service]\n---\n![N](figure:network)\n",
    "content/pay.md": "---\ntitle: Pay\ntags: [service]\ndepends_on: host\n---\n",
  ]

  private let text = """
    digraph {
    graph [nodesep=0.1944 ranksep=0.6111]
    node [shape=box fixedsize=true label="" width=1.6667]
    edge [arrowsize=0.8]
    0 [height=0.4722]
    1 [height=0.4722]
    1 -> 0
    }

    """

  private static let answer = """
    {"bb": "0,0,120,112", "objects": [
      {"_gvid": 0, "name": "0", "pos": "60,17"}, {"_gvid": 1, "name": "1", "pos": "60,95"}],
     "edges": [{"tail": 1, "head": 0, "pos": "e,60,34 60,78 60,70 60,60 60,42"}]}
    """

  private let undrawn = "There is no picture of this yet. The table has all of it."

  private func site(_ figures: (String) -> String) -> [String: String] {
    site.merging(["figures.yml": figures(site["figures.yml"] ?? "")]) { $1 }
  }

  @Test func `Graphviz is asked once in a build, and what it says is drawn wherever it is placed`()
    async throws
  {
    let graphviz = FakeGraphviz(.answered(Array(Self.answer.utf8)))
    let twice = site { $0 + "\nagain:" + $0.dropFirst("network:".count) }
    let outcome = try await build(twice, graphviz: graphviz)
    #expect(outcome.report.findings.map(\.message) == [])
    #expect(graphviz.asked == [text])
    for page in ["index.html", "host/index.html"] {
      let html = try #require(outcome.files[page])
      #expect(html.contains("d=\"M320 35C320 43 320 53 320 71\""), "\(page)")
      #expect(html.contains("<a href=\"/pay/\">"))
      #expect(html.contains("figure-data") && !html.contains(undrawn))
    }
  }

  @Test func `a network says nothing, or 'layers', and nobody is asked`() async throws {
    let graphviz = FakeGraphviz(.missing)
    let silent = try await build(
      site { $0.replacing("  layout: graphviz\n", with: "") }, graphviz: graphviz)
    let layers = try await build(
      site { $0.replacing("layout: graphviz", with: "layout: layers") }, graphviz: graphviz)
    #expect(silent.files["index.html"]?.contains("<svg") == true)
    #expect(silent.files == layers.files)
    #expect(layers.report.findings.isEmpty && graphviz.asked.isEmpty)
  }

  @Test func `without Graphviz the table stands alone, and a note says how to get a picture`()
    async throws
  {
    let outcome = try await build(site, graphviz: FakeGraphviz(.missing))
    #expect(outcome.report.findings.isEmpty)
    #expect(
      outcome.report.notes.contains(
        "Graphviz is not installed (on Debian: sudo apt-get install graphviz), so the table of "
          + "'network' stands without its picture"), "\(outcome.report.notes)")
    let page = try #require(outcome.files["index.html"])
    #expect(page.contains(undrawn) && !page.contains("<svg"))
    #expect(page.contains("<td><a href=\"/pay/\">Pay</a></td>"))
  }

  @Test(arguments: [
    (GraphvizAnswer.failed(reason: "it ended with 1"), "it ended with 1"),
    (.answered([]), "its answer is no JSON from byte 0 on"),
    (
      .answered(Array(Self.answer.replacing("60,17", with: "60,999").utf8)),
      "its answer does not have one place for each node"
    ),
    (
      .answered(Array(Self.answer.replacing("\"head\": 0", with: "\"head\": 1").utf8)),
      "its answer does not have one line for each relation"
    ),
  ])
  func `so it does where Graphviz fails, or says what is no answer, and that is found`(
    says: GraphvizAnswer, reason: String
  ) async throws {
    let outcome = try await build(site, graphviz: FakeGraphviz(says))
    #expect(
      outcome.report.findings.map(\.message) == [
        "this network is not drawn, as Graphviz did not lay it out: \(reason)"
      ])
    #expect(outcome.report.findings.map(\.help) == ["write 'layout: layers'"])
    #expect(outcome.report.findings.map(\.rule) == ["undrawn-network"])
    #expect(outcome.files["index.html"]?.contains(undrawn) == true)
  }

  @Test func `where nobody may be asked a note says so, and nothing fails`() async throws {
    let outcome = try await build(site)
    #expect(outcome.report.findings.isEmpty)
    #expect(
      outcome.report.notes.contains(
        "Graphviz is not started here, so the table of 'network' stands without its picture"))
    #expect(outcome.files["index.html"]?.contains(undrawn) == true)
  }

  @Test func `one service with its neighbours needs no Graphviz`() async throws {
    var site = site
    site["content/index.md"] = "![N](figure:network?focus=host)\n"
    let outcome = try await build(site, graphviz: FakeGraphviz(.missing))
    let page = try #require(outcome.files["index.html"])
    #expect(page.contains(">Used by</tspan>") && !page.contains(undrawn))
  }

  @Test func `a network without lines is drawn without Graphviz`() async throws {
    var site = site
    site["content/pay.md"] = "---\ntitle: Pay\ntags: [service]\n---\n"
    let graphviz = FakeGraphviz(.missing)
    let outcome = try await build(site, graphviz: graphviz)
    #expect(outcome.files["index.html"]?.contains("<svg") == true)
    #expect(outcome.report.findings.isEmpty && graphviz.asked.isEmpty)
  }

  @Test func `other words are refused, and other figures have no layout`() async throws {
    try await check(
      site {
        $0.replacing(
          "layout: graphviz\n",
          with: """
            layout: graphvis
                      ^^^^^^^^ error: 'graphvis' is no way to lay out a network; did you mean 'graphviz'?

            """)
      })
    try await check(
      site {
        $0.replacing(
          "layout: graphviz\n",
          with: """
            layout: [1]
                      ^^^ error: 'layout' must be text, not a list; write one value

            """)
      })
    try await check([
      "site.yml": """
      title: T
      figures:
        a: {draw: ladder, levels: [One], layout: graphviz}
                                         ^^^^^^ error: 'layout' is no key of a figure that is drawn as ladder; remove it; the keys are draw, title, description, head, levels
      """,
      "content/index.md": "# Home",
    ])
  }
}
