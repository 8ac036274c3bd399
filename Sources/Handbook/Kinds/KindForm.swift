import YAML

extension KindReader {
  /// What a kind may say.
  static let keys = [
    KeyForm("folder", .text(), "The folder in content/ whose pages are of this kind"),
    KeyForm("description", .text(), "What such a page is"),
    KeyForm("layout", .text(), "The file in layouts/ for its pages, without its ending"),
    KeyForm("fields", FieldDeclaration.listForm, "What its pages tell, by name"),
  ]

  /// `kinds` of `site.yml`.
  static let form = Form.open([], others: .either([.text(), .mapping(keys)]))
}

extension FieldDeclaration {
  /// What a field may say, by the plainest word for it; the other words mean the same.
  static let keys = [
    KeyForm(
      "type", .text(),
      "What is written: text, number, whole number, date, true or false, url, markdown, one of, "
        + "list of …, table, reference to KIND, references to KIND, registry id"),
    KeyForm(
      "values", .either([.several(.text()), .open([], others: .text())]),
      "The values of which it has one, perhaps with what each means",
      or: ["one of", "one_of", "options", "allowed", "enum", "choices"]),
    KeyForm(
      "to", .several(.text()), "The kinds of the pages that it names", or: ["kind", "kinds"]),
    KeyForm("or", .several(.text()), "Words that may stand in place of a page, such as none"),
    KeyForm("inverse", .text(), "What such a page calls those that name it"),
    KeyForm("count", .text(), "How many: 'exactly 1', 'at least 1', 'at most 5' or '1 to 5'"),
    KeyForm(
      "of", .either([.text(), .named("field")]), "What a list holds", or: ["items", "item"]),
    KeyForm("columns", listForm, "What each row of a table tells", or: ["fields"]),
    KeyForm("required", .boolean, "Whether every page must tell it"),
    KeyForm("default", .anything, "What counts where a page tells nothing"),
    KeyForm("pattern", .text(), "The regular expression that all of its text matches"),
    KeyForm("description", .text(), "What it means, for those who fill it in"),
    KeyForm("anchors", .text(), "The page that has a heading for each of its values"),
  ]

  /// A field without its name: its type in words, or all that is to be said.
  static let form = Form.either([.text(), .mapping(keys)])

  /// Fields by name, or in a list, each with its name.
  static let listForm = Form.either([
    .open([], others: .named("field")),
    .list(.open([.required("name", .text(), "What it is called")], others: .anything)),
  ])
}
