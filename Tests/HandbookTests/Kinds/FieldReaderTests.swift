import Diagnostics
import Testing

@testable import Handbook

/// A site with one kind, `service`, in `content/s`, of these fields.
private func site(_ fields: String) -> String {
  "title: T\nkinds:\n  service:\n    folder: s\n    fields:\n"
    + fields.split(separator: "\n").map { "      \($0)\n" }.joined()
}

@Suite struct FieldReaderTests {
  @Test func `a key without its value is pointed at, as one that is not there cannot be`()
    async throws
  {
    try await check([
      "content/index.md": "# Home\n", "content/s/index.md": "# S\n",
      "site.yml": site("owner_of_it: {required: true, description: Who answers}"),
      "content/s/a.md": """
      ---
      title: A
      owner_of_it:
      ^^^^^^^^^^^ error: this service has no 'owner_of_it'; write its value: Who answers
      ---
      """,
    ])
  }

  @Test func `all that is wrong with a page is told at once, each at its value`() async throws {
    try await check([
      "content/index.md": "# Home\n", "content/s/index.md": "# S\n",
      "site.yml": site(
        """
        code: {required: true, pattern: "S[0-9]+", description: Its number}
        phase: {values: [alpha, beta, live], required: true}
        since: {type: date, required: true, description: When it entered the phase}
        size: whole number
        share: number
        open: true or false
        help: url
        users: {type: list of text, count: at least 1}
        needs: {columns: {what: "text, required", weight: number}}
        """),
      "content/s/a.md": """
      ---
      title: A
      ^^^^^ error: this service has no 'since'; add 'since: …': When it entered the phase
      code: X7
            ^^ error: 'code' has another form than 'X7'; Its number: it must match S[0-9]+
      phase: lvie
             ^^^^ error: 'phase' cannot be 'lvie'; did you mean 'live'?
      size: ten
            ^^^ error: 'size' must be a whole number, not 'ten'; write digits, such as 12
      share: 012
             ^^^ error: 'share' must be a number, not '012'; write digits, such as 12 or 1.5
      open: no
            ^^ error: 'open' must be true or false, not 'no'; write false, without quotes
      help: handbook
            ^^^^^^^^ error: 'help' must be an address, not 'handbook'; begin it with https://, http://, mailto:, tel:, or '/' for a page of this site
      users: []
             ^^ error: 'users' has 0 values; write at least 1
      needs:
        - wat: travel
          ^^^ error: 'wat' is no key of a row of 'needs'; did you mean 'what'?
          ^^^ error: this row of 'needs' has no 'what'; add 'what: …'
        - what: ride
          weight: heavy
                  ^^^^^ error: 'weight' must be a number, not 'heavy'; write digits, such as 12 or 1.5
      ownr: me
      ^^^^ error: 'ownr' is no key of a service; did you mean 'owner'?
      colour: red
      ^^^^^^ error: 'colour' is no key of a service; remove it, declare it in 'kinds' of site.yml, or write '_colour' for a key of your own
      _mine: kept
      ---
      """,
    ])
  }

