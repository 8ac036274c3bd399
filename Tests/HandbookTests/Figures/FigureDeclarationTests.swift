import Diagnostics
import Foundation
import Testing

@testable import Handbook

struct FigureDeclarationTests {
  @Test func `examples in docs/figures.md show each way to draw, and nothing is wrong with them`()
    async throws
  {
    let blocks = Project.text("docs/figures.md").components(separatedBy: "```yaml\n").dropFirst()
    let examples = blocks.map { $0[..<($0.range(of: "```")?.lowerBound ?? $0.endIndex)] }
      .filter { $0.contains("draw: ") }
    for drawing in FigureDrawing.allCases where drawing != .heatmap {
      #expect(examples.contains { $0.contains("draw: \(drawing)\n") }, "\(drawing)")
    }
    let site = try await build([
      "site.yml": "title: T\nfigures: figures.yml\nkinds: {service: {folder: services}}\n",
      "figures.yml": examples.joined(), "content/index.md": "# Home\n",
    ])
    #expect(site.report.findings.map(\.message) == [])
  }

  @Test func `figures are declared in words that are known`() async throws {
    try await check([
      "site.yml": """
      title: T
      figures:
        one: {draw: leders}
                    ^^^^^^ error: 'leders' is no way to draw a figure; did you mean 'layers'?
        two: {title: Two}
        ^^^ error: the figure 'two' has no 'draw'; add 'draw: …', with one of layers, flows, steps, ladder, board, grid, heatmap, network, trends
        three: {draw: board, pages: service}
        ^^^^^ error: this figure has no 'lanes'; add 'lanes: …'
        four: {draw: ladder, levels: [One], lanes: 3}
                                            ^^^^^ error: 'lanes' is no key of a figure that is drawn as ladder; remove it; the keys are draw, title, description, head, levels
        five: {draw: ladder, levels: [{page: /nowhere/}]}
                                             ^^^^^^^^^ error: no page at '/nowhere/'
        six: {draw: ladder, title: "{{ worte }}", levels: [One]}
                                   ^^^^^^^^^^^^^ error: nobody defines 'worte'
      """,
      "content/index.md": "# Home",
    ])
  }

  @Test func `of a figure with a mistake nothing is found where it is placed`() async throws {
    try await check([
      "site.yml": """
      title: T
      figures:
        one: {draw: leders}
                    ^^^^^^ error: 'leders' is no way to draw a figure; did you mean 'layers'?
      """,
      "content/index.md": "# Home\n\n![One](figure:one)\n",
      "layouts/page.html": "{{ page.figures.one }}{{ content }}",
    ])
    try await check([
      "site.yml": "title: T\nfigures: figures.yml",
      "figures.yml": """
      one: {draw: ladder, levels: [A, B]
           ^ error: this bracket is not closed; put a '}' at the end, or put the text in quotes
      two: {draw: ladder}
      """,
      "content/index.md": "# Home\n\n![Two](figure:two)\n",
    ])
  }

  @Test func `a figure asks for fields and values that pages can have`() async throws {
    try await check([
      "site.yml": """
      title: T
      kinds: {service: {folder: services, fields: {depends_on: reference to service, phase: {type: choice, values: [beta, live]}}}}
      figures:
        one: {draw: board, pages: service, lanes: {by: phas}}
                                                       ^^^^ error: no service has a field 'phas'; did you mean 'phase'?
        two: {draw: board, pages: service, lanes: {by: phase, values: [betta, Live]}}
                                                                       ^^^^^ error: no service can have 'betta' as its 'phase'; did you mean 'beta'?
        three: {draw: network, pages: service, relations: [{by: dependson}]}
                                                                ^^^^^^^^^ error: no service has a field 'dependson'; did you mean 'depends_on'?
        four: {draw: trends, by: measurs}
                                 ^^^^^^^ error: no page has a field 'measurs'; did you mean 'measures'?
        five: {draw: board, pages: service, lanes: {by: owner}}
      """,
      "content/index.md": "---\ntitle: Home\nmeasures: []\n---\n",
      "content/services/a.md": "---\ntitle: A\nphase: beta\n---\n",
    ])
  }

