import Diagnostics
import Testing

@testable import Handbook

@Suite struct KindReaderTests {
  private func kinds(_ yaml: String) -> Diagnosed<KindTable> {
    let read = SettingsReader.read(
      SourceFile(path: "site.yml", text: "title: T\nkinds:\n" + yaml), url: nil)
    return Diagnosed(read.value.kinds, read.diagnostics)
  }

  private func types(_ fields: String) -> [String] {
    let read = kinds("  a:\n    fields:\n" + fields + "\n  b: other\n")
    #expect(read.diagnostics.map(\.message) == [])
    return read.value.all[0].fields.map(\.type.name)
  }

  @Test func `a kind has a folder, a description, a layout and fields`() throws {
    let read = kinds(
      """
        service:
          folder: services
          description: One of the services.
          layout: sheet
          fields:
            code: {type: text, required: true, pattern: "S[0-9]+", description: Its number.}
            phase: {type: one of, values: {alpha: Tried out., live: In use.}, default: alpha}
      """)
    #expect(read.diagnostics.isEmpty)
    let kind = try #require(read.value.all.first)
    #expect(kind.name == "service" && kind.folder == "services")
    #expect(kind.description == "One of the services." && kind.layout?.value == "sheet")
    #expect(kind.fields[0].isRequired && kind.fields[0].pattern == "S[0-9]+")
    #expect(kind.fields[0].description == "Its number.")
    guard case .choice(let choice) = kind.fields[1].type else { return #expect(Bool(false)) }
    #expect(choice.options.map(\.value) == ["alpha", "live"])
    #expect(choice.options.map(\.description) == ["Tried out.", "In use."])
    #expect(kind.fields[1].fallback != nil)
  }

  @Test(arguments: [
    ("services", "services"), ("/services/", "services"), ("content/services", "services"),
    ("content/services/**", "services"), ("skills/levels/", "skills/levels"), ("/", ""),
    ("content", ""),
  ])
  func `a folder may be written in several ways`(written: String, folder: String) {
    let read = kinds("  a: {folder: \"\(written)\"}\n")
    #expect(read.diagnostics.isEmpty && read.value.all[0].folder == folder)
    #expect(kinds("  a: \"\(written)\"\n").value.all[0].folder == folder)
  }

  @Test(arguments: [
    ("text", "text"), ("string", "text"), ("number", "number"), ("integer", "whole number"),
    ("whole number", "whole number"), ("date", "date"), ("boolean", "true or false"),
    ("true or false", "true or false"), ("url", "url"), ("markdown", "markdown"),
    ("Markdown", "markdown"), ("registry id", "registry id"), ("list", "list of text"),
    ("list of dates", nil), ("list of date", "list of date"), ("reference to b", "reference to b"),
    ("references to a or b", "references to a or b"), ("references", "references to page"),
    ("texxt", nil),
  ])
  func `a type is a word or a few`(written: String, name: String?) {
    let read = kinds("  a: {fields: {f: \(written)}}\n  b: {}\n")
    #expect(read.diagnostics.isEmpty == (name != nil), "\(read.diagnostics.map(\.message))")
    if let name { #expect(read.value.all[0].fields[0].type.name == name) }
  }

  @Test(arguments: [10_000, 40, 5])
  func `lists of lists go four deep, however they are written`(depth: Int) {
    let type = String(repeating: "list of ", count: depth) + "text"
    let deep = kinds("  a: {fields: {f: \(type)}}\n")
    #expect(
      deep.diagnostics.map(\.message) == [
        "lists of lists go no deeper than four"
      ])
    #expect(deep.value.all[0].fields[0].type.name == "text")
  }

  @Test func `lists four deep are read, and one more is refused where it is declared`() {
    let four = kinds("  a: {fields: {f: list of list of list of list of date}}\n")
    #expect(four.diagnostics.isEmpty)
    #expect(
      four.value.all[0].fields[0].type.name == "list of list of list of list of date")
    let mixed = kinds("  a: {fields: {f: {of: {of: list of list of list of date}}}}\n")
    #expect(mixed.diagnostics.count == 1)
  }

