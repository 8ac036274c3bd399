import Diagnostics
import Handbook
import Testing
import Values

@testable import Handbook

/// A base that moves on in ten steps, and a handbook that adapts it, pinned at the first.
private struct History {
  /// What each revision of the base changes; `nil` removes a file.
  static let revisions: [[String: String?]] = [
    [:],
    // Nothing here stands against a page of the base's own.
    ["content/plain.md": "---\ntitle: Plain\n---\nBetter.\n"],
    // A section that the page here leaves alone.
    ["content/parts.md": parts(limits: "Base limits, better.")],
    // The section that the page here replaces.
    ["content/parts.md": parts(duties: "Base duties, better.", limits: "Base limits, better.")],
    // The page that a page here takes the place of.
    ["content/whole.md": "---\ntitle: Whole\n---\nBase text, better.\n\n## More\n\nBase more.\n"],
    // A new page.
    ["content/new.md": "---\ntitle: New\n---\nNew.\n"],
    // A page goes that nothing here is about.
    ["content/plain.md": nil],
    // A page goes that is adapted here.
    ["content/whole.md": nil],
    // A page that is taken out here changes.
    ["content/gone.md": "---\ntitle: Gone\n---\nBetter.\n"],
    // Everything is as it was at first.
    [
      "content/plain.md": "---\ntitle: Plain\n---\nPlain.\n", "content/parts.md": parts(),
      "content/whole.md": whole, "content/new.md": nil,
      "content/gone.md": "---\ntitle: Gone\n---\nText.\n",
    ],
  ]

  static let whole = "---\ntitle: Whole\n---\nBase text.\n\n## More\n\nBase more.\n"

  static func parts(
    duties: String = "Base duties.", limits: String = "Base limits."
  ) -> String {
    "---\ntitle: Parts\n---\nIntro.\n\n## Duties\n\n\(duties)\n\n### Daily\n\nBase daily.\n\n## Limits\n\n\(limits)\n"
  }

  var sources = DraftSources([
    "site.yml": """
    title: Ours
    extends: ../base
    remove:
    - {page: /gone/, links_to: /parts/, why: Ours}
    """,
    "content/parts.md":
      "---\nadapts: {mode: sections, why: Ours}\n---\n## Duties {replace}\n\nOur duties.\n",
    "content/whole.md": "---\ntitle: Ours\nadapts: {mode: page, why: Ours}\n---\nOur text.\n",
    "base:site.yml": "title: Base\n",
    "base:content/index.md": "---\ntitle: Home\n---\n[Gone](/gone/), [parts](/parts/).\n",
    "base:content/plain.md": "---\ntitle: Plain\n---\nPlain.\n",
    "base:content/parts.md": parts(),
    "base:content/whole.md": whole,
    "base:content/gone.md": "---\ntitle: Gone\n---\nText.\n",
  ])

  let options: BuildOptions

  init() throws {
    options = BuildOptions(
      asOf: try #require(PlainDate(testDay)), url: nil, includesDrafts: false, workers: 2)
  }

  /// Moves the base on by a revision.
  mutating func take(_ revision: Int) {
    for (path, text) in Self.revisions[revision] {
      if let text {
        sources.write(text, to: "base:" + path)
      } else {
        sources.remove("base:" + path)
      }
    }
  }

  /// Writes a file of the base.
  mutating func write(_ path: String, _ text: String) { sources.write(text, to: "base:" + path) }

  /// Pins the base as it is, but for what changed in both and was not looked at.
  mutating func pin(settled: (String) -> Bool = { _ in false }) throws {
    sources.write(try Drift(sources, options).updatedLock(settled: settled).text, to: BaseLock.path)
  }

  /// What of each page is not as pinned.
  var statuses: [String: Drift.Status] {
    get throws {
      let pages = try Drift(sources, options).pages.filter { $0.status != .unchanged }
      return Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0.status) })
    }
  }
}

@Suite struct DriftTests {
  /// The statuses after each revision, when the pin stays at the first.
  private let expected: [[String: Drift.Status]] = [
    [:],
    ["content/plain.md": .improved],
    ["content/plain.md": .improved, "content/parts.md": .improved],
    ["content/plain.md": .improved, "content/parts.md": .both],
    ["content/plain.md": .improved, "content/parts.md": .both, "content/whole.md": .both],
    [
      "content/plain.md": .improved, "content/parts.md": .both, "content/whole.md": .both,
      "content/new.md": .added,
    ],
    [
      "content/plain.md": .removed, "content/parts.md": .both, "content/whole.md": .both,
      "content/new.md": .added,
    ],
    [
      "content/plain.md": .removed, "content/parts.md": .both,
      "content/whole.md": .removedUpstream, "content/new.md": .added,
    ],
    [
      "content/plain.md": .removed, "content/parts.md": .both,
      "content/whole.md": .removedUpstream, "content/new.md": .added, "content/gone.md": .both,
    ],
    [:],
  ]