  @Test func `they may lie in a file of their own, with their places there`() async throws {
    try await check([
      "site.yml": "title: T\nfigures: figures.yml",
      "figures.yml": """
      levels:
        draw: ladder
        levels:
          - /#missing
            ^^^^^^^^^ error: '/' has no heading or anchor '#missing'; '/' has #home
      """,
      "content/index.md": "# Home",
    ])
    try await check([
      "site.yml": """
      title: T
      figures: figure.yml
               ^^^^^^^^^^ error: there is no file of figures at 'figure.yml'; name a file below the site's folder, or write the figures here
      """,
      "content/index.md": "# Home",
    ])
  }

  @Test func `a page whose value no lane names has a lane of its own, and drafts have none`()
    async throws
  {
    let outcome = try await build([
      "site.yml": """
      title: T
      figures:
        board:
          draw: board
          pages: service
          lanes: {by: phase, values: [/phases/live/]}
      """,
      "content/index.md": "![B](figure:board)",
      "content/phases/live.md": "---\ntitle: Live and well\n---\n",
      "content/a.md": "---\ntitle: A\ntags: [service]\nphase: live\n---\n",
      "content/b.md": "---\ntitle: B\ntags: [service]\nphase: odd\n---\n",
      "content/c.md": "---\ntitle: C\ntags: [service]\nphase: live\ndraft: true\n---\n",
    ])
    #expect(outcome.report.findings.map(\.message) == [])
    let page = try #require(outcome.files["index.html"])
    #expect(
      page.contains(
        "<th scope=\"row\"><a href=\"/phases/live/\">Live and well</a></th><td><a href=\"/a/\">A</a></td>"
      ))
    #expect(page.contains("<th scope=\"row\">odd</th><td><a href=\"/b/\">B</a></td>"))
    #expect(!page.contains(">C<"))
  }

  @Test func `pages of a kind are shown without a tag, and of no kind at all it is said`()
    async throws
  {
    let site = [
      "site.yml": """
      title: T
      kinds:
        service: {folder: services, fields: {phase: {type: text}}}
      figures:
        board: {draw: board, pages: service, lanes: {by: phase, values: [live]}}
        other: {draw: board, pages: services, lanes: {by: phase, values: [live]}}
      """,
      "content/index.md": "![B](figure:board)",
      "content/services/a.md": "---\ntitle: A\nphase: live\n---\n",
    ]
    let outcome = try await build(site)
    #expect(
      outcome.report.findings.map(\.message) == [
        "no page is of the kind 'services' or has that tag"
      ])
    let page = try #require(outcome.files["index.html"])
    #expect(page.contains("<td><a href=\"/services/a/\">A</a></td>"))
  }

  @Test func `measures of a page are shown with their units`() async throws {
    let outcome = try await build([
      "site.yml":
        "title: T\nfigures:\n  measures: {draw: trends, by: measures, also: {need: Need}}",
      "content/index.md": """
      ---
      measures:
        - {name: Share, need: 1, before: 97.5, now: "97.9", unit: "%"}
        - {name: Cost, series: ["1,200", 900, 800], unit: £}
        - {name: Mood, before: low, now: high, unit: "%"}
        - {name: Debt, before: 5, now: 4, unit: £k}
      ---
      ![M](figure:measures)
      """,
    ])
    #expect(outcome.report.findings.map(\.message) == [])
    let page = try #require(outcome.files["index.html"])
    #expect(page.contains("<th scope=\"row\">Share</th><td>1</td><td>97.5%</td><td>97.9%</td>"))
    #expect(page.contains("<title>£1,200, £900, £800</title>"))
    #expect(
      page.contains(
        "<th scope=\"row\">Mood</th><td>None</td><td>low</td><td>high</td><td>None</td>"))
    #expect(page.contains("<td>£5k</td><td>£4k</td>"))
  }

  @Test func `counts of pages shade a heat map`() async throws {
    let outcome = try await build([
      "site.yml": """
      title: T
      figures:
        heat: {draw: heatmap, pages: p, rows: {by: a, values: [x]}, columns: {by: b, values: [y, z]}}
      """,
      "content/index.md": "![H](figure:heat)",
      "content/1.md": "---\ntitle: A\ntags: [p]\na: x\nb: y\n---\n",
      "content/2.md": "---\ntitle: B\ntags: [p]\na: x\nb: y\n---\n",
    ])
    let page = try #require(outcome.files["index.html"])
    #expect(page.contains("<th scope=\"row\">x</th><td>2</td><td>None</td>"))
    #expect(page.contains("fig-heat-4"))
    #expect(page.contains("fig-heat-0"))
  }
}
