extension SeededFaults {
  /// Mistakes between the lines of `---`.
  static let frontMatter: [Fault] = [
    Fault(
      "a related page", "content/artefacts/assessment-report.md", .instead(of: "related: ["),
      """
      related: [/none-aa/, 
                ^^^^^^^^^ broken-link
      """),
    Fault(
      "a source on this site", "content/artefacts/service-contract.md",
      .instead(of: "sources:\n"),
      """
      sources:
        - "[Ours](/none-ab/)"
                  ^^^^^^^^^ broken-link

      """),
    Fault(
      "a former address that another page has", "content/artefacts/assessment-criteria.md",
      .instead(of: "status: ready"),
      """
      status: ready
      aliases: [/services/]
                ^^^^^^^^^^ duplicate-url
      """),
    Fault(
      "a former address that is none", "content/artefacts/index.md", .instead(of: "status: ready"),
      """
      status: ready
      aliases: [old-contracts]
                ^^^^^^^^^^^^^ invalid-field
      """),
    Fault(
      "a key that is nearly one, on a page of a kind", "content/artefacts/performance-measures.md",
      .instead(of: "status: ready"),
      """
      status: ready
      updatd: 2026-06-01
      ^^^^^^ unknown-key
      """),
    Fault(
      "another generator's key", "content/changes.md",
      .instead(of: "status: ready"),
      """
      status: ready
      weight: 3
      ^^^^^^ near-key
      """),
    Fault(
      "a status that is none", "content/artefacts/correction-of-error-document.md",
      .instead(of: "status: ready"),
      """
      status: redy
              ^^^^ invalid-field
      """),
    Fault(
      "a day that is none", "content/smo/levels.md", .instead(of: "review_in: 12 months"),
      """
      review_in: 12 months
      date: 31 June 2026
            ^^^^^^^^^^^^ invalid-field
      """),
    Fault(
      "a review that is due", "content/smo/upskilling.md", .instead(of: "reviewed: 2026-06-10"),
      """
      reviewed: 2024-06-22
                ^^^^^^^^^^ overdue-review
      """),
    Fault(
      "a layout that is not there", "content/smo/competence-areas.md",
      .instead(of: "status: ready"),
      """
      status: ready
      layout: pagge
              ^^^^^ missing-layout
      """),
    Fault(
      "a page that is not text", "content/seeded-encoding.md", .file,
      """
      # Caf\u{7F}
           ^ invalid-encoding
      """),
  ]

  /// Mistakes in `site.yml`.
  static let settings: [Fault] = [
    Fault(
      "a section that is not there", "site.yml", .instead(of: "  - /smo/\n"),
      """
        - /smo/
        - /smoo/
          ^^^^^^ broken-link

      """),
    Fault(
      "a key that nobody knows", "site.yml", .instead(of: "licence: CC BY 4.0\n"),
      """
      licence: CC BY 4.0
      lisence: MIT
      ^^^^^^^ unknown-key

      """),
    Fault(
      "a term that hides a key", "site.yml", .instead(of: "  executive: executive\n"),
      """
        executive: executive
        title: zymurgy
        ^^^^^ term-shadowed

      """),
  ]

  /// Files that should not be, and pages that nobody finds.
  static let listing: [Fault] = [
    Fault(
      "a page without .md", "content/smo/seeded-page", .file,
      """
      ---
      ^^^ stray-file
      title: Seeded
      ---
      """),
    Fault(
      "a file of no known kind", "content/smo/seeded.xyz", .file,
      """
      what
      | stray-file
      """),
    Fault.link(
      "a symbolic link", "content/smo/seeded-link.md",
      """

      | symbolic-link
      """),
    Fault(
      "two pages at one address", "content/smo/functions/index.md", .file,
      """
      ---
      | duplicate-url
      title: Functions again
      owner: nobody
      reviewed: 2026-06-30
      review_in: 12 months
      noindex: true
      ---
      """),
    Fault(
      "a page that nothing leads to", "content/seeded-orphan.md", .file,
      """
      ---
      title: Seeded orphan
             ^^^^^^^^^^^^^ orphan-page
             ^^^^^^^^^^^^^ missing-owner
             ^^^^^^^^^^^^^ missing-review
      ---
      """),
    Fault(
      "a folder without a page of its own", "content/seeded/page.md", .file,
      """
      ---
      title: Seeded page
             ^^^^^^^^^^^ missing-index
      owner: nobody
      reviewed: 2026-06-30
      review_in: 12 months
      noindex: true
      ---
      """),
    Fault(
      "a link to a draft", "content/skills/index.md",
      """
      Soon: [the next one](/skills/seeded-draft/).
                           ^^^^^^^^^^^^^^^^^^^^^ link-to-draft
      """
    ).with(
      "content/skills/seeded-draft.md", .file,
      """
      ---
      title: Seeded draft
      owner: nobody
      reviewed: 2026-06-30
      review_in: 12 months
      draft: true
      ---
      """),
    Fault(
      "an address that was published before", "site.yml",
      .instead(of: "title: Service Operating Model Handbook\n"),
      """
      title: Service Operating Model Handbook
      | lost-url

      """
    ).losing("/seeded-and-gone/"),
  ]
}