  @Test func `over ten revisions of a base each status is told against the first`() throws {
    var history = try History()
    try history.pin()
    for revision in History.revisions.indices {
      history.take(revision)
      #expect(try history.statuses == expected[revision], "revision \(revision)")
    }
  }

  @Test func `a site that follows ten revisions shows what a clean build of each does`()
    async throws
  {
    var history = try History()
    try history.pin()
    var live = try await LiveSite(history.sources, history.options).completed()
    for revision in History.revisions.indices {
      history.take(revision)
      let changed = Set(History.revisions[revision].keys.map { "base:" + $0 })
      live = try await live.edited(history.sources, changed: changed, history.options)
      let (seen, built) = (
        try await live.seen(), try await Seen.built(history.sources, history.options)
      )
      #expect(seen == built, "revision \(revision)")
      let isDrifted = built.findings.contains { $0.contains("drifted-page") }
      #expect(isDrifted == expected[revision].values.contains(.both), "revision \(revision)")
    }
  }

  @Test func `moving the pin step by step ends where moving it at once does`() throws {
    var (stepwise, atOnce) = (try History(), try History())
    try stepwise.pin()
    try atOnce.pin()
    for revision in 0..<7 {
      stepwise.take(revision)
      atOnce.take(revision)
      try stepwise.pin()
    }
    // What changed in both stays open until somebody looked at it.
    let open: [String: Drift.Status] = ["content/parts.md": .both, "content/whole.md": .both]
    #expect(try stepwise.statuses == open)
    try atOnce.pin()
    #expect(stepwise.sources.text(at: BaseLock.path) == atOnce.sources.text(at: BaseLock.path))
    try stepwise.pin { $0 == "content/parts.md" }
    #expect(try stepwise.statuses == ["content/whole.md": .both])
    try stepwise.pin { _ in true }
    #expect(try stepwise.statuses == [:])
  }

