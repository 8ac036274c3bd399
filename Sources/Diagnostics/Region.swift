/// A place as lines and columns: what printers show.
package struct Region {
  /// Where it begins.
  package let start: LineTable.Position
  /// Where it ends, excluded.
  package let end: LineTable.Position
}

/// Turns places into lines and columns.
///
/// The lines of a file are counted once for places in a row.
package struct Regions {
  private var latest: (path: String, count: Int, lines: LineTable)?

  /// Knows no file yet.
  package init() {}

  /// The lines and columns of a place.
  package mutating func region(of place: Place) -> Region {
    let lines = lines(of: place.file)
    return Region(
      start: lines.position(at: place.range.lowerBound),
      end: lines.position(at: place.range.upperBound))
  }

  /// Where the lines of a file begin.
  package mutating func lines(of file: SourceFile) -> LineTable {
    // Some findings are about a file as a whole and hold none of its bytes.
    if let latest, latest.path == file.path, latest.count == file.bytes.count {
      return latest.lines
    }
    let lines = LineTable(file.bytes)
    latest = (file.path, file.bytes.count, lines)
    return lines
  }
}
