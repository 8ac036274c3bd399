extension SeededFaults {
  /// Links that lead nowhere, in every form in which Markdown writes them.
  static let linkForms: [Fault] = [
    Fault(
      "a path from the root", "content/doctrine/phases.md",
      """
      See [the pages](/servces/).
                      ^^^^^^^^^ broken-link
      """),
    Fault(
      "a path from the root, without its last slash", "content/doctrine/fire.md",
      """
      See [the pages](/servces).
                      ^^^^^^^^ broken-link
      """),
    Fault(
      "a file's path", "content/doctrine/move-fast.md",
      """
      See [the network](../services/netwrk.md).
                        ^^^^^^^^^^^^^^^^^^^^^ broken-link
      """),
    Fault(
      "a name", "content/doctrine/no-core.md",
      """
      See [the pattern](moov-fast).
                        ^^^^^^^^^ broken-link
      """),
    Fault(
      "a path in angle brackets, with a title", "content/doctrine/be-humble.md",
      """
      See [the pages](</not there/> "Nowhere").
                       ^^^^^^^^^^^ broken-link
      """),
    Fault(
      "a page's .html", "content/doctrine/be-pragmatic.md",
      """
      See [the pages](/doctrine/none.html).
                      ^^^^^^^^^^^^^^^^^^^ broken-link
      """),
    Fault(
      "a path with a query", "content/doctrine/be-the-owner.md",
      """
      See [the pages](/none-a/?q=1#part).
                      ^^^^^^^^^^^^^^^^^ broken-link
      """),
    Fault(
      "percent-encoding", "content/doctrine/be-transparent.md",
      """
      Voilà: [the pages](/n%C3%B6ne/).
                         ^^^^^^^^^^^ broken-link
      """),
    Fault(
      "the site's own address", "content/doctrine/small-teams.md",
      """
      See [the pages](https://handbook.example/osom/none-b/).
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ broken-link
      """),
    Fault(
      "an autolink", "content/doctrine/use-standards.md",
      """
      See <https://handbook.example/osom/none-c/>.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ broken-link
      """),
    Fault(
      "a bare address", "content/doctrine/optimise-flow.md",
      """
      See https://handbook.example/osom/none-d/ too.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ broken-link
      """),
    Fault(
      "a reference", "content/doctrine/seek-the-best.md",
      """
      See [the pages][nowhere-e].
                      ^^^^^^^^^ broken-link

      [nowhere-e]: /none-e/
      """),
    Fault(
      "a reference by its text alone", "content/doctrine/no-single-culture.md",
      """
      See [nowhere-f].
           ^^^^^^^^^ broken-link

      [nowhere-f]: /none-f/ "Nowhere"
      """),
    Fault(
      "the base path typed by hand", "content/doctrine/manage-inertia.md",
      """
      See [the services](/osom/services/#catalogue-none).
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ base-path-typed
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ broken-anchor
      """),
    Fault(
      "nothing between the brackets", "content/doctrine/manage-failure.md",
      """
      See [the pages]().
                      | empty-link
      """),
    Fault(
      "a scheme that runs", "content/doctrine/know-the-details.md",
      """
      See [the pages](javascript:start).
                      ^^^^^^^^^^^^^^^^ unsafe-url
      """),
    Fault(
      "an entry that the register lacks", "content/doctrine/distribute-power.md",
      """
      See [the course](registry:crs-none-f).
                       ^^^^^^^^^^^^^^^^^^^ broken-reference
      """),
  ]

  /// The same in every place of a Markdown page.
  static let linkPlaces: [Fault] = [
    Fault(
      "over two lines", "content/executive/budgets.md",
      """
      See [the pages
      of ours](/none-g/).
               ^^^^^^^^ broken-link
      """),
    Fault(
      "in a heading", "content/executive/fitness-and-maps.md",
      """
      ## More on [the pages](/none-h/)
                             ^^^^^^^^ broken-link
      """),
    Fault(
      "in a table", "content/executive/better-decisions.md",
      """
      | What | Where |
      |---|---|
      | Pages \\| parts | [ours](/none-i/) |
                                ^^^^^^^^ broken-link
      """),
    Fault(
      "in a nested list", "content/executive/terms-of-reference.md",
      """
      1. One
         - Two
           - [ours](/none-j/)
                    ^^^^^^^^ broken-link
      """),
    Fault(
      "in a task list", "content/executive/establishing-and-closing.md",
      """
      - [ ] Read [ours](/none-k/)
                        ^^^^^^^^ broken-link
      """),
    Fault(
      "in a footnote", "content/executive/mandates-and-guidance.md",
      """
      So it is.[^seeded]

      [^seeded]: See [ours](/none-l/).
                            ^^^^^^^^ broken-link
      """),
    Fault(
      "in a box", "content/executive/communities-and-mediation.md",
      """
      > [!TIP]
      > See [ours](/none-m/).
                   ^^^^^^^^ broken-link
      """),
    Fault(
      "in emphasis", "content/lifecycle/alpha.md",
      """
      **See *[ours](/none-n/)* now.**
                    ^^^^^^^^ broken-link
      """),
    Fault(
      "round an image", "content/lifecycle/beta.md",
      """
      [![The mark](/assets/icon.svg)](/none-o/)
                                      ^^^^^^^^ broken-link
      """),
    Fault(
      "behind letters of many bytes", "content/lifecycle/live.md",
      """
      Größe, 大きさ, 😀: [ours](/none-p/).
                            ^^^^^^^^ broken-link
      """),
  ]

  /// Anchors that a page does not have.
  static let fragments: [Fault] = [
    Fault(
      "an anchor of the page itself", "content/lifecycle/gates.md",
      """
      See [below](#no-such-part).
                  ^^^^^^^^^^^^^ broken-anchor
      """),
    Fault(
      "an anchor of another page", "content/lifecycle/discovery.md",
      """
      See [the network](/services/network/#no-such-part).
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ broken-anchor
      """),
    Fault(
      "an anchor of another file", "content/lifecycle/decommissioned.md",
      """
      See [the gates](gates.md#no-such-gate).
                      ^^^^^^^^^^^^^^^^^^^^^ broken-anchor
      """),
    Fault(
      "an anchor behind a reference", "content/lifecycle/index.md",
      """
      See [the network][seeded-network].
                        ^^^^^^^^^^^^^^ broken-anchor

      [seeded-network]: /services/network/#no-such-thing
      """),
  ]

  /// Files that are not there.
  static let files: [Fault] = [
    Fault(
      "an image", "content/services/autonomy.md",
      """
      ![The layers](/assets/layers.png)
                    ^^^^^^^^^^^^^^^^^^ missing-asset
      """),
    Fault(
      "an image of another site", "content/services/autonomy.md",
      """
      ![The layers](https://other.example/layers.png)
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-asset
      """),
    Fault(
      "an image beside the page", "content/services/evolution.md",
      """
      ![The layers](layers.png "Layers")
                    ^^^^^^^^^^ missing-asset
      """),
    Fault(
      "a document", "content/services/user-needs.md",
      """
      Fill in [the form](/assets/form.pdf#page=2).
                         ^^^^^^^^^^^^^^^^^^^^^^^ missing-asset
      """),
    Fault(
      "a table of the register", "content/registry/verifying.md",
      """
      Load [the table](/registry/data/organisation.csv).
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-asset
      """),
    Fault(
      "a file in a style sheet", "assets/site.css",
      """
      .seeded { background: url(none.svg); }
                                ^^^^^^^^ missing-asset
      """),
  ]

  /// Links in HTML.
  static let rawHTML: [Fault] = [
    Fault(
      "a block of HTML", "content/people/service-manager.md",
      """
      <div>
      <a href="/none-q/">ours</a>
               ^^^^^^^^ broken-link
      </div>
      """),
    Fault(
      "HTML in a line", "content/people/skills-frameworks.md",
      """
      See <a href='/none-r/'>ours</a> now.
                   ^^^^^^^^ broken-link
      """),
    Fault(
      "HTML without quotes", "content/people/community-of-practice.md",
      """
      See <a href=/none-s/>ours</a> now.
                  ^^^^^^^^ broken-link
      """),
    Fault(
      "an image of HTML", "content/people/executive-team-member.md",
      """
      <img src="/assets/none.png" alt="None">
                ^^^^^^^^^^^^^^^^ missing-asset
      """),
    Fault(
      "one of several images", "content/people/service-team-member.md",
      """
      <img src="/assets/icon.svg" srcset="/assets/icon.svg 1x, /assets/two.png 2x" alt="Icon">
                                                               ^^^^^^^^^^^^^^^ missing-asset
      """),
    Fault(
      "a source that is cited", "content/people/index.md",
      """
      <blockquote cite="/none-t/">
                        ^^^^^^^^ broken-link

      Words.

      </blockquote>
      """),
    Fault(
      "the base path in HTML", "content/processes/index.md",
      """
      <a href="/osom/people/">people</a>
               ^^^^^^^^^^^^^ base-path-typed
      """),
    Fault(
      "HTML that is not let in", "content/processes/demand-management.md",
      """
      <iframe src="/services/"></iframe>
      ^^^^^^^^^^^^^^^^^^^^^^^^^ unsafe-html
      """),
  ]
}