  @Test func `what changed in both is shown with both texts`() throws {
    var history = try History()
    try history.pin()
    for revision in 0...4 { history.take(revision) }
    let drift = try Drift(history.sources, history.options)
    let both = drift.pages.filter { $0.status == .both }
    #expect(both.map(\.sections) == [["duties"], ["-"]])
    let differences = try Drift.differences(of: both, history.sources, history.options)
    #expect(
      differences.map(\.base) == [
        "## Duties\n\nBase duties, better.\n\n", "Base text, better.\n\n",
      ])
    #expect(differences.map(\.here) == ["Our duties.", "Our text.\n"])
  }

  @Test func `a lock is read as it was written, and another text is none`() throws {
    let history = try History()
    let lock = try Drift(history.sources, history.options).updatedLock { _ in true }
    #expect(BaseLock(parsing: Array(lock.text.utf8)) == lock)
    #expect(lock.text.contains("\n  ") && lock.text.contains(" duties\n"))
    let otherLines = lock.text.replacing("\n", with: "\r\n")
    #expect(BaseLock(parsing: Array(otherLines.utf8)) == lock)
    #expect(BaseLock(parsing: Array("lock 2\n".utf8)) == nil)
    #expect(BaseLock(parsing: Array("<<<<<<< ours\nlock 1\n".utf8)) == nil)
  }

  @Test func `a page adapted before the base changed is told where it says that it adapts`()
    async throws
  {
    var history = try History()
    try history.pin()
    for revision in 0...3 { history.take(revision) }
    let report = try await compile(history.sources, history.options, into: NoOutput())
    let found = try #require(report.findings.first { $0.rule == "drifted-page" })
    #expect(found.message == "the base changed 'duties' since this page was last held against it")
    #expect(found.place.file.path == "content/parts.md")
  }

  @Test func `what changed in both is told by checks until somebody accepted it`() async throws {
    var history = try History()
    try history.pin()
    for revision in 0...3 { history.take(revision) }
    for isAccepted in [false, true] {
      try history.pin { _ in isAccepted }
      let report = try await compile(history.sources, history.options, into: NoOutput())
      #expect(report.findings.contains { $0.rule == "drifted-page" } != isAccepted)
    }
  }

  @Test func `a section that is new where the page here stands is open until it is accepted`()
    throws
  {
    var history = try History()
    try history.pin()
    history.write(
      "content/parts.md", History.parts(duties: "Base duties.\n\n### Money\n\nBase money."))
    history.write("content/whole.md", History.whole + "\n## Two\n\nBase two.\n")
    let open: [String: Drift.Status] = ["content/parts.md": .both, "content/whole.md": .both]
    #expect(try history.statuses == open)
    try history.pin()
    #expect(try history.statuses == open)
    #expect(
      try Drift(history.sources, history.options).pages.map(\.sections).filter { !$0.isEmpty }
        == [["money"], ["more", "two"]])
    try history.pin { _ in true }
    #expect(try history.statuses == [:])
  }

  @Test func `what the base renames or takes away under a page here needs a decision`() throws {
    var history = try History()
    try history.pin()
    history.write(
      "content/parts.md", History.parts().replacing("## Duties", with: "## Tasks"))
    history.sources.remove("base:content/gone.md")
    let open: [String: Drift.Status] = [
      "content/parts.md": .both, "content/gone.md": .removedUpstream,
    ]
    #expect(try history.statuses == open)
    let parts = try #require(
      try Drift(history.sources, history.options).pages.first { $0.path == "content/parts.md" })
    #expect(parts.sections == ["tasks", "duties"])
    let differences = try Drift.differences(of: [parts], history.sources, history.options)
    #expect(differences.map(\.base) == ["## Tasks\n\nBase duties.\n\n", ""])
    #expect(
      differences.map(\.here)
        == ["## Tasks\n\nBase duties.\n\n", "## Duties {replace}\n\nOur duties.\n"])
    try history.pin()
    #expect(try history.statuses == open)
    try history.pin { _ in true }
    #expect(try history.statuses == [:])
  }

  @Test func `a second section of the name that a page here is about needs a decision`() throws {
    var history = try History()
    try history.pin()
    history.write("content/parts.md", History.parts(limits: "Limits.\n\n## Duties\n\nTwo."))
    #expect(try history.statuses == ["content/parts.md": .both])
  }

  @Test func `a new page of the base at the path of one here needs a decision`() throws {
    var history = try History()
    try history.pin()
    history.sources.write("---\ntitle: Ours\n---\nOurs.\n", to: "content/new.md")
    #expect(try history.statuses == [:])
    history.take(5)
    #expect(try history.statuses == ["content/new.md": .addedInBoth])
    try history.pin()
    #expect(try history.statuses == ["content/new.md": .addedInBoth])
    try history.pin { _ in true }
    #expect(try history.statuses == [:])
  }

  @Test func `front matter changed in both where the page here has keys of its own`() throws {
    var history = try History()
    try history.pin()
    let base = "---\ntitle: Parts\ndescription: Better.\n---\n"
    let changed = History.parts().replacing("---\ntitle: Parts\n---\n", with: base)
    history.write("content/parts.md", changed)
    #expect(try history.statuses == ["content/parts.md": .improved])
    let own = history.sources.text(at: "content/parts.md")
    history.sources.write(
      own.replacing("---\nadapts", with: "---\ndescription: Ours.\nadapts"), to: "content/parts.md")
    #expect(try history.statuses == ["content/parts.md": .both])
    let drift = try Drift(history.sources, history.options)
    let differences = try Drift.differences(of: drift.pages, history.sources, history.options)
    #expect(differences.map(\.base) == [base])
  }

  @Test func `a section that the base drops below a replaced one changed in both`() throws {
    var history = try History()
    try history.pin()
    let dropped = History.parts().replacing("### Daily\n\nBase daily.\n\n", with: "")
    history.write("content/parts.md", dropped)
    for _ in 0..<2 {
      let drift = try Drift(history.sources, history.options)
      #expect(drift.pages.map(\.sections).filter { !$0.isEmpty } == [["daily"]])
      try history.pin()
    }
    try history.pin { _ in true }
    #expect(try history.statuses == [:])
    // Below a section that stays here it is no business of this page.
    var other = try History()
    other.sources.write(
      "---\nadapts: {mode: sections, why: Ours}\n---\n## Limits {replace}\n\nOurs.\n",
      to: "content/parts.md")
    try other.pin()
    other.write("content/parts.md", dropped)
    #expect(try other.statuses == ["content/parts.md": .improved])
  }

  @Test func `a page that is taken out and that the base changes is told in site.yml`() async throws
  {
    var history = try History()
    try history.pin()
    history.take(8)
    let drift = try Drift(history.sources, history.options)
    let differences = try Drift.differences(of: drift.pages, history.sources, history.options)
    #expect(
      differences == [
        SectionDifference(path: "content/gone.md", key: "-", base: "Better.\n", here: "")
      ])
    try history.pin()
    let report = try await compile(history.sources, history.options, into: NoOutput())
    let found = try #require(report.findings.first { $0.rule == "drifted-page" })
    #expect(found.place.file.path == "site.yml")
  }
}
