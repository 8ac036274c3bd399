/// The words that figures add to those of the site, in the site's language.
package struct FigureLabels: Sendable {
  /// What opens the table.
  package var table = "The same as a table"
  /// What an empty cell says.
  package var none = "None"
  /// What stands in place of a picture of nothing.
  package var empty = "There is nothing to show yet."
  /// What stands in place of a picture of too much.
  package var tooMany = "This is too much for one picture. The table has all of it."
  /// What stands in place of a picture that could not be drawn.
  package var undrawn = "There is no picture of this yet. The table has all of it."
  /// What a picture tells that nobody describes and that has a table.
  package var description = "The table that follows tells the same."

  /// The English words.
  package static let english = FigureLabels()
}
