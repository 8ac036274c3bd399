import CCMark

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
