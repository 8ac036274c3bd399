import Diagnostics
import Testing
import Values

@testable import Register

/// A way to break a register, and the rule that finds it.
struct RandomBreak: Sendable {
  let rule: String
  /// The broken register's text; `nil` where there is nothing to break.
  let text: @Sendable (RandomRegister) -> String?

  /// Breaks what the register is written from.
  init(_ rule: String, _ change: @escaping @Sendable (inout RandomRegister) -> Bool) {
    self.rule = rule
    text = { register in
      var register = register
      return change(&register) ? register.text : nil
    }
  }

  /// Writes one part of the text otherwise: where it stands first.
  init(
    _ rule: String, writing now: @escaping @Sendable (RandomRegister) -> String,
    for part: @escaping @Sendable (RandomRegister) -> String?
  ) {
    self.rule = rule
    text = { register in
      guard let part = part(register), register.text.contains(part) else { return nil }
      return register.text.replacing(part, with: now(register), maxReplacements: 1)
    }
  }

  init(_ rule: String, writing now: String, for part: String) {
    self.init(rule, writing: { _ in now }, for: { _ in part })
  }

  /// Adds something at the end or, `before`, at the beginning.
  init(_ rule: String, adding text: String, before isFirst: Bool = false) {
    self.rule = rule
    self.text = { isFirst ? text + $0.text : $0.text + text }
  }
}

extension RandomRegister {
  /// The last day of the first certificate's award, where there is one.
  fileprivate var firstCertificate: Certificate? { organisations.flatMap(\.certificates).first }

  /// The course of the first organisation that has terms after each other, and its second term.
  fileprivate var secondTerm: PlainDate? {
    organisations[0].terms.count > 1 ? organisations[0].terms[1].start : nil
  }

  fileprivate static func period(_ start: PlainDate) -> String {
    let end = start.adding(months: 24).map { later($0, -1) } ?? start
    return "valid: {from: \(start), to: \(end)}"
  }
}

extension RandomBreak {
  private static let log = "{date: 2020-01-01, kind: correction, subject: org-0"
  private static let firstElement =
    "      - {element: customer-experience, result: met, audit: aud-0-0}\n"

  /// What breaks organisations, courses and the file as a whole.
  static let entries: [RandomBreak] = [
    .init("registry-r01", writing: "id: ACC-0-0", for: "id: acc-0-0"),
    .init("registry-r03", writing: "org: org-none", for: "org: org-0"),
    .init("registry-r04", writing: "valid: {from: 2099-01-01, ", for: "valid: {")
      .matching("valid: {from: "),
    .init(
      "registry-r05", adding: "log:\n  - {date: 2098-01-01, kind: correction, subject: org-0}\n"),
    .init(
      "registry-r06", adding: "framework:\n  elements: [{id: delivery, no: 1}]\n", before: true),
    .init("registry-r07", writing: "    auditz:", for: "    audits:"),
    .init(
      "registry-r08", writing: "name: Organisation 0\n    url: www.x.example",
      for: "name: Organisation 0"),
    .init("registry-r11", writing: "delivery: not-met", for: "delivery: met"),
    .init(
      "registry-r12", writing: { "start: \($0.organisations[0].terms[0].start), end: 2030-01-01}" },
      for: { "start: \($0.organisations[0].terms[0].start)}" }),
    .init("registry-r15") { register in
      guard register.organisations[0].terms.count == 2 else { return false }
      let start = RandomRegister.later(register.organisations[0].terms[1].start, 100)
      register.organisations[0].terms[1].start = start
      register.organisations[0].terms[1].auditClosed = RandomRegister.later(start, -1)
      return true
    },
    .init("registry-r16") { register in
      let start = register.organisations[0].terms[0].start
      register.organisations[0].terms[0].auditClosed = RandomRegister.later(start, -800)
      return true
    },
    .init("registry-r17") { _ in false }.orText { text in
      "framework: {auditors: [{id: aud-person-x, interests: [org-0]}]}\n"
        + text.replacing(
          "kind: initial,", with: "kind: initial, auditors: [aud-person-x],", maxReplacements: 1)
    },
    .init(
      "registry-r18",
      writing:
        "decision: accredit, auditors: [aud-p], appeal: {opened: 2020-01-01, decided_by: [aud-p]}}",
      for: "decision: accredit}"),
    .init(
      "registry-r19",
      writing: {
        "    interruptions: [{kind: withdrawn, from: \(RandomRegister.later($0.secondTerm ?? $0.organisations[0].terms[0].start, -9))}]\n    terms:\n"
      }, for: { $0.secondTerm == nil ? nil : "    terms:\n" }),
    .init(
      "registry-r20", writing: { _ in "valid: {from: 1990-01-01, to: 1990-12-31}" },
      for: { RandomRegister.period($0.organisations[0].terms[0].start) }),
    .init("registry-r21", writing: "result: not-met", for: "result: met"),
    .init("registry-r22", writing: firstElement + firstElement, for: firstElement),
    .init("registry-r23") { _ in false }.orText { text in
      text.replacing("level: foundation", with: "level: practitioner", maxReplacements: 1)
        .replacing(firstElement, with: "", maxReplacements: 1)
    },
    .init(
      "registry-r24",
      writing: { RandomRegister.period($0.organisations[0].terms[0].start) },
      for: { $0.secondTerm.map(RandomRegister.period) }),
    .init(
      "registry-r25", writing: "assessment: {form: written}", for: "assessment: {pass_mark_pct: 60}"
    ),
    .init("registry-r50", adding: "log:\n  - \(log), note_code: ann@x.example}\n"),
    .init("registry-r56", adding: "log:\n  - \(log), note_code: holders-2}\n"),
  ]

