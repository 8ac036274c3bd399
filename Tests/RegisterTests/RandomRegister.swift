import Testing
import Values

/// A register of random organisations, courses and certificates in which every rule holds, and
/// what it is written from, so that tests can break one thing.
struct RandomRegister {
  /// An organisation with terms that follow each other, its one course, and who passed it.
  struct Organisation {
    var name: String
    var terms: [(start: PlainDate, audit: String, auditClosed: PlainDate)]
    var certificates: [Certificate]
  }

  /// A foundation certificate.
  struct Certificate {
    var number: String
    var person: String
    var assessed: PlainDate
    var awarded: PlainDate
    var statusIndex: Int
  }

  var organisations: [Organisation] = []

  /// Creates a register that is sound on every day behind its last award.
  init(using random: inout SeededGenerator) throws {
    var statusIndices = Array(0..<1000).shuffled(using: &random)[...]
    for index in 0..<Int.random(in: 1...5, using: &random) {
      var start = try #require(
        PlainDate(daysSinceEpoch: Int.random(in: 16_000...18_000, using: &random)))
      var terms: [(PlainDate, String, PlainDate)] = []
      for term in 0..<Int.random(in: 1...3, using: &random) {
        let closed = Self.later(start, -Int.random(in: 1...60, using: &random))
        terms.append((start, "aud-\(index)-\(term)", closed))
        start = start.adding(months: 24) ?? start
      }
      let first = terms[0].0
      let certificates = (0..<Int.random(in: 0...4, using: &random)).map { holder in
        let assessed = Self.later(first, Int.random(in: 10...500, using: &random))
        let awarded = Self.later(assessed, Int.random(in: 0...90, using: &random))
        return Certificate(
          number: Self.number(using: &random), person: "per-\(index)-\(holder)",
          assessed: assessed, awarded: awarded, statusIndex: statusIndices.popFirst() ?? 0)
      }
      organisations.append(
        Organisation(
          name: "Organisation \(index)", terms: terms.map { ($0.0, $0.1, $0.2) },
          certificates: certificates))
    }
  }

  /// The register as its file.
  var text: String {
    organisationText + courseText + certificateText
  }

  private var organisationText: String {
    var text = "organisations:\n"
    for (index, organisation) in organisations.enumerated() {
      text += "  - id: org-\(index)\n    name: \(organisation.name)\n    audits:\n"
      for (position, term) in organisation.terms.enumerated() {
        text += """
                - {id: \(term.audit), kind: \(position == 0 ? "initial" : "renewal"), opened: \(Self.later(term.auditClosed, -30)),
                   closed: \(term.auditClosed), scope: {material: met, delivery: met, assessment: met}, decision: accredit}

          """
      }
      text += "    terms:\n"
      for (position, term) in organisation.terms.enumerated() {
        text +=
          "      - {id: acc-\(index)-\(position), audit: \(term.audit), start: \(term.start)}\n"
      }
    }
    return text
  }

  /// One version of the course for each term.
  private var courseText: String {
    let elements = [
      "customer-experience", "delivery", "process-context", "people-capability",
      "demand-capacity", "performance-improvement", "strategy-governance-leadership",
    ]
    var text = "courses:\n"
    for (index, organisation) in organisations.enumerated() {
      for (position, term) in organisation.terms.enumerated() {
        let end = term.start.adding(months: 24).map { Self.later($0, -1) } ?? term.start
        text += """
            - id: crs-\(index)-\(position)
              org: org-\(index)
              level: foundation
              title: Foundation
              version: "\(position)"
              assessment: {pass_mark_pct: 60}
              valid: {from: \(term.start), to: \(end)}
              coverage:

          """
        for element in elements {
          text += "      - {element: \(element), result: met, audit: \(term.audit)}\n"
        }
      }
    }
    return text
  }

  private var certificateText: String {
    var text = "certificates:\n"
    for (index, organisation) in organisations.enumerated() {
      for certificate in organisation.certificates {
        text += """
            - id: \(certificate.number)
              person: \(certificate.person)
              level: foundation
              org: org-\(index)
              course: crs-\(index)-0
              course_version: "0"
              attended: {from: \(Self.later(certificate.assessed, -5)), to: \(certificate.assessed)}
              assessed: \(certificate.assessed)
              awarded: \(certificate.awarded)
              status_index: \(certificate.statusIndex)

          """
      }
    }
    return text
  }

  /// A number that is issued, with its check character.
  static func number(using random: inout SeededGenerator) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    while true {
      let digits = (0..<8).map { _ in Int.random(in: 0..<32, using: &random) }
      let check = digits.reduce(0) { $0 * 32 + $1 } % 37
      guard check < 32 else { continue }
      let letters = digits.map { alphabet[$0] }
      return "C-\(String(letters[..<4]))-\(String(letters[4...]))-\(alphabet[check])"
    }
  }

  /// The day that many days later.
  static func later(_ day: PlainDate, _ days: Int) -> PlainDate {
    day.adding(days: days) ?? day
  }
}
