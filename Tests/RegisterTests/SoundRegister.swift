import Diagnostics
import Register
import Testing
import Values

/// A register in which every rule holds on 2026-06-30; each rule's test breaks it in one place.
let soundRegister = """
  framework:
    id: soms
    elements:
      - {id: customer-experience, no: 1}
      - {id: delivery, no: 2}
      - {id: process-context, no: 3}
      - {id: people-capability, no: 4}
      - {id: demand-capacity, no: 5}
      - {id: performance-improvement, no: 6}
      - {id: strategy-governance-leadership, no: 7}
    levels:
      - {id: foundation, rank: 1}
      - {id: practitioner, rank: 2}
      - {id: senior-practitioner, rank: 3}
    auditors:
      - {id: aud-person-a, interests: []}
      - {id: aud-person-b, interests: [org-other]}
  organisations:
    - id: org-college
      name: The College
      url: https://college.example/
      contact_url: https://college.example/contact
      identifiers: [{scheme: ukprn, value: "00000001"}]
      applications: [{date: 2023-01-09, ref: app-1}]
      audits:
        - {id: aud-1, kind: initial, opened: 2023-02-01, closed: 2023-05-12, auditors: [aud-person-a],
           scope: {material: met, delivery: met, assessment: met}, decision: accredit,
           appeal: {opened: 2023-05-20, closed: 2023-06-01, decided_by: [aud-person-b], outcome: upheld}}
        - {id: aud-2, kind: renewal, opened: 2025-01-20, closed: 2025-04-25, auditors: [aud-person-b],
           scope: {material: met, delivery: met, assessment: met}, decision: accredit-with-conditions}
      terms:
        - {id: acc-1, audit: aud-1, start: 2023-05-15, end: 2025-05-14}
        - {id: acc-2, audit: aud-2, start: 2025-05-15}
    - id: org-other
      name: The Other
      url: https://other.example/
      identifiers: [{scheme: ukprn, value: "00000002"}]
      audits:
        - {id: aud-3, kind: initial, opened: 2023-01-02, closed: 2023-02-03, auditors: [aud-person-a],
           scope: {material: met, delivery: met, assessment: met}, decision: accredit}
      terms:
        - {id: acc-3, audit: aud-3, start: 2023-03-01, end: 2025-02-28}
      interruptions:
        - {kind: suspended, from: 2024-05-01, to: 2024-06-30, code: late-report}
  courses:
    - id: crs-old
      org: org-college
      level: foundation
      title: Foundation
      version: "1.0"
      url: https://college.example/foundation
      assessment: {form: written, pass_mark_pct: 60}
      valid: {from: 2023-05-15, to: 2025-05-14}
      coverage:
        - {element: customer-experience, result: met, audit: aud-1}
        - {element: delivery, result: met, audit: aud-1}
        - {element: process-context, result: met, audit: aud-1}
        - {element: people-capability, result: met, audit: aud-1}
        - {element: demand-capacity, result: met, audit: aud-1}
        - {element: performance-improvement, result: met, audit: aud-1}
        - {element: strategy-governance-leadership, result: met, audit: aud-1}
    - id: crs-new
      org: org-college
      level: foundation
      title: Foundation
      version: "2.0"
      assessment: {form: written, pass_mark_pct: 65.5}
      valid: {from: 2025-05-15, to: null}
      coverage:
        - {element: customer-experience, result: met, audit: aud-2}
        - {element: delivery, result: met, audit: aud-2}
        - {element: process-context, result: met, audit: aud-2}
        - {element: people-capability, result: met, audit: aud-2}
        - {element: demand-capacity, result: met, audit: aud-2}
        - {element: performance-improvement, result: met, audit: aud-2}
        - {element: strategy-governance-leadership, result: met, audit: aud-2}
    - id: crs-practice
      org: org-college
      level: practitioner
      title: Practitioner
      version: "1.0"
      valid: {from: 2025-05-15}
      coverage:
        - {element: customer-experience, result: met, audit: aud-2}
        - {element: delivery, result: met, audit: aud-2}
        - {element: process-context, result: met, audit: aud-2}
        - {element: people-capability, result: met, audit: aud-2}
        - {element: demand-capacity, result: met, audit: aud-2}
        - {element: performance-improvement, result: met, audit: aud-2}
        - {element: strategy-governance-leadership, result: met, audit: aud-2}
    - id: crs-senior
      org: org-college
      level: senior-practitioner
      title: Senior
      version: "1.0"
      valid: {from: 2025-05-15}
      coverage:
        - {element: customer-experience, result: met, audit: aud-2}
        - {element: delivery, result: met, audit: aud-2}
        - {element: process-context, result: met, audit: aud-2}
        - {element: people-capability, result: met, audit: aud-2}
        - {element: demand-capacity, result: met, audit: aud-2}
        - {element: performance-improvement, result: met, audit: aud-2}
        - {element: strategy-governance-leadership, result: met, audit: aud-2}
  certificates:
    - id: C-35WG-DDHK-K
      person: per-a
      level: foundation
      org: org-college
      course: crs-old
      course_version: "1.0"
      attended: {from: 2023-06-12, to: 2023-06-14}
      assessed: 2023-06-16
      awarded: 2023-06-23
      status_index: 0
    - id: C-7Q4M-X2RK-3
      person: per-a
      level: practitioner
      org: org-college
      course: crs-practice
      course_version: "1.0"
      attended: {from: 2025-05-19, to: 2025-05-20}
      assessed: 2025-09-12
      awarded: 2025-09-19
      evidence:
        - {id: prj-1, from: 2024-02-01, to: 2024-12-31, role: lead, kind: improvement,
           elements: [customer-experience, delivery, process-context]}
        - {id: prj-2, from: 2024-08-01, to: 2025-08-31, role: member, kind: redesign,
           elements: [people-capability, demand-capacity, performance-improvement, strategy-governance-leadership]}
      status_index: 131071
    - id: C-AJGG-0M0K-G
      person: per-a
      level: senior-practitioner
      org: org-college
      course: crs-senior
      course_version: "1.0"
      attended: {from: 2025-10-01, to: 2025-10-02}
      awarded: 2026-02-02
      evidence:
        - {id: prj-1, from: 2023-02-01, to: 2025-12-31, role: lead, kind: major-redesign,
           elements: [customer-experience, delivery, process-context]}
        - {id: prj-2, from: 2024-08-01, to: 2025-08-31, role: member, kind: design,
           elements: [people-capability, demand-capacity, performance-improvement, strategy-governance-leadership]}
      status_index: 1
    - id: C-Q7E8-DDG7-J
      person: per-b
      level: foundation
      org: org-college
      course: crs-new
      course_version: "2.0"
      attended: {from: 2025-06-02, to: 2025-06-04}
      assessed: 2025-06-06
      awarded: 2025-06-13
      status_events: [{date: 2025-07-01, kind: superseded, by: C-AA7Z-QQ0B-S}]
      status_index: 2
    - id: C-AA7Z-QQ0B-S
      person: per-b
      level: foundation
      org: org-college
      course: crs-new
      course_version: "2.0"
      attended: {from: 2025-06-02, to: 2025-06-04}
      assessed: 2025-06-06
      awarded: 2025-07-01
      status_events:
        - {date: 2025-08-01, kind: revoked, code: holder-request}
        - {date: 2025-08-02, kind: corrected, code: spelling}
      status_index: 3
  log:
    - {date: 2023-05-15, kind: accreditation-granted, subject: org-college, note_code: first-term}
    - {date: 2025-07-01, kind: correction, subject: C-BP0P-994P-M, note_code: twice}
  tombstones:
    - {id: C-BP0P-994P-M, date: 2025-03-03, code: entered-twice}

  """

/// The findings of one rule about the sound register with one part written otherwise, as printed.
func findings(
  of rule: String, writing replacement: String, for part: String,
  sourceLocation: SourceLocation = #_sourceLocation
) -> String {
  #expect(
    soundRegister.contains(part), "the register has no such part", sourceLocation: sourceLocation)
  guard let range = soundRegister.firstRange(of: part) else { return "" }
  return findings(of: rule, in: soundRegister.replacingCharacters(in: range, with: replacement))
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
