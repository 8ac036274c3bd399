import Diagnostics
import Testing
import Values
import YAML

@testable import Register

@Suite struct DecodingTests {
  @Test func `an unknown key is shown with the nearest known one`() {
    #expect(
      findings(
        reading: """
          organizations: []
          organisations:
            - id: org-a
              name: A
              term: []
          certificates:
            - {id: C-1, person: per-a, level: foundation, org: org-a, course: crs-a,
               course_version: "1", awarded: 2024-01-01, status_index: 1, emial: x}
          """) == #"""
          registry.yml:1:1: error: 'organizations' is no key of the register [registry-r07]
            organizations: []
            ^^^^^^^^^^^^^
            help: did you mean 'organisations'?
          registry.yml:5:5: error: 'term' is no key of an organisation [registry-r07]
                term: []
                ^^^^
            help: did you mean 'terms'?
          registry.yml:8:65: error: 'emial' is no key of a certificate [registry-r07]
                 course_version: "1", awarded: 2024-01-01, status_index: 1, emial: x}
                                                                            ^^^^^
            help: remove it; the keys are id, person, level, org, course, course_version, awarded, status_index, attended, assessed, evidence, status_events

          """#)
  }

  @Test func `a missing field is shown at the entry`() {
    #expect(
      findings(
        reading: """
          organisations:
            - id: org-a
            - {name: '', id: org-b, terms: [{id: acc-1}]}
          courses:
            - title: Only a title
          """) == #"""
          registry.yml:2:9: error: this organisation has no 'name' [missing-field]
              - id: org-a
                    ^^^^^
            help: add 'name: …'
          registry.yml:3:20: error: this organisation has no 'name' [missing-field]
              - {name: '', id: org-b, terms: [{id: acc-1}]}
                               ^^^^^
            help: add 'name: …'
          registry.yml:3:40: error: this term has no 'start' [missing-field]
              - {name: '', id: org-b, terms: [{id: acc-1}]}
                                                   ^^^^^
            help: add 'start: …'
          registry.yml:5:5: error: this course has no 'id' [missing-field]
              - title: Only a title
                ^^^^^
            help: add 'id: …'
          registry.yml:5:5: error: this course has no 'org' [missing-field]
              - title: Only a title
                ^^^^^
            help: add 'org: …'
          registry.yml:5:5: error: this course has no 'level' [missing-field]
              - title: Only a title
                ^^^^^
            help: add 'level: …'
          registry.yml:5:5: error: this course has no 'version' [missing-field]
              - title: Only a title
                ^^^^^
            help: add 'version: …'

          """#)
  }

  @Test func `a field of another type is shown`() {
    #expect(
      findings(
        reading: """
          framework: {rules: {accreditation_months: 0, require_lower_level: yes}}
          organisations:
            - {id: org-a, name: [A], kind: colleges, audits: {id: aud-1}, terms: [acc-1]}
          tombstones: none
          """) == #"""
          registry.yml:1:43: error: 'accreditation_months' cannot be 0 [invalid-field]
            framework: {rules: {accreditation_months: 0, require_lower_level: yes}}
                                                      ^
            help: write a number from 1 to 1200
          registry.yml:1:67: error: 'require_lower_level' must be true or false, not 'yes' [invalid-field]
            framework: {rules: {accreditation_months: 0, require_lower_level: yes}}
                                                                              ^^^
            help: write true, without quotes
          registry.yml:3:23: error: 'name' must be text, not a list [invalid-field]
              - {id: org-a, name: [A], kind: colleges, audits: {id: aud-1}, terms: [acc-1]}
                                  ^^^
            help: write one value
          registry.yml:3:34: error: 'colleges' is no kind [invalid-field]
              - {id: org-a, name: [A], kind: colleges, audits: {id: aud-1}, terms: [acc-1]}
                                             ^^^^^^^^
            help: did you mean 'college'?
          registry.yml:3:52: error: 'audits' must be a list [invalid-field]
              - {id: org-a, name: [A], kind: colleges, audits: {id: aud-1}, terms: [acc-1]}
                                                               ^^^^^^^^^^^
            help: begin each of its values with a hyphen on a line
          registry.yml:3:73: error: 'terms' must hold keys and values [invalid-field]
              - {id: org-a, name: [A], kind: colleges, audits: {id: aud-1}, terms: [acc-1]}
                                                                                    ^^^^^
            help: write 'key: value' below it
          registry.yml:4:13: error: 'tombstones' must be a list [invalid-field]
            tombstones: none
                        ^^^^
            help: begin each of its values with a hyphen on a line

