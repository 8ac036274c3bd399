/// Something that can be drawn and told as a table.
package protocol Picture: Sendable {
  /// How many things it shows: nothing is drawn of none, nor of very many.
  var count: Int { get }

  /// Whether it can be drawn for narrow places too; what cannot scrolls there.
  var fitsNarrowPlaces: Bool { get }

  /// The same as a table.
  var table: DataTable { get }

  /// Draws it, as near to `width` as it can be read.
  func drawing(within width: Double) -> Drawing
}

extension Picture {
  /// It can.
  package var fitsNarrowPlaces: Bool { true }
}
