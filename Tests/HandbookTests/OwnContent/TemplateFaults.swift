extension SeededFaults {
  /// Mistakes in Liquid of pages, and links that it prints.
  static let templates: [Fault] = [
    Fault(
      "a link that a variable prints", "content/processes/assessments.md",
      """
      {% assign where = "/none-u/" %}See [ours]({{ where }}).
                                                ^^^^^^^^^^^ broken-link
      """),
    Fault(
      "a link in a loop", "content/processes/what-happens-when.md",
      """
      {% for n in (1..3) %}
      - [ours {{ n }}](/none-v/)
                       ^^^^^^^^ broken-link
      {% endfor %}
      """),
    Fault(
      "a link in a loop, a part of it printed", "content/processes/changing-and-closing.md",
      """
      {% for n in (1..1) %}[ours](/none-{{ n }}/){% endfor %}
                                  ^^^^^^^^^^^^^^ broken-link
      """),
    Fault(
      "a term that nobody defined", "content/processes/correction-of-errors.md",
      """
      Ask the {{ service_manger }}.
                 ^^^^^^^^^^^^^^ undefined-variable
      """),
    Fault(
      "a partial that is not there", "content/processes/establishing-a-service.md",
      """
      {% include contcat.html %}
                 ^^^^^^^^^^^^ missing-partial
      """),
    Fault(
      "a link in a partial of a page", "content/smo/index.md",
      """
      {% include "seeded-note.html" %}
      """
    ).with(
      "content/smo/seeded-note.html", .file,
      """
      See [ours](/none-w/).
                 ^^^^^^^^ broken-link
      """),
    Fault(
      "a condition that is not closed", "content/smo/functions.md",
      """
      {% if page.owner %}Owner.
      ^^^^^^^^^^^^^^^^^^^ template-syntax
      """),
  ]

  /// Mistakes in layouts and their partials.
  static let layouts: [Fault] = [
    Fault(
      "a link of a layout", "layouts/footer.html", .instead(of: "<div class=\"bar\">"),
      """
      <div class="bar"><a href="/none-x/">ours</a>
                                ^^^^^^^^ broken-link
      """),
    Fault(
      "a link that a layout prints", "layouts/pager.html", .end,
      """
      <a href="{{ "/none" | append: "-y/" }}">ours</a>
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ broken-link
      """),
    Fault(
      "an anchor in a layout", "layouts/breadcrumbs.html", .end,
      """
      <a href="/glossary/#no-such-word">ours</a>
               ^^^^^^^^^^^^^^^^^^^^^^^ broken-anchor
      """),
    Fault(
      "a style sheet", "layouts/head.html", .end,
      """
      <link rel="stylesheet" href="/assets/none.css">
                                   ^^^^^^^^^^^^^^^^ missing-asset
      """),
    Fault(
      "where a layout sends readers", "layouts/404.html", .end,
      """
      <meta http-equiv="refresh" content="9; url=/none-z/">
                                                 ^^^^^^^^ broken-link
      """),
    Fault(
      "the base path in a layout", "layouts/state.html", .end,
      """
      <a href="/osom/smo/">office</a>
               ^^^^^^^^^^ base-path-typed
      """),
    Fault(
      "a name that a layout misspells", "layouts/facts.html", .end,
      """
      {{ page.ownr }}
              ^^^^ undefined-variable
      """),
  ]
}
