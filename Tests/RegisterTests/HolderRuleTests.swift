import Diagnostics
import Testing

@testable import Register

@Suite struct HolderRuleTests {
  @Test func `the level below is held first`() {
    #expect(
      findings(
        of: "registry-r37",
        writing: #"person: per-b\#n    level: practitioner"#,
        for: #"person: per-a\#n    level: practitioner"#)
          == #"""
          registry.yml:117:13: error: 'per-b' held no valid foundation certificate then [registry-r37]
                person: per-b
                        ^^^^^
            registry.yml:124:14: note: awarded here
            help: add that certificate, or correct the holder's code
          registry.yml:132:13: error: 'per-a' held no valid practitioner certificate then [registry-r37]
                person: per-a
                        ^^^^^
            registry.yml:138:14: note: awarded here
            help: add that certificate, or correct the holder's code

          """#)
    #expect(
      findings(
        of: "registry-r37",
        writing: #"id: C-35WG-DDHK-K\#n    person: per-c"#,
        for: #"id: C-35WG-DDHK-K\#n    person: per-a"#)
          == #"""
          registry.yml:117:13: error: 'per-a' held no valid foundation certificate then [registry-r37]
                person: per-a
                        ^^^^^
            registry.yml:124:14: note: awarded here
            help: add that certificate, or correct the holder's code

          """#)
  }

  @Test func `a level that cannot be read may be the one below`() {
    #expect(
      findings(
        of: "registry-r37",
        writing: #"id: C-35WG-DDHK-K\#n    person: per-a\#n    level: foundaton"#,
        for: #"id: C-35WG-DDHK-K\#n    person: per-a\#n    level: foundation"#) == "")
  }

  @Test func `a day that cannot be read may be one on which the level below was held`() {
    #expect(
      findings(
        of: "registry-r37", writing: "awarded: 2023-02-30", for: "awarded: 2023-06-23") == "")
  }

  @Test func `two valid certificates of one level are shown`() {
    #expect(
      findings(
        of: "registry-r38",
        writing: #"kind: corrected"#,
        for: #"kind: superseded, by: C-AA7Z-QQ0B-S"#)
          == #"""
          """#)
    #expect(
      findings(
        of: "registry-r38",
        writing: #"kind: corrected"#,
        for: #"kind: revoked, code: holder-request"#)
          == #"""
          """#)
    #expect(
      findings(
        of: "registry-r38",
        writing:
          #"id: C-Q7E8-DDG7-J\#n    person: per-a\#n    level: foundation\#n    org: org-college\#n    course: crs-new\#n    course_version: "2.0"\#n    attended: {from: 2025-06-02, to: 2025-06-04}\#n    assessed: 2025-06-06\#n    awarded: 2025-06-13"#,
        for:
          #"id: C-Q7E8-DDG7-J\#n    person: per-b\#n    level: foundation\#n    org: org-college\#n    course: crs-new\#n    course_version: "2.0"\#n    attended: {from: 2025-06-02, to: 2025-06-04}\#n    assessed: 2025-06-06\#n    awarded: 2025-06-13\#n    status_events: [{date: 2025-07-01, kind: superseded, by: C-AA7Z-QQ0B-S}]"#
      )
        == #"""
        registry.yml:145:9: warning: 'per-a' holds another valid foundation certificate [registry-r38]
            - id: C-Q7E8-DDG7-J
                  ^^^^^^^^^^^^^
          registry.yml:106:9: note: the other is here
          help: supersede the older one, or correct the holder's code

        """#)
  }

  @Test func `an award long after the assessment is shown`() {
    #expect(
      findings(
        of: "registry-r39",
        writing: #"assessed: 2025-06-20"#,
        for: #"assessed: 2025-09-12"#)
          == #"""
          registry.yml:124:14: warning: this is more than 90 days after the assessment on 2025-06-20 [registry-r39]
                awarded: 2025-09-19
                         ^^^^^^^^^^
            registry.yml:123:15: note: assessed here
            help: check both days

          """#)
    #expect(
      findings(
        of: "registry-r39",
        writing: #"assessed: 2025-06-21"#,
        for: #"assessed: 2025-09-12"#)
          == #"""
          """#)
  }
}
