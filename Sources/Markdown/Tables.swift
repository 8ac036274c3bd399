import CCMark
import Diagnostics

// Tables, in a box that scrolls sideways and that keyboards can reach.
extension Renderer {
  mutating func enterTable(_ node: Node) -> Bool {
    html.startLine()
    html.write("<div class=\"table\" role=\"group\" tabindex=\"0\" ")
    if let heading = result.outline.last {
      html.write("aria-labelledby=\"")
      html.writeText(heading.id)
    } else {
      html.write("aria-label=\"")
      html.writeText(options.labels.table)
    }
    html.write("\">\n<table>\n")
    return true
  }

  mutating func enterRow(_ node: Node) -> Bool {
    column = 0
    remarkLostCells(in: node)
    if isHead(node) {
      html.write("<thead>\n")
    } else if let row = node.pointee.prev, isHead(row) {
      html.write("<tbody>\n")
    }
    html.write("<tr>\n")
    return true
  }

  mutating func leaveRow(_ node: Node) {
    html.write("</tr>\n")
    if isHead(node) {
      html.write("</thead>\n")
    } else if node.pointee.next == nil {
      html.write("</tbody>\n")
    }
  }

  mutating func enterCell(_ node: Node) -> Bool {
    beginLeaf(node)
    html.write(isHeading(node) ? "<th" : "<td")
    switch alignment(of: node) {
    case UInt8(ascii: "r"): html.write(" class=\"right\">")
    case UInt8(ascii: "c"): html.write(" class=\"center\">")
    default: html.write(">")
    }
    return true
  }

  mutating func leaveCell(_ node: Node) {
    html.write(isHeading(node) ? "</th>\n" : "</td>\n")
    column += 1
    endLeaf()
  }

  /// Remarks on what stands in a row behind its last column, which cmark leaves out.
  private mutating func remarkLostCells(in row: Node) {
    guard let table = row.pointee.parent, !isHead(row) else { return }
    let columns = Int(cmark_gfm_extensions_get_table_columns(table))
    guard
      let lost = lostCells(in: source.line(source.line(ofRow: row)), behind: columns)
    else { return }
    remark(
      "unread-block", at: lost,
      "readers do not see this: the table has no more than \(columns) columns",
      help:
        "write '\\|' where a bar is meant, in code too, or give the head of the table more cells")
  }

  /// What is written behind so many columns on a line, without the bar at its end.
  private func lostCells(in range: SourceRange, behind columns: Int) -> SourceRange? {
    let line = Bytes(rebasing: source.bytes[range])
    let isBar = { (byte: UInt8) in byte == UInt8(ascii: "|") }
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    // Marks of quotes may stand before the first bar.
    let isLed = line.first { !isBlank($0) && $0 != UInt8(ascii: ">") }.map(isBar) ?? false
    var (bars, from) = (0, 0)
    while bars < columns + (isLed ? 1 : 0) {
      guard let bar = line.firstIndex(of: UInt8(ascii: "|"), from: from) else { return nil }
      from = bar + 1
      let escapes = line[..<bar].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      if escapes.isMultiple(of: 2) { bars += 1 }
    }
    let rest = line[from...]
    guard let first = rest.firstIndex(where: { !isBlank($0) && !isBar($0) }),
      let last = rest.lastIndex(where: { !isBlank($0) && !isBar($0) })
    else { return nil }
    return range.lowerBound + first..<range.lowerBound + last + 1
  }

  private func isHead(_ row: Node) -> Bool { row.pointee.prev == nil }

  /// Whether the cell heads its column.
  ///
  /// An empty one heads nothing, which screen readers tell.
  private func isHeading(_ cell: Node) -> Bool {
    guard let row = cell.pointee.parent else { return false }
    return isHead(row) && cell.pointee.first_child != nil
  }

  private func alignment(of cell: Node) -> UInt8 {
    guard let table = cell.pointee.parent?.pointee.parent,
      column < Int(cmark_gfm_extensions_get_table_columns(table)),
      let alignments = cmark_gfm_extensions_get_table_alignments(table)
    else { return 0 }
    return alignments[column]
  }
}
