import Diagnostics
import Testing

@testable import Register

@Suite struct EvidenceRuleTests {
  @Test func `a practitioner shows two projects on all elements`() {
    #expect(
      findings(
        of: "registry-r33",
        writing: #"elements: [customer-experience, delivery]}"#,
        for: #"elements: [customer-experience, delivery, process-context]}"#)
          == #"""
          registry.yml:116:9: error: the projects together do not cover 'process-context' [registry-r33]
              - id: C-7Q4M-X2RK-3
                    ^^^^^^^^^^^^^
            help: add the elements to the projects that show them

          """#)
    #expect(
      findings(
        of: "registry-r33",
        writing: #"to: 2025-09-30, role: member, kind: redesign"#,
        for: #"to: 2025-08-31, role: member, kind: redesign"#)
          == #"""
          registry.yml:128:43: error: this project ends after the award on 2025-09-19 [registry-r33]
                  - {id: prj-2, from: 2024-08-01, to: 2025-09-30, role: member, kind: redesign,
                                                      ^^^^^^^^^^
            registry.yml:124:14: note: awarded here
            help: only what has ended counts

          """#)
  }

  @Test func `a span of projects outside 12 to 24 months is shown`() {
    #expect(
      findings(
        of: "registry-r34",
        writing: #"from: 2023-08-31, to: 2024-12-31"#,
        for: #"from: 2024-02-01, to: 2024-12-31"#)
          == #"""
          registry.yml:116:9: warning: the projects span 2023-08-31 to 2025-08-31, more than 24 months [registry-r34]
              - id: C-7Q4M-X2RK-3
                    ^^^^^^^^^^^^^
            registry.yml:126:27: note: the first begins here
            registry.yml:128:43: note: the last ends here
            help: if that is right, allow this finding in a comment

          """#)
    #expect(
      findings(
        of: "registry-r34",
        writing: #"from: 2023-09-01, to: 2024-12-31"#,
        for: #"from: 2024-02-01, to: 2024-12-31"#)
          == #"""
          """#)
  }

  @Test func `a senior practitioner led a major design`() {
    #expect(
      findings(
        of: "registry-r35",
        writing: #"role: member, kind: major-redesign"#,
        for: #"role: lead, kind: major-redesign"#)
          == #"""
          registry.yml:131:9: error: a senior practitioner must have led a major design or redesign [registry-r35]
              - id: C-AJGG-0M0K-G
                    ^^^^^^^^^^^^^
            help: one project wants 'role: lead' and 'kind: major-design' or 'major-redesign'

          """#)
    #expect(
      findings(
        of: "registry-r35",
        writing: #"kind: major-redesign,\#n         elements: [customer-experience]"#,
        for:
          #"kind: major-redesign,\#n         elements: [customer-experience, delivery, process-context]"#
      )
        == #"""
        registry.yml:140:14: error: this project covers fewer than 2 elements [registry-r35]
                - {id: prj-1, from: 2023-02-01, to: 2025-12-31, role: lead, kind: major-redesign,
                       ^^^^^
          help: add the elements it shows, or leave the project out
        registry.yml:131:9: error: the projects together do not cover 'delivery', 'process-context' [registry-r35]
            - id: C-AJGG-0M0K-G
                  ^^^^^^^^^^^^^
          help: add the elements to the projects that show them

        """#)
  }

  @Test func `a span of projects outside 24 to 36 months is shown`() {
    #expect(
      findings(
        of: "registry-r36",
        writing: #"from: 2024-02-01, to: 2025-12-31"#,
        for: #"from: 2023-02-01, to: 2025-12-31"#)
          == #"""
          registry.yml:131:9: warning: the projects span 2024-02-01 to 2025-12-31, less than 24 months [registry-r36]
              - id: C-AJGG-0M0K-G
                    ^^^^^^^^^^^^^
            registry.yml:140:27: note: the first begins here
            registry.yml:140:43: note: the last ends here
            help: if that is right, allow this finding in a comment

          """#)
  }

  @Test func `what a senior practitioner rests on has ended too`() {
    #expect(
      findings(
        of: "registry-r35", writing: "to: 2026-02-03, role: lead", for: "to: 2025-12-31, role: lead"
      ).contains("this project ends after the award on 2026-02-02"))
    #expect(
      findings(
        of: "registry-r35", writing: "to: 2026-02-02, role: lead", for: "to: 2025-12-31, role: lead"
      ).isEmpty)
  }

  @Test func `a framework says how long projects usually span`() {
    func found(_ rule: String, _ level: String, _ months: String) -> String {
      findings(of: rule, writing: "\(level), typical_months: \(months)}", for: "\(level)}")
    }
    #expect(found("registry-r34", "rank: 2", "[1, 18]").contains("more than 18 months"))
    #expect(found("registry-r34", "rank: 2", "[20, 60]").contains("less than 20 months"))
    #expect(found("registry-r36", "rank: 3", "[36, 48]").contains("less than 36 months"))
    #expect(found("registry-r36", "rank: 2", "[36, 48]").isEmpty)
    #expect(found("registry-r34", "rank: 2", "[60, 1]").isEmpty)
    #expect(found("registry-r34", "rank: 2", "[0, 9999999999999]").isEmpty)
    #expect(found("registry-r34", "rank: 2", "[]").isEmpty)
  }
}