  @Test func `what a field says tells its type where it names none`() {
    #expect(
      types(
        """
              one: {values: [x, y]}
              two: {to: b}
              three: {columns: {name: text}}
              four: {of: number}
              five: {required: true}
              six:
              seven: {one of: [x]}
              related: {description: More.}
              reviewed: {required: true}
        """) == [
          "one of", "reference to b", "table", "list of number", "text", "text", "one of",
          "references to page", "date",
        ])
  }

  @Test func `fields may be a list with names, and required in a word`() {
    let read = kinds("  a:\n    fields:\n      - {name: x, type: date}\n      - {name: y}\n")
    #expect(read.value.all[0].fields.map(\.name) == ["x", "y"])
    let short = kinds("  a: {fields: {x: 'text, required', y: 'text, optional'}}\n").value.all[0]
    #expect(short.fields.map(\.isRequired) == [true, false])
  }

  @Test(
    arguments: [
      ("at least 2", 2, nil), ("at most 3", 0, 3), ("exactly one", 1, 1), ("2", 2, 2),
      ("1 to 3", 1, 3),
    ] as [(String, Int, Int?)])
  func `a count is told in words`(text: String, least: Int, most: Int?) throws {
    let count = try #require(Count(text))
    #expect(count.least == least && count.most == most)
  }

  @Test(arguments: ["", "many", "at least", "3 to 1", "-1", "at most 0", "1.5"])
  func `another count is none`(text: String) {
    #expect(Count(text) == nil)
  }

  @Test func `what is wrong with kinds stands under it`() async throws {
    try await check([
      "content/index.md": "# Home\n",
      "site.yml": """
      title: T
      terms:
        code: number
        ^^^^ error: a term cannot be called 'code': pages have a key of that name; choose another name, such as 'code_term'
        consumers: users
        ^^^^^^^^^ error: a term cannot be called 'consumers': pages have a key of that name; choose another name, such as 'consumers_term'
      kinds:
        page: {folder: all}
        ^^^^ error: 'kind: page' says that a page is of no kind; choose another name
        service:
          folder: services
          layuot: sheet
          ^^^^^^ error: 'layuot' is no key of a kind; did you mean 'layout'?
          fields:
            code: {type: text, requird: true}
                               ^^^^^^^ error: 'requird' is no key of a field; did you mean 'required'?
            phase: {type: one of}
            ^^^^^ error: the field 'phase' has no 'values'; add 'values: …'
            kinds: {type: tetx}
                          ^^^^ error: 'tetx' is no type of a field; did you mean 'text'?
            level: {to: lvel}
                        ^^^^ error: there is no kind 'lvel'; did you mean 'level'?
            needs: {to: service, inverse: consumers}
            parts: {to: service, inverse: code}
                                          ^^^^ error: 'code' is a field of the kind 'service' already; choose another name for those who refer to the page
            url: text
            ^^^ error: 'url' means something else on every page; choose another name, such as 'url_text'
            _own: text
            ^^^^ error: a field cannot be called '_own'; begin with a letter, and use letters, digits, '_' and '-'
            day: {type: date, default: soon}
                                       ^^^^ error: 'day' must be a day, not 'soon'; write year, month and day, such as 2026-06-30
            some: {type: list, count: few}
                                      ^^^ error: 'few' is no number of values; write 'exactly 1', 'at least 1', 'at most 5' or '1 to 5'
            form: {pattern: "(a"}
                            ^^^^ error: '(a' is no regular expression; write one, such as 'S[0-9]+'; it must match the whole text
            word: {type: text, inverse: x}
                               ^^^^^^^ error: 'inverse' says nothing about text; remove it, or change 'type'
        level:
        ^^^^^ error: the pages of 'content/services' are of the kind 'service' already; leave 'folder' out, and write 'kind: level' on each page
          folder: /services/
          layout: shete
                  ^^^^^ error: there is no layout 'layouts/shete.html'; leave 'layout' out for the built-in one
      """,
    ])
  }

  @Test func `the page that explains values has an anchor for each`() async throws {
    try await check([
      "content/stages.md": "# Stages\n\n## Off the shelf\n\n## Novel\n",
      "site.yml": """
      title: T
      kinds:
        service:
          fields:
            stage:
              values: [Off the shelf, novle, bespoke]
                                      ^^^^^ error: '/stages/' has no heading or anchor '#novle'; did you mean '#novel'?
                                             ^^^^^^^ error: '/stages/' has no heading or anchor '#bespoke'; explain 'bespoke' there below a heading of that name
              anchors: /stages/
            area: {values: [a], anchors: /stage/}
                                         ^^^^^^^ error: no page at '/stage/'; did you mean '/stages/'?
      """,
    ])
  }
}
