import Diagnostics
import Testing
import Values

@testable import Register

@Suite struct DraftTests {
  private func day(_ text: String) throws -> PlainDate { try #require(PlainDate(text)) }

  /// The text with a draft in its place.
  private func written(_ draft: RegistryDraft, in text: String) throws -> String {
    var text = Array(text.utf8)
    let edits = try decode(String(decoding: text, as: UTF8.self)).value.edits(adding: draft)
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      text.replaceSubrange(edit.range, with: edit.text.utf8)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The lines that a text has and another has not: in order, and nothing else may differ.
  private func addedLines(_ now: String, to before: String) -> [String] {
    var rest = before.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var added: [String] = []
    for line in now.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == rest.first { rest.removeFirst() } else { added.append(String(line)) }
    }
    #expect(rest.isEmpty, "something was taken away: \(rest)")
    return added
  }

  @Test func `a renewal has an audit, the following term and a line of the log`() throws {
    let draft = try decode(soundRegister).value.renewal(
      of: "org-college",
      Accreditation(decided: try day("2027-04-02"), auditors: ["aud-person-a"]))
    let now = try written(draft, in: soundRegister)
    #expect(
      addedLines(now, to: soundRegister) == [
        "      - {id: aud-0004, kind: renewal, opened: 2027-04-02, closed: 2027-04-02, auditors: [aud-person-a], scope: {material: met, delivery: met, assessment: met}, decision: accredit, conditions: []}",
        "      - {id: acc-0004, audit: aud-0004, start: 2027-05-15, end: 2029-05-14}",
        "  - {date: 2027-04-02, kind: accreditation-renewed, subject: org-college, note_code: from-2027-05-15}",
      ])
    #expect(draft.id == "acc-0004")
    #expect(
      draft.remarks == [
        "end the versions of crs-new, crs-practice, crs-senior on 2027-05-14, and enter what 'aud-0004' found by 'registry add course --audit aud-0004 --from 2027-05-15'"
      ])
    let found = decode(now).value.check(asOf: try day("2027-06-01")).map(\.rule)
    // The courses were not audited anew: nobody but an auditor can say that they were.
    #expect(Set(found) == ["registry-r16"])
  }

  @Test func `a renewal is not entered twice`() throws {
    let first = try decode(soundRegister).value.renewal(
      of: "org-college", Accreditation(decided: try day("2027-04-02")))
    let now = decode(try written(first, in: soundRegister)).value
    let again = Accreditation(decided: try day("2027-04-02"))
    #expect(
      throws: DraftRefusal.impossible(
        "'org-college' has its next term already: 'acc-0004' begins on 2027-05-15; for another one give --start"
      )
    ) { try now.renewal(of: "org-college", again) }
    var meant = again
    meant.start = try day("2029-05-15")
    #expect(try now.renewal(of: "org-college", meant).yaml.contains("end: 2031-05-14"))
  }

  @Test func `who was withdrawn is audited as if for the first time`() throws {
    let withdrawn = soundRegister.replacing(
      "kind: suspended, from: 2024-05-01, to: 2024-06-30", with: "kind: withdrawn, from: 2024-05-01"
    )
    let draft = try decode(withdrawn).value.renewal(
      of: "org-other", Accreditation(decided: try day("2026-03-02"), auditors: ["aud-person-a"]))
    #expect(draft.yaml.contains("kind: initial"))
    #expect(draft.yaml.contains("kind: accreditation-granted"))
    let found = decode(try written(draft, in: withdrawn)).value.check(asOf: try day("2026-06-30"))
    #expect(found.map(\.rule) == ["registry-r15"])
  }

  @Test(arguments: [
    ("Ärzte & Co", "org-arzte-co"), ("École Supérieure", "org-ecole-superieure"),
    ("Straße Æthel Øre", "org-strasse-aethel-ore"), ("Zażółć", "org-zazolc"),
    ("Þór Iðunn Işık", "org-thor-idunn-isik"),
  ])
  func `an id is made of the plain letters of a name`(name: String, id: String) throws {
    #expect(try decode("").value.draft(NewOrganisation(name: name)).id == id)
  }

  @Test func `a late renewal begins when it is decided, and says that there is a gap`() throws {
    let draft = try decode(soundRegister).value.renewal(
      of: "org-other", Accreditation(decided: try day("2025-03-10")))
    #expect(draft.yaml.contains("start: 2025-03-10, end: 2027-03-09"))
    #expect(
      draft.remarks == [
        "there is a gap from 2025-03-01 on", "'aud-0004' names nobody who audited: add their codes",
      ])
  }

  @Test func `a certificate has a number, a code and a position of its own`() throws {
    var random = SeededGenerator(seed: 3)
    var certificate = NewCertificate(course: "crs-new", awarded: try day("2026-06-12"))
    certificate.attendedFrom = try day("2026-06-01")
    certificate.assessed = try day("2026-06-05")
    let registry = decode(soundRegister).value
    let draft = try registry.draft(certificate, asOf: try day("2026-06-30"), using: &random)
    let now = try written(draft, in: soundRegister)
    let read = decode(now)
    #expect(read.diagnostics.isEmpty)
    #expect(read.value.check(asOf: try day("2026-06-30")).isEmpty)
    let added = try #require(read.value.certificate(draft.id))
    #expect(added.person?.value.hasPrefix("per-") == true)
    #expect(added.organisation?.value == "org-college")
    #expect(
      addedLines(now, to: soundRegister).last
        == "  - {date: 2026-06-30, kind: certificate-count, subject: org-college, note_code: awarded-1}"
    )
  }

  @Test func `the count of a month is raised, and nothing else of the line`() throws {
    var random = SeededGenerator(seed: 4)
    let text = """
      courses:
      - {id: crs-a, org: org-a, level: foundation, version: '1'}
      log:
      - {date: 2026-06-30, kind: certificate-count, subject: org-a, note_code: awarded-9} # so far
      """
    let draft = try decode(text).value.draft(
      NewCertificate(course: "crs-a", awarded: try day("2026-06-12")), asOf: try day("2026-07-01"),
      using: &random)
    let now = try written(draft, in: text)
    #expect(now.contains("note_code: awarded-10} # so far\ncertificates:\n  - id: \(draft.id)\n"))
  }

  @Test(arguments: 0..<40)
  func `what is drafted at random is sound and unused`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = try RandomRegister(using: &random).text
    let registry = decode(text).value
    let course = try #require(registry.courses.first)
    let start = try #require(course.valid?.from?.value)
    let awarded = RandomRegister.later(start, 30)
    var new = NewCertificate(course: course.id.value, awarded: awarded)
    new.attendedFrom = start
    new.assessed = awarded
    let now = try written(
      try registry.draft(new, asOf: awarded, using: &random), in: text)
    let found = decode(now)
    #expect(found.diagnostics.isEmpty)
    #expect(found.value.check(asOf: try day("2027-01-01")).isEmpty)
    #expect(found.value.certificates.count == registry.certificates.count + 1)
  }

  @Test func `organisations and courses get ids from their names`() throws {
    let registry = decode(soundRegister).value
    var college = NewOrganisation(name: "The Other: “Été” & Sons")
    college.accreditation = Accreditation(
      decided: try day("2024-02-29"), auditors: ["aud-person-a"])
    let draft = try registry.draft(college)
    #expect(draft.id == "org-the-other-ete-sons")
    #expect(draft.yaml.contains("name: \"The Other: “Été” & Sons\""))
    #expect(draft.yaml.contains("start: 2024-02-29, end: 2026-02-27"))
    let now = try written(draft, in: soundRegister)
    #expect(decode(now).value.organisation("org-the-other-ete-sons")?.audits.count == 1)
    #expect(decode(now).diagnostics.isEmpty)

    let course = try registry.draft(
      NewCourse(organisation: "org-college", level: .foundation, title: "F", version: "3.0"),
      asOf: try day("2026-06-30"))
    #expect(course.id == "crs-college-f")
    #expect(course.yaml.contains("version: \"3.0\""))
    #expect(course.yaml.contains("audit: aud-2"))
  }

  @Test func `a course names the passed audit that was closed last, in whatever order they stand`()
    throws
  {
    let audits = [
      "{id: aud-1, closed: 2023-05-12, decision: accredit}",
      "{id: aud-2, closed: 2025-04-25, decision: accredit-with-conditions}",
      "{id: aud-3, closed: 2025-09-30, decision: refuse}", "{id: aud-4}",
    ]
    let new = NewCourse(organisation: "org-a", level: .foundation, title: "F", version: "1")
    for order in [audits, audits.reversed()] {
      let registry = decode(
        "organisations: [{id: org-a, audits: [\(order.joined(separator: ", "))]}]"
      ).value
      let today = try day("2026-06-30")
      #expect(try registry.draft(new, asOf: today).yaml.contains("audit: aud-2"))
      for refused in ["aud-3", "aud-4"] {
        var wanted = new
        wanted.audit = refused
        #expect(
          throws: DraftRefusal.impossible(
            "'\(refused)' did not end in an accreditation; name an audit that did")
        ) { try registry.draft(wanted, asOf: today) }
      }
      var first = new
      first.audit = "aud-1"
      #expect(try registry.draft(first, asOf: today).yaml.contains("audit: aud-1"))
    }
  }

  @Test func `lists are added to however they are written`() throws {
    let organisation = RegistryDraft(
      id: "org-b",
      additions: [
        .init(list: "organisations", entry: .map([("id", .text("org-b")), ("name", .text("B"))]))
      ])
    for (text, now) in [
      ("", "organisations:\n  - id: org-b\n    name: B\n"),
      ("organisations: []\nlog: []\n", "organisations:\n  - id: org-b\n    name: B\nlog: []\n"),
      ("organisations:\nlog: []\n", "organisations:\n  - id: org-b\n    name: B\nlog: []\n"),
      ("log: []", "log: []\norganisations:\n  - id: org-b\n    name: B\n"),
      (
        "organisations: [{id: org-a, name: A}] # all\n",
        "organisations: [{id: org-a, name: A}, {id: org-b, name: B}] # all\n"
      ),
      (
        "organisations:\n- id: org-a\n  name: A # one\n\n# end\n",
        "organisations:\n- id: org-a\n  name: A # one\n- id: org-b\n  name: B\n\n# end\n"
      ),
      (
        "organisations:\n  -\n    id: org-a\n    name: A",
        "organisations:\n  -\n    id: org-a\n    name: A\n  - id: org-b\n    name: B\n"
      ),
      (
        "{\"organisations\": [], \"log\": []}",
        "{\"organisations\": [{id: org-b, name: B}], \"log\": []}"
      ),
      ("{organisations: null, log: []}", "{organisations: [{id: org-b, name: B}], log: []}"),
      ("{organisations: , log: []}", "{organisations: [{id: org-b, name: B}] , log: []}"),
      ("{log: []}", "{log: [], organisations: [{id: org-b, name: B}]}"),
      (
        "organisations: # none yet\n  []\nlog: []\n",
        "organisations: # none yet\n  - id: org-b\n    name: B\nlog: []\n"
      ),
    ] {
      let found = try written(organisation, in: text)
      #expect(found == now, "\(found.debugDescription)")
    }
  }

  @Test func `an organisation in braces is renewed between them`() throws {
    let text = """
      organisations:
        - {id: org-x, name: X, audits: [], terms: [{id: acc-1, start: 2024-01-01}]}
      log: []
      """
    let draft = try decode(text).value.renewal(
      of: "org-x", Accreditation(decided: try day("2025-12-01")))
    let now = try written(draft, in: text)
    #expect(now.contains("name: X, audits: [{id: aud-0001,"))
    #expect(now.contains("terms: [{id: acc-1, start: 2024-01-01}, {id: acc-0002,"))
    #expect(decode(now).diagnostics.isEmpty)
    #expect(decode(now).value.organisation("org-x")?.terms.count == 2)
  }

  @Test(arguments: [
    (
      "organisations: [\nlog: []\n",
      "'registry.yml' cannot be read as YAML; 'handbook check' says where"
    ),
    (
      "organisations: []\norganisations: []\n",
      "'registry.yml' cannot be read as YAML; 'handbook check' says where"
    ),
    (
      "{organisations, log: []}",
      "no place is found for 'organisations', which has no colon behind it"
    ),
  ])
  func `nothing is put where its place is not sure`(text: String, reason: String) throws {
    let registry = decode(text).value
    let draft = try registry.draft(NewOrganisation(name: "B"))
    #expect(throws: DraftRefusal.impossible(reason)) { try registry.edits(adding: draft) }
  }

  @Test func `an id that is none is answered with the nearest`() throws {
    let registry = decode(soundRegister).value
    let decided = Accreditation(decided: try day("2026-01-01"))
    #expect(
      throws: DraftRefusal.unknown(
        kind: "organisation", id: "org-colege", nearest: "org-college")
    ) { try registry.renewal(of: "org-colege", decided) }
    #expect(
      DraftRefusal.unknown(kind: "course", id: "crs-x", nearest: "crs-a").description
        == "the register has no course 'crs-x'; did you mean 'crs-a'?")
  }

  @Test(arguments: [
    "C-7Q4M-X2RK-3", "c-7q4m-x2rk-3", "c7q4mx2rk3", " C 7Q4M X2RK 3 ", "C–7Q4M–X2RK–3",
  ])
  func `a number is read however it is written`(text: String) {
    #expect(CertificateNumber(lenient: text)?.text == "C-7Q4M-X2RK-3")
  }

  @Test func `letters that look like digits are read as these`() {
    #expect(CertificateNumber(lenient: "C-OIL0-1111-U")?.text == "C-0110-1111-V")
    #expect(CertificateNumber(lenient: "C-7Q4M-X2RK") == nil)
  }

  @Test(arguments: [
    "a", "a b", "3.0", "yes", "x: y", "#1", "null", "\"q\" \\", "été", "- a", "https://a.example/x",
    "a\u{85}b", "a\u{2028}b", "a\u{2029}", "a\rb", "a\nb", "a\tb", "\u{1}", "\u{7F}", "\u{FEFF}a",
    "\u{A0}a",
  ])
  func `text is written so that it is read back`(text: String) throws {
    let yaml = DraftValue.map([("id", .text("org-a")), ("name", .text(text))])
    for written in [
      "organisations:\n" + yaml.item(indent: 2), "organisations: [\(yaml.inline)]\n",
    ] {
      #expect(decode(written).value.organisations.first?.name?.value == text, "\(written)")
    }
  }

  /// An organisation that was withdrawn and, where `terms` says so, admitted again.
  private func withdrawn(_ terms: String = "") -> Register.Registry {
    decode(
      """
      organisations:
        - id: org-leap
          name: Leap
          terms: [{id: acc-0001, start: 2024-02-29}\(terms)]
          interruptions: [{kind: withdrawn, from: 2025-03-01}]
      """
    ).value
  }

  @Test func `a renewal after a readmission is a renewal`() throws {
    let draft = try withdrawn(", {id: acc-0002, start: 2026-02-28}").renewal(
      of: "org-leap", Accreditation(decided: try day("2028-02-01")))
    #expect(draft.yaml.contains("kind: renewal"))
    #expect(draft.yaml.contains("kind: accreditation-renewed"))
    #expect(draft.yaml.contains("start: 2028-02-28"))
  }

  @Test func `who was withdrawn begins again when that is decided`() throws {
    let draft = try withdrawn().renewal(
      of: "org-leap", Accreditation(decided: try day("2025-09-01")))
    #expect(draft.yaml.contains("kind: initial"))
    #expect(draft.yaml.contains("start: 2025-09-01"))
    #expect(draft.remarks.contains("there is a gap from 2025-03-01 on"))
  }

  @Test func `an organisation that has not applied is remarked upon`() throws {
    var new = NewOrganisation(name: "Beta")
    #expect(
      try decode("").value.draft(new).remarks == [
        "'org-beta' stands in the register without an application: add its day, by --applied"
      ])
    new.applied = try day("2026-05-11")
    #expect(try decode("").value.draft(new).remarks.isEmpty)
  }

  @Test func `what is added ends its lines as the file does`() throws {
    let text = soundRegister.replacing("\n", with: "\r\n")
    let draft = try decode(text).value.renewal(
      of: "org-college", Accreditation(decided: try day("2027-04-02")))
    let now = try written(draft, in: text)
    #expect(now.utf8.count > text.utf8.count)
    #expect(!now.replacing("\r\n", with: "").utf8.contains(UInt8(ascii: "\n")))
    #expect(decode(now).diagnostics.isEmpty)
  }
}
