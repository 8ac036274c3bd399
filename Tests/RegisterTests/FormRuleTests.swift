import Diagnostics
import Testing

@testable import Register

@Suite struct FormRuleTests {
  @Test func `what begins ends no earlier`() {
    #expect(
      findings(
        of: "registry-r04",
        writing: #"opened: 2023-06-01, closed: 2023-05-12"#,
        for: #"opened: 2023-02-01, closed: 2023-05-12"#)
          == #"""
          registry.yml:26:64: error: 2023-05-12 lies before 2023-06-01, where this begins [registry-r04]
                  - {id: aud-1, kind: initial, opened: 2023-06-01, closed: 2023-05-12, auditors: [aud-person-a],
                                                                           ^^^^^^^^^^
            registry.yml:26:44: note: it begins here
            help: correct one of the two days

          """#)
    #expect(
      findings(
        of: "registry-r04",
        writing: #"from: 2024-07-01, to: 2024-06-30"#,
        for: #"from: 2024-05-01, to: 2024-06-30"#)
          == #"""
          registry.yml:44:49: error: 2024-06-30 lies before 2024-07-01, where this begins [registry-r04]
                  - {kind: suspended, from: 2024-07-01, to: 2024-06-30, code: late-report}
                                                            ^^^^^^^^^^
            registry.yml:44:33: note: it begins here
            help: correct one of the two days

          """#)
    #expect(
      findings(
        of: "registry-r04",
        writing: #"from: 2023-05-15, to: 2022-05-14"#,
        for: #"from: 2023-05-15, to: 2025-05-14"#)
          == #"""
          registry.yml:53:35: error: 2022-05-14 lies before 2023-05-15, where this begins [registry-r04]
                valid: {from: 2023-05-15, to: 2022-05-14}
                                              ^^^^^^^^^^
            registry.yml:53:19: note: it begins here
            help: correct one of the two days

          """#)
    #expect(
      findings(
        of: "registry-r04",
        writing: #"from: 2023-06-15, to: 2023-06-14"#,
        for: #"from: 2023-06-12, to: 2023-06-14"#)
          == #"""
          registry.yml:112:38: error: 2023-06-14 lies before 2023-06-15, where this begins [registry-r04]
                attended: {from: 2023-06-15, to: 2023-06-14}
                                                 ^^^^^^^^^^
            registry.yml:112:22: note: it begins here
            help: correct one of the two days

          """#)
  }

  @Test func `no day lies in the future`() {
    #expect(
      findings(
        of: "registry-r05",
        writing: #"awarded: 2026-07-01"#,
        for: #"awarded: 2026-02-02"#)
          == #"""
          registry.yml:138:14: warning: 2026-07-01 lies after 2026-06-30, the day this register is read for [registry-r05]
                awarded: 2026-07-01
                         ^^^^^^^^^^
            help: correct the day, or add the entry when it has come

          """#)
    #expect(
      findings(
        of: "registry-r05",
        writing: #"kind: suspended, from: 2024-05-01, to: 2026-07-31"#,
        for: #"kind: suspended, from: 2024-05-01, to: 2024-06-30"#)
          == #"""
          registry.yml:44:49: warning: 2026-07-31 lies after 2026-06-30, the day this register is read for [registry-r05]
                  - {kind: suspended, from: 2024-05-01, to: 2026-07-31, code: late-report}
                                                            ^^^^^^^^^^
            help: correct the day, or add the entry when it has come

          """#)
  }

  @Test func `the framework has seven elements and three levels`() {
    #expect(
      findings(
        of: "registry-r06",
        writing: #"{id: deliveries, no: 3}"#,
        for: #"{id: delivery, no: 2}"#)
          == #"""
          registry.yml:5:12: error: element 2 must be 'delivery', not 'deliveries' [registry-r06]
                - {id: deliveries, no: 3}
                       ^^^^^^^^^^
            help: write 'delivery'
          registry.yml:5:28: error: 'no' must be 2 here [registry-r06]
                - {id: deliveries, no: 3}
                                       ^
            help: write 2

          """#)
    #expect(
      findings(
        of: "registry-r06",
        writing: #""#,
        for: #"\#n    - {id: strategy-governance-leadership, no: 7}"#)
          == #"""
          registry.yml:9:7: error: after this the framework lacks 'strategy-governance-leadership' [registry-r06]
                - {id: performance-improvement, no: 6}
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: add each in order

          """#)
    #expect(
      findings(
        of: "registry-r06",
        writing: #"- {id: senior-practitioner, rank: 3}\#n    - {id: master, rank: 4}"#,
        for: #"- {id: senior-practitioner, rank: 3}"#)
          == #"""
          registry.yml:15:7: error: a framework has 3 levels; this is one more [registry-r06]
                - {id: master, rank: 4}
                  ^^^^^^^^^^^^^^^^^^^^^
            help: remove it

          """#)
  }

  @Test func `addresses begin with https`() {
    #expect(
      findings(
        of: "registry-r08",
        writing: #"url: http://other.example/"#,
        for: #"url: https://other.example/"#)
          == #"""
          registry.yml:36:10: error: 'http://other.example/' is no address that begins with https [registry-r08]
                url: http://other.example/
                     ^^^^^^^^^^^^^^^^^^^^^
            help: write the whole address, such as https://example.org/

          """#)
    #expect(
      findings(
        of: "registry-r08",
        writing: #"url: /foundation"#,
        for: #"url: https://college.example/foundation"#)
          == #"""
          registry.yml:51:10: error: '/foundation' is no address that begins with https [registry-r08]
                url: /foundation
                     ^^^^^^^^^^^
            help: write the whole address, such as https://example.org/

          """#)
    #expect(
      findings(
        of: "registry-r08",
        writing: #"contact_url: https://ann@college.example/"#,
        for: #"contact_url: https://college.example/contact"#)
          == #"""
          registry.yml:22:18: error: 'https://ann@college.example/' is no address that begins with https [registry-r08]
                contact_url: https://ann@college.example/
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: write the whole address, such as https://example.org/

          """#)
    #expect(
      findings(
        of: "registry-r08",
        writing: #"url: https://other example/"#,
        for: #"url: https://other.example/"#)
          == #"""
          registry.yml:36:10: error: 'https://other example/' is no address that begins with https [registry-r08]
                url: https://other example/
                     ^^^^^^^^^^^^^^^^^^^^^^
            help: write the whole address, such as https://example.org/

          """#)
  }

  @Test func `organisations share no name, address or number`() {
    #expect(
      findings(
        of: "registry-r09",
        writing: #"name: the college, Ltd."#,
        for: #"name: The Other"#)
          == #"""
          registry.yml:35:11: warning: another organisation has the name 'The College' [registry-r09]
                name: the college, Ltd.
                      ^^^^^^^^^^^^^^^^^
            registry.yml:20:11: note: the other is here
            help: make one entry of the two, or tell them apart

          """#)
    #expect(
      findings(
        of: "registry-r09",
        writing: #"https://www.College.example"#,
        for: #"https://other.example/"#)
          == #"""
          registry.yml:36:10: warning: another organisation has the address 'https://college.example/' [registry-r09]
                url: https://www.College.example
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
            registry.yml:21:10: note: the other is here
            help: make one entry of the two, or tell them apart

          """#)
    #expect(
      findings(
        of: "registry-r09",
        writing: #""000 00001""#,
        for: #""00000002""#)
          == #"""
          registry.yml:37:42: warning: another organisation has the number '00000001' [registry-r09]
                identifiers: [{scheme: ukprn, value: "000 00001"}]
                                                     ^^^^^^^^^^^
            registry.yml:23:42: note: the other is here
            help: make one entry of the two, or tell them apart

          """#)
  }
}
