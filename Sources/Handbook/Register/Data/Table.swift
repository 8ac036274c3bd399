package import Diagnostics

/// Rows of text under named columns.
package struct Table: Sendable {
  /// The names of the columns.
  package let columns: [String]
  /// The rows, each with a cell for each column.
  package var rows: [[String]] = []

  /// Creates a table.
  package init(columns: [String], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The table as RFC 4180 wants it: UTF-8, a header row, lines ended by CRLF, cells quoted where
  /// they need it.
  ///
  /// A cell that a spreadsheet would take for a formula begins with an apostrophe.
  package var csv: [UInt8] {
    var bytes: [UInt8] = []
    for row in [columns] + rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.append(cell, to: &bytes)
      }
      bytes += [0x0D, 0x0A]
    }
    return bytes
  }

  /// The table for people: columns as wide as their widest cell, two blanks between them.
  package var text: String {
    let lines = [columns] + rows
    let widths = columns.indices.map { column in
      lines.map { $0[column].unicodeScalars.count }.max() ?? 0
    }
    return lines.map { cells in
      var line = ""
      for (cell, width) in zip(cells, widths) {
        line += cell + String(repeating: " ", count: width - cell.unicodeScalars.count + 2)
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// The rows as objects, with the columns' names for keys; an empty cell is `null`.
  package var json: JSON {
    .array(
      rows.map { row in
        .object(zip(columns, row).map { JSON.Member($0, $1.isEmpty ? .null : .string($1)) })
      })
  }

  private static func append(_ cell: String, to bytes: inout [UInt8]) {
    let neutral = isFormula(cell) ? "'" + cell : cell
    guard neutral.utf8.contains(where: { quoted.contains($0) }) else {
      bytes += neutral.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in neutral.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static let quoted = Array(",\"\r\n".utf8)

  /// Whether a spreadsheet may run the cell: it begins, blanks left out, with a sign of a formula.
  private static func isFormula(_ cell: String) -> Bool {
    guard let first = cell.utf8.first else { return false }
    if first == 0x09 || first == 0x0D || first == 0x0A { return true }
    let start = cell.unicodeScalars.first { !$0.properties.isWhitespace }
    return start.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
  }
}