  @Test func `a scalar is what its kind says`() async throws {
    let built = try await build([
      "site.yml": site("a: text\nb: text\nc: text\nd: {values: [yes, no]}\ne: text\nf: number\n"),
      "content/s/a.md": """
      ---
      a: no
      b: 1:20
      c: 012
      d: no
      e: 2026-06-30
      f: "1.50"
      ---
      """,
    ])
    #expect(built.report.findings.isEmpty)
    let json = built.files["handbook.json"] ?? ""
    #expect(
      json.contains(
        #""fields":{"a":"no","b":"1:20","c":"012","d":"no","e":"2026-06-30","f":1.5}"#), "\(json)")
  }

  @Test(arguments: ["2026-02-30", "30.6.2026", "yesterday", "2026-6-3", "[2026-01-01]"])
  func `a day that does not exist is refused`(day: String) async throws {
    let report = try await report([
      "site.yml": site("since: date"), "content/s/a.md": "---\nsince: \(day)\n---\n",
    ])
    #expect(drawing(report.findings) == ["content/s/a.md:2 invalid-field"])
  }

  @Test func `what is left out is the default, or empty, and an empty text counts as absent`()
    async throws
  {
    let built = try await build([
      "site.yml": site(
        """
        a: {type: text, default: usual}
        b: {type: list, required: false}
        c: {columns: {x: text, y: {default: "1"}}}
        d: date
        e: {required: true}
        """),
      "content/s/a.md": "---\na: ''\nc: [{x: 1}]\nd:\ne: ''\n---\n",
    ])
    #expect(drawing(built.report.findings) == ["content/s/a.md:5 missing-field"])
    let json = built.files["handbook.json"] ?? ""
    #expect(
      json.contains(#""fields":{"a":"usual","b":[],"c":[{"x":"1","y":"1"}],"d":null,"e":null}"#),
      "\(json)")
  }

  @Test(arguments: [
    ("content/s/a.md", "", "service"), ("content/s/t/a.md", "", "part"),
    ("content/s/index.md", "", "null"), ("content/s/t/index.md", "", "null"),
    ("content/a.md", "", "null"), ("content/a.md", "kind: service", "service"),
    ("content/s/a.md", "kind: part", "part"), ("content/s/index.md", "kind: service", "service"),
    ("content/s/a.md", "kind: page", "page"),
  ])
  func `a page is of the kind that it names, else of its deepest folder's`(
    path: String, key: String, kind: String
  ) async throws {
    let built = try await build([
      "site.yml": "title: T\nkinds: {service: s, part: s/t}\n", path: "---\n\(key)\n---\n# A\n",
    ])
    #expect(built.report.findings.isEmpty, "\(built.report.findings)")
    let json = built.files["handbook.json"] ?? ""
    #expect(json.contains("\"kind\":" + (kind == "null" ? "null" : "\"\(kind)\"")), "\(json)")
  }

  @Test func `a kind that nobody declares is refused, on a site with none too`() async throws {
    try await check([
      "content/a.md": """
      ---
      kind: servce
            ^^^^^^ error: site.yml declares no kind 'servce'; did you mean 'service'?
      ---
      # A
      """, "site.yml": "title: T\nkinds: {service: }\n",
    ])
    let report = try await report(["content/a.md": "---\nkind: service\n---\n# A\n"])
    #expect(drawing(report.findings) == ["content/a.md:2 invalid-field"])
  }

  @Test
  func
    `a page that opts out may have any key, and one without front matter lacks what it must have`()
    async throws
  {
    let report = try await report([
      "site.yml": site("code: text, required"),
      "content/s/a.md": "---\nkind: page\ncolour: red\n---\n# A\n", "content/s/b.md": "# B\n",
    ])
    #expect(drawing(report.findings) == ["content/s/b.md:1 missing-field"])
  }

  @Test func `front matter that cannot be read lacks nothing`() async throws {
    let report = try await report([
      "site.yml": site("code: text, required"), "content/s/a.md": "---\ntitle: 'A\n---\n# A\n",
    ])
    #expect(report.findings.map(\.rule) == ["invalid-front-matter"])
  }

  @Test func `a kind may ask for a key that every page may have`() async throws {
    let report = try await report([
      "site.yml": site("owner: {required: true}\nreviewed: {required: true}"),
      "content/s/a.md": "---\nowner: me\n---\n# A\n",
    ])
    #expect(report.findings.map(\.message) == ["this service has no 'reviewed'"])
  }

  @Test func `a key of a page of a kind has no repair that turns its meaning or writes one twice`()
    async throws
  {
    let findings = try await report([
      "site.yml": site("code: text"),
      "content/s/a.md":
        "---\ncode: A\ncod: B\npublished: true\nsummary: x\nexcerpt: y\nslug: a\n---\n",
    ]).findings
    #expect(
      findings.map { "\($0.help ?? "") [\($0.fix?.replacement ?? "no repair")]" } == [
        "remove one of the two: 'code' can be written once [no repair]",
        "write 'draft: true' or 'draft: false', the opposite of 'published' [no repair]",
        "did you mean 'description'? [description]",
        "remove one of the two: 'description' can be written once [no repair]",
        "write 'url' with the whole path, such as 'url: /guides/my-page/' [no repair]",
      ])
  }

  @Test(arguments: [
    ("none", "'#none'"), ("No not yet", "'No: not yet'"), ("'Yes, fuly'", "'Yes, fully'"),
    ("[\"Yes, fuly\"]", "'Yes, fully'"), ("In progess", "In progress"), ("|\n  none", nil),
  ])
  func `a repaired value reads back as one that is allowed`(written: String, repair: String?)
    async throws
  {
    let values = ##"["Yes, fully", "No: not yet", "#none", In progress]"##
    let page = "---\nstate: \(written)\n---\n"
    let files = [
      "site.yml": site("state: {type: list, values: \(values)}"), "content/s/a.md": page,
    ]
    let finding = try #require(try await report(files).findings.first)
    #expect(finding.fix?.replacement == repair)
    guard let fix = finding.fix else { return }
    var bytes = Array(page.utf8)
    bytes.replaceSubrange(fix.range, with: Array(fix.replacement.utf8))
    let repaired = files.merging(["content/s/a.md": String(decoding: bytes, as: UTF8.self)]) { $1 }
    #expect(try await report(repaired).findings.map(\.message) == [])
  }
}
