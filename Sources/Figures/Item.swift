/// Something that a figure shows: what it is called, and the page about it.
package struct Item: Sendable, Hashable {
  /// What it is called.
  package var label: String
  /// The page about it, without the base path.
  package var url: String?
  /// What is said about it in a few words.
  package var note: String?

  /// Creates an item.
  package init(_ label: String, url: String? = nil, note: String? = nil) {
    self.label = label
    self.url = url
    self.note = note
  }
}
