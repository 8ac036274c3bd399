import Diagnostics
import Testing

@testable import Register

@Suite struct StatusEventRuleTests {
  @Test func `a revocation has a reason and a day after the award`() {
    #expect(
      findings(
        of: "registry-r40",
        writing: #"code: holder-requests"#,
        for: #"code: holder-request"#)
          == #"""
          registry.yml:166:49: error: a revocation wants a code that says why [registry-r40]
                  - {date: 2025-08-01, kind: revoked, code: holder-requests}
                                                            ^^^^^^^^^^^^^^^
            help: did you mean 'holder-request'?

          """#)
    #expect(
      findings(
        of: "registry-r40",
        writing: #"{date: 2025-06-01, kind: revoked}"#,
        for: #"{date: 2025-08-01, kind: revoked, code: holder-request}"#)
          == #"""
          registry.yml:166:34: error: a revocation wants a code that says why [registry-r40]
                  - {date: 2025-06-01, kind: revoked}
                                             ^^^^^^^
            help: write one of awarded-in-error, assessment-irregularity, evidence-false, holder-request
          registry.yml:166:16: error: this lies before the award on 2025-07-01 [registry-r40]
                  - {date: 2025-06-01, kind: revoked}
                           ^^^^^^^^^^
            registry.yml:164:14: note: awarded here
            help: correct one of the two days

          """#)
    #expect(
      findings(
        of: "registry-r40",
        writing: #""#,
        for: #", by: C-AA7Z-QQ0B-S"#)
          == #"""
          registry.yml:154:46: error: this does not say which certificate takes its place [registry-r40]
                status_events: [{date: 2025-07-01, kind: superseded}]
                                                         ^^^^^^^^^^
            help: add 'by: ' and its number

          """#)
    #expect(
      findings(
        of: "registry-r40",
        writing: #"by: C-35WG-DDHK-K"#,
        for: #"by: C-AA7Z-QQ0B-S"#)
          == #"""
          registry.yml:154:62: error: 'C-35WG-DDHK-K' has another holder [registry-r40]
                status_events: [{date: 2025-07-01, kind: superseded, by: C-35WG-DDHK-K}]
                                                                         ^^^^^^^^^^^^^
            registry.yml:106:9: note: that certificate is here
            help: name the newer certificate of the same holder

          """#)
    #expect(
      findings(
        of: "registry-r40",
        writing: #"by: C-Q7E8-DDG7-J"#,
        for: #"by: C-AA7Z-QQ0B-S"#)
          == #"""
          registry.yml:154:62: error: 'C-Q7E8-DDG7-J' is not newer than this [registry-r40]
                status_events: [{date: 2025-07-01, kind: superseded, by: C-Q7E8-DDG7-J}]
                                                                         ^^^^^^^^^^^^^
            registry.yml:145:9: note: that certificate is here
            help: name the newer certificate of the same holder

          """#)
  }

  @Test func `after a revocation only corrections follow`() {
    #expect(
      findings(
        of: "registry-r41",
        writing: #"kind: superseded, by: C-Q7E8-DDG7-J"#,
        for: #"kind: corrected, code: spelling"#)
          == #"""
          registry.yml:167:34: error: this certificate was revoked before [registry-r41]
                  - {date: 2025-08-02, kind: superseded, by: C-Q7E8-DDG7-J}
                                             ^^^^^^^^^^
            registry.yml:166:34: note: revoked here
            help: remove one of the two

          """#)
  }

  @Test func `a status position is used once`() {
    #expect(
      findings(
        of: "registry-r42",
        writing: #"status_index: 131072"#,
        for: #"status_index: 131071"#)
          == #"""
          registry.yml:130:19: error: the list of statuses has no position 131072 [registry-r42]
                status_index: 131072
                              ^^^^^^
            help: write a number from 0 to 131071

          """#)
    #expect(
      findings(
        of: "registry-r42",
        writing: #"status_index: 2"#,
        for: #"status_index: 3"#)
          == #"""
          registry.yml:168:19: error: another certificate has the position 2 [registry-r42]
                status_index: 2
                              ^
            registry.yml:155:19: note: the other is here
            help: give one of the two a free one, at random

          """#)
    #expect(
      findings(
        of: "registry-r42",
        writing: #"status_index: -1"#,
        for: #"status_index: 3"#)
          == #"""
          registry.yml:168:19: error: the list of statuses has no position -1 [registry-r42]
                status_index: -1
                              ^^
            help: write a number from 0 to 131071

          """#)
  }

  @Test func `a revocation stands before what happened after its day, however they are written`() {
    func found(_ events: String) -> String {
      findings(
        of: "registry-r41", in: "certificates:\n  - id: C-1\n    status_events: [\(events)]\n")
    }
    let revoked = "{date: 2025-06-11, kind: revoked}"
    #expect(found("\(revoked), {date: 2025-03-15, kind: superseded}").isEmpty)
    #expect(
      found("{date: 2025-07-15, kind: superseded}, \(revoked)").contains("was revoked before"))
    #expect(
      found("\(revoked), {date: 2025-06-11, kind: superseded}").contains("was revoked before"))
    #expect(found("{date: 2025-06-11, kind: superseded}, \(revoked)").isEmpty)
    #expect(found("\(revoked), {date: 2025-02-30, kind: superseded}").isEmpty)
  }
}
