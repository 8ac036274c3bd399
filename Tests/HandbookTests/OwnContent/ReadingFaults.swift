extension SeededFaults {
  /// What a reader would trip over.
  static let reading: [Fault] = [
    Fault(
      "a heading without words", "content/adopting/index.md",
      """
      ##
      ^^ empty-heading
      """),
    Fault(
      "a heading twice", "content/adopting/lessons.md",
      """
      ## Seeded heading

      ## Seeded heading
      ^^^^^^^^^^^^^^^^^ repeated-heading
      """),
    Fault(
      "a level left out", "content/adopting/licence.md",
      """
      ## Seeded

      #### Seeded further
      ^^^^^^^^^^^^^^^^^^^ skipped-heading
      """),
    Fault(
      "an image without words", "content/adopting/trade-offs.md",
      """
      ![](/assets/icon.svg)
          ^^^^^^^^^^^^^^^^ missing-alternative
      """),
    Fault(
      "a link called here", "content/adopting/existing-services.md",
      """
      Read it [here](/services/).
               ^^^^ vague-link
      """),
    Fault(
      "a term that is written out", "content/adopting/terms-and-overlay.md",
      """
      Then the service manager agrees.
               ^^^^^^^^^^^^^^^ written-out-term
      """),
    Fault(
      "an id twice", "content/skills/matrix.md",
      """
      ## Seeded one {#seeded}

      ## Seeded two {#seeded}
      ^^^^^^^^^^^^^^^^^^^^^^^ duplicate-id
      """),
  ]

  /// Comments that allow too much, too long or nothing.
  static let silencing: [Fault] = [
    Fault(
      "an allowance that is over", "content/skills/levels/foundation.md",
      """
      <!-- handbook: allow broken-link until 2026-01-31: moves soon -->
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ overdue-allow
      See [ours](/none-ac/).
      """),
    Fault(
      "an allowance of nothing", "content/skills/levels/practitioner.md",
      """
      <!-- handbook: allow broken-link until 2099-01-31: moves soon -->
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-allow
      See [ours](/services/).
      """),
    Fault(
      "an allowance without its day", "content/skills/levels/senior-practitioner.md",
      """
      <!-- handbook: allow broken-link: later -->
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-allow
      """),
  ]

  /// Mistakes in the register.
  static let register: [Fault] = [
    Fault(
      "an audit that ends before it begins", "content/registry.yml",
      .instead(of: "        opened: 2024-05-20\n        closed: 2024-08-16\n"),
      """
              opened: 2024-05-20
              closed: 2024-05-16
                      ^^^^^^^^^^ registry-r04

      """),
    Fault(
      "an auditor whom nobody knows", "content/registry.yml",
      .instead(of: "        auditors: [aud-person-a, aud-person-c]\n"),
      """
              auditors: [aud-person-a, aud-person-z]
                                       ^^^^^^^^^^^^ registry-r03

      """),
    Fault(
      "an address that is none", "content/registry.yml",
      .instead(of: "    url: https://academy.fenmarch.example/foundation\n"),
      """
          url: academy.fenmarch.example/foundation
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ registry-r08

      """),
  ]
}
