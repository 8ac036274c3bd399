import YAML

extension HeadReader {
  /// The keys that every page may have.
  static let keys = [
    KeyForm("title", .text(), "What heads the page; without it the first heading does"),
    KeyForm("subtitle", .text(), "Stands in for a title that is not there"),
    KeyForm("nav_title", .text(), "A shorter title for menus and lists"),
    KeyForm("description", .text(), "What the page is about, in one sentence"),
    KeyForm(
      "layout", .text(), "The file in layouts/ that the page is shown in, without its ending"),
    KeyForm("tags", .several(.text()), "What the page is listed under"),
    KeyForm("kind", .text(), "The kind of page, where its folder does not say it; 'page' for none"),
    KeyForm("order", .number, "Its place in lists, the lowest first"),
    KeyForm("date", .date, "The day of the page, by which lists are sorted"),
    KeyForm("updated", .date, "The day on which it was last changed"),
    KeyForm(
      "changes", .several(.either([.date, .mapping(changeKeys)])),
      "What changed and when: the feeds of changes tell it"),
    KeyForm("draft", .boolean, "Whether it is left out until it is finished"),
    KeyForm(
      "status",
      .choice([
        Form.Option(PageStatus.draft.rawValue, "Being written, and not published"),
        Form.Option(PageStatus.stub.rawValue, "Published with little in it yet"),
        Form.Option(PageStatus.ready.rawValue, "Finished"),
        Form.Option(PageStatus.superseded.rawValue, "Another page took its place"),
        Form.Option(PageStatus.withdrawn.rawValue, "No longer holds"),
      ]), "How far the page is"),
    KeyForm("owner", .text(), "Who keeps the page right: a role or a team"),
    KeyForm("reviewed", .date, "The day on which somebody last read it and found it right"),
    KeyForm(
      "review_in", .text(pattern: "[0-9]+ +([Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear)s?"),
      "For how long that holds, such as 12 months"),
    KeyForm("sources", .several(.anything), "Where its facts are from, in Markdown"),
    KeyForm("related", .several(.text()), "Pages beside it, by their addresses"),
    KeyForm("aliases", .several(.text(pattern: "/.*")), "Addresses that the page had before"),
    KeyForm("url", .text(pattern: "/.*"), "Where it is published instead of where its file says"),
    KeyForm("permalink", .text(pattern: "/.*"), "The same as 'url'"),
    KeyForm("noindex", .boolean, "Whether searches leave it out, the site's own too"),
    KeyForm(
      "toc", .either([.boolean, .mapping(contentsKeys)]),
      "Whether the page has a list of its headings, or of which levels"),
    KeyForm("liquid", .boolean, "Whether templates in its text are filled in"),
    KeyForm(
      "adapts", .mapping(AdaptationMark.keys),
      "Says that the page takes the place of one of the base's, and why"),
  ]

  /// What a change of a page tells.
  static let changeKeys = [
    KeyForm.required("date", .date, "The day of the change"),
    KeyForm("note", .text(), "What changed, in a sentence"),
  ]

  /// What the list of headings is made of.
  static let contentsKeys = [
    KeyForm("from", .wholeNumber(from: 1, to: 6), "The highest level of headings in the list"),
    KeyForm("to", .wholeNumber(from: 1, to: 6), "The lowest"),
  ]

  /// The names of the keys.
  static let knownKeys = keys.names
}