  /// What breaks a certificate of the foundation level by making it another.
  static let levels: [RandomBreak] = [
    .init("registry-r31", writing: #"course_version: "9""#, for: #"course_version: "0""#),
    higher("registry-r33", "practitioner", ""),
    higher("registry-r37", "practitioner", ""),
    higher("registry-r34", "practitioner", "{id: prj-1, from: 2019-01-01, to: 2019-02-01}"),
    higher("registry-r35", "senior-practitioner", ""),
    higher("registry-r36", "senior-practitioner", "{id: prj-1, from: 2019-01-01, to: 2019-02-01}"),
    event("registry-r40", "{date: 2026-01-01, kind: revoked}"),
    event(
      "registry-r41",
      "{date: 2026-01-01, kind: revoked, code: holder-request}, {date: 2026-01-02, kind: superseded, by: C-1}"
    ),
    .init("registry-r38") { register in
      guard let index = register.organisations.firstIndex(where: { $0.certificates.count > 1 })
      else { return false }
      let person = register.organisations[index].certificates[0].person
      register.organisations[index].certificates[1].person = person
      return true
    },
  ]

  private static func higher(_ rule: String, _ level: String, _ project: String) -> RandomBreak {
    RandomBreak(
      rule,
      writing: {
        "    level: \(level)\n    evidence: [\(project)]\n    org: org-\($0.firstOwner)\n    course: crs"
      },
      for: {
        $0.firstCertificate == nil
          ? nil : "    level: foundation\n    org: org-\($0.firstOwner)\n    course: crs"
      })
  }

  private static func event(_ rule: String, _ events: String) -> RandomBreak {
    RandomBreak(
      rule,
      writing: {
        "status_index: \($0.firstCertificate?.statusIndex ?? 0)\n    status_events: [\(events)]\n"
      },
      for: { register in register.firstCertificate.map { "status_index: \($0.statusIndex)\n" } })
  }
}

extension RandomRegister {
  /// The number of the first organisation that awarded something.
  fileprivate var firstOwner: Int { organisations.firstIndex { !$0.certificates.isEmpty } ?? 0 }
}

extension RandomBreak {
  private init(rule: String, text: @escaping @Sendable (RandomRegister) -> String?) {
    self.rule = rule
    self.text = text
  }

  /// The same, breaking the whole text.
  fileprivate func orText(_ change: @escaping @Sendable (String) -> String) -> RandomBreak {
    RandomBreak(rule: rule) { change($0.text) }
  }

  /// The same, for the first part that begins so, up to the next blank.
  fileprivate func matching(_ start: String) -> RandomBreak {
    RandomBreak(rule: rule) { register in
      let text = register.text
      guard let range = text.firstRange(of: start) else { return nil }
      let end = text[range.upperBound...].firstIndex(of: ",") ?? range.upperBound
      return String(text[..<range.upperBound]) + "2099-01-01" + String(text[end...])
    }
  }
}