          """#)
  }

  @Test func `a day that does not exist is shown`() {
    #expect(
      findings(
        reading: """
          organisations:
            - {id: org-a, name: A, terms: [{id: acc-1, start: 2023-02-29}], applications: [{date: 1/2/2023}]}
          """) == #"""
          registry.yml:2:89: error: 'date' must be a day, not '1/2/2023' [registry-r04]
              - {id: org-a, name: A, terms: [{id: acc-1, start: 2023-02-29}], applications: [{date: 1/2/2023}]}
                                                                                                    ^^^^^^^^
            help: write year, month and day, such as 2026-06-30
          registry.yml:2:53: error: 2023-02-29 is no day of the calendar [registry-r04]
              - {id: org-a, name: A, terms: [{id: acc-1, start: 2023-02-29}], applications: [{date: 1/2/2023}]}
                                                                ^^^^^^^^^^
            help: write year, month and day, such as 2026-06-30

          """#)
  }

  @Test func `a file that is no register is shown`() {
    #expect(
      findings(reading: "- id: org-a\n") == #"""
        registry.yml:1:1: error: expected the keys of a register [invalid-registry]
          - id: org-a
          ^
          help: begin with 'organisations:' and the list of them

        """#)
  }

  @Test func `a file too long is not read`() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: (64 << 20) + 1)
    let read = Registry.decode([SourceFile(path: "registry.yml", bytes: bytes)])
    #expect(read.diagnostics.map(\.rule) == ["limit-exceeded"])
  }

  @Test func `what stands before an error of syntax is kept`() {
    let read = decode("organisations:\n  - {id: org-a, name: A}\n  - {id: org-b, name: 'B}\n")
    #expect(read.value.organisations.first?.id.value == "org-a")
    #expect(read.diagnostics.map(\.rule).first == "invalid-registry")
  }

  @Test func `numbers stay what was written where text belongs`() throws {
    let course = try #require(
      decode("courses:\n  - {id: 012, version: 1.10, title: 1:20, org: no, level: foundation}\n")
        .value.courses.first)
    #expect(course.id.value == "012")
    #expect(course.version?.value == "1.10")
    #expect(course.title?.value == "1:20")
    #expect(course.organisation?.value == "no")
  }

  @Test func `several files make one register, each with its own places`() throws {
    let files = [
      SourceFile(path: "a.yml", text: "organisations:\n  - {id: org-a, name: A}\n"),
      SourceFile(path: "b.yml", text: "courses:\n  - {id: crs-a, org: org-b, level: foundation}\n"),
    ]
    let registry = Registry.decode(files).value
    let organisation = try #require(registry.organisation("org-a"))
    let course = try #require(registry.course("crs-a"))
    #expect(registry.place(of: organisation.id.range).file.path == "a.yml")
    let place = registry.place(of: course.id.range)
    #expect(place.file.path == "b.yml")
    #expect(String(decoding: place.file.bytes[place.range], as: UTF8.self) == "crs-a")
  }

  @Test func `an allowance is for the entry below it`() throws {
    let registry = decode(
      """
      certificates:
        # handbook: allow registry-r34 until 2099-12-31: sample of a warning
        - id: C-1
          person: per-a
        - id: C-2
      """
    ).value
    let allowance = try #require(registry.allowances.first)
    #expect(allowance.clause.rule == "registry-r34")
    #expect(registry.allowances.count == 1)
    let covered = registry.certificates.map { allowance.entry.contains($0.id.range.lowerBound) }
    #expect(covered == [true, false])
  }

  @Test func `a certificate's number is checked by its last character`() throws {
    let number = try #require(CertificateNumber("C-7Q4M-X2RK-3"))
    #expect(number.check == "3")
    for text in [
      "", "C-7Q4M-X2RK", "c-7q4m-x2rk-3", "C-7Q4M-X2RK-33", "C-7Q4I-X2RK-3", "C-7Q4M-X2RK-U",
    ] {
      #expect(CertificateNumber(text) == nil)
    }
  }

  @Test(arguments: 0..<20)
  func `a register cut or changed anywhere does no harm`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bytes = Array(soundRegister.utf8)
    for _ in 0..<Int.random(in: 1..<6, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] =
        Array("{}[]:,-'\"\n 09aZé\u{0}".utf8).randomElement(using: &random) ?? 0
    }
    if seed % 4 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
    let file = SourceFile(path: "registry.yml", bytes: bytes)
    let read = Registry.decode([file])
    guard let day = PlainDate(daysSinceEpoch: Int.random(in: 15_000..<25_000, using: &random))
    else { return }
    for finding in read.diagnostics + read.value.check(asOf: day) {
      #expect(finding.place.range.upperBound <= bytes.count)
      #expect(finding.place.file.path == "registry.yml")
    }
  }
}
