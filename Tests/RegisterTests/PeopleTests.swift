import Diagnostics
import Testing
import Values

@testable import Register

@Suite struct PeopleTests {
  private func decode(_ text: String) -> Diagnosed<People> {
    People.decode(SourceFile(path: "people.yml", text: text))
  }

  private let ann = """
    - id: per-1
      name: Ann
      publication: {state: listed, basis: consent, notice_version: "1", given: 2026-01-10}
    """

  @Test func `the file is a list, or has one`() {
    #expect(decode(ann).value.all.map(\.id.value) == ["per-1"])
    #expect(decode("sample: true\npeople:\n" + ann).value.isSample)
    #expect(decode("").value.all.isEmpty)
    for wrong in ["people", "persons: []", "sample: maybe", "- no"] {
      #expect(!decode(wrong).diagnostics.isEmpty, "\(wrong)")
    }
  }

  @Test func `a consent holds from its day on`() throws {
    let person = try #require(decode(ann).value.person("per-1"))
    for (day, isListed) in [("2026-01-09", false), ("2026-01-10", true), ("2030-01-01", true)] {
      #expect(person.isListed(on: try #require(PlainDate(day))) == isListed)
    }
  }

  @Test func `names that someone else of the name shows are not hidden`() throws {
    let text = ann + "\n- {id: per-2, name: Ann}\n- {id: per-3, name: Bob}\n"
    let day = try #require(PlainDate("2026-06-30"))
    #expect(decode(text).value.hiddenNames(on: day).map(\.name) == ["Bob"])
    #expect(decode(text).value.shownNames(on: day) == ["Ann"])
  }

  @Test func `what may be a name is asterisks in the file that findings show`() {
    let shown = decode(
      """
      - {id: per-1, name: Ann Lee, employer: "Works", colour: red}
      - id: per-2  # Bo
        name:
          Zoë 2
        publication: {state: listed, given: 2026-02-30, withdrawn: null, notice_version: "2026-01"}
      """
    ).value.file
    #expect(
      String(decoding: shown.bytes, as: UTF8.self) == """
        - {id: per-1, name: *** ***, employer: "*****", ******: ***}
        - id: per-2  # **
          name:
            **** *
          publication: {state: listed, given: 2026-02-30, withdrawn: null, notice_version: "2026-01"}
        """)
  }

  @Test(arguments: [
    "- id: per-1\n  name:Zora Quillfeather", "- id: per-1\n  name: Zora: Quillfeather",
    "- {id: per-1, nmae: Zora Quillfeather}", "- {id: per-1, Zora: Quillfeather}",
    "- id: per-1\n   name: Zora Quillfeather", "- {id: per-1, name: Zora, name: Quillfeather}",
    "- id: per-1\n  name: 'Zora Quillfeather\n", "- id: per-1\n  name: @Zora Quillfeather",
    "- id: per-1\n  name: *Zora Quillfeather", "- id: per-1\n  name: !Zora Quillfeather",
    "- id: per-1\n  name: - Zora Quillfeather", "- id: per-1\n  name: \"\\Zora Quillfeather\"",
    "- {id: per-1, name: [Zora, Quillfeather]}", "- {id: per-1, name: {Zora: Quillfeather}}",
    "- {id: per-1, name: x, publication: {state: Zora, withdrawn: Zora 'Q' Quillfeather}}",
    "- {id: per-1, name: x, publication: {state: none, basis: \"Zor\\x61\"}}",
    "- Zora Quillfeather",
    "Zora: Quillfeather", "sample: Zora Quillfeather",
  ])
  func `no finding tells a name, whatever is wrong`(text: String) throws {
    let found = decode(text).diagnostics
    #expect(!found.isEmpty)
    let printed = found.map { TextPrinter().print($0) }.joined()
    for name in ["Zor", "Quill", "feather"] { #expect(!printed.contains(name), "\(printed)") }
    // A repair would be one of the file with asterisks.
    #expect(found.allSatisfy { $0.fix == nil })
  }

  @Test func `findings still say what can be said`() {
    let found = decode("- {id: per-1, nmae: Zora, publication: {state: lsited}}").diagnostics
    #expect(found.map(\.help).contains("did you mean 'name'?"))
    #expect(found.map(\.message).contains("'******' is no state"))
    #expect(found.map(\.message).contains("this person has no 'name'"))
  }

  @Test(arguments: ["peple:\n", "people:\n- {id: per-2, name: 'x}\n"])
  func `nobody is asked for where the file could not be read to its end`(start: String) throws {
    let people = decode(start + ann)
    #expect(!people.diagnostics.isEmpty)
    let registry = registryOfOne
    #expect(people.value.check(with: registry, asOf: try #require(PlainDate("2026-06-30"))).isEmpty)
  }

  private var registryOfOne: Register.Registry {
    Register.Registry.decode([
      SourceFile(
        path: "r.yml", text: "certificates:\n  - {id: C-1, person: per-9, awarded: 2026-01-01}")
    ]).value
  }

  @Test func `nobody else is asked for`() throws {
    let registry = registryOfOne
    let day = try #require(PlainDate("2026-06-30"))
    let found = decode(ann).value.check(with: registry, asOf: day)
    #expect(found.map(\.rule) == ["registry-r03"])
    #expect(found.first?.message == "the people file has no 'per-9'")
  }
}
