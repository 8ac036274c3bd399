import Values

/// Pages of one kind as data, to be printed.
package struct PageList: Sendable {
  /// What the kind is called.
  package let kind: String
  let columns: [String]
  let records: [ValueMap]

  /// A cell of a table for people has at most so many characters.
  private static let widestCell = 40

  /// Whether there is none.
  package var isEmpty: Bool { records.isEmpty }

  /// One row for each page: id, address, title and all fields but tables; several values in one
  /// cell have `; ` between them.
  package var table: Table {
    Table(
      columns: columns,
      rows: records.map { record in
        columns.map { (record[$0] ?? Value.none).texts.joined(separator: "; ") }
      })
  }

  /// The table as a person wants it: without columns of which no page tells anything, long texts
  /// cut short, and each row one line.
  package var tableForPeople: Table {
    let table = table
    let told = columns.indices.filter { column in
      table.rows.isEmpty || table.rows.contains { !$0[column].isEmpty }
    }
    return Table(
      columns: told.map { columns[$0] },
      rows: table.rows.map { row in told.map { Self.short(row[$0]) } })
  }

  /// The pages as a list of objects, each on its line: what `handbook.json` tells in `fields`, pages
  /// being ids.
  package var json: String {
    let lines = records.map { record in
      var writer = JSONWriter()
      writer.write(.map(record))
      return "  " + String(decoding: writer.bytes, as: UTF8.self)
    }
    return lines.isEmpty ? "[]\n" : "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }

  private static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > widestCell ? line.prefix(widestCell - 1) + "…" : line
  }
}
