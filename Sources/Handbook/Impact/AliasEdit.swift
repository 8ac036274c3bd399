import Diagnostics

/// Adds a former address to the front matter of a page, changing nothing else.
enum AliasEdit {
  /// The edit; `nil` where the page has the alias already.
  static func adding(_ url: String, to file: SourceFile) -> TextEdit? {
    var head = HeadEdit(file)
    head.changeAliases(adding: url)
    return head.edits.first
  }
}
