import Diagnostics
import Values

/// `tablerow`: renders its body as cells of HTML table rows, once for each element.
struct TableRow: Sendable {
  /// The name of the element.
  var variable: String
  var collection: Expression
  var columns: Expression?
  var limit: Expression?
  var offset: Expression?
  var body: Body
  /// Where the tag stands.
  var range: SourceRange
}

extension TemplateParser {
  /// Reads `tablerow` up to its end.
  mutating func parseTableRow(_ tag: Tag) -> Node? {
    var row = read(tag) { markup throws(Failure) in
      try Self.tableRowHead(&markup, tag.range)
    }
    let end = parseBody(of: tag, until: [])
    row?.body = end.body
    noteBlank(end.body.isBlank)
    return row.map(Node.tableRow)
  }

  private static func tableRowHead(_ markup: inout MarkupParser, _ range: SourceRange)
    throws(Failure) -> TableRow
  {
    let usage = "write it as 'tablerow item in list cols: 3'"
    let variable = markup.text(of: try markup.expect(.identifier, help: usage))
    guard try markup.take(.in) else {
      throw markup.unexpected(wanted: "'in'", help: usage)
    }
    var row = TableRow(
      variable: variable, collection: try markup.expression(), body: Body(), range: range)
    while markup.token.kind != .end {
      if try markup.take(if: .comma) { continue }
      let help = "behind the list may stand 'cols: 3', 'limit: 5' and 'offset: 2'"
      let name = try markup.expect(.identifier, help: help)
      try markup.expect(.colon, help: help)
      let value = try markup.expression()
      switch markup.text(of: name) {
      case "cols": row.columns = value
      case "limit": row.limit = value
      case "offset": row.offset = value
      case "range": break
      default:
        throw Failure("'\(markup.text(of: name))' means nothing here", help: help, at: name.range)
      }
    }
    return row
  }
}

extension Renderer {
  /// Renders the rows; nothing at all for nothing.
  mutating func render(_ row: TableRow) throws(Failure) -> Flow {
    let collection = try evaluate(row.collection)
    guard collection.isTruthy else { return .normal }
    let offset = try row.offset.map { offset throws(Failure) in try lenientCount(offset) } ?? 0
    let limit = try row.limit.map { limit throws(Failure) in try lenientCount(limit) }
    let elements = elements(of: collection).slice(from: offset, count: limit)
    let columns =
      try row.columns.map { columns throws(Failure) in try lenientCount(columns) } ?? elements.count
    let depth = scopes.count
    loops.append(LoopState(name: "", count: elements.count, parent: loops.count - 1))
    loops[loops.count - 1].columns = columns
    scopes.add("tablerowloop", .none, loop: loops.count - 1)
    scopes.add(row.variable, .none)
    defer {
      loops.removeLast()
      scopes.cut(to: depth)
    }
    return try renderCells(row, elements)
  }

  private mutating func renderCells(_ row: TableRow, _ elements: Elements) throws(Failure) -> Flow {
    let (loop, local) = (loops.count - 1, scopes.count - 1)
    try print("<tr class=\"row1\">\n")
    for index in 0..<elements.count {
      try budget.spend(1)
      loops[loop].index = index
      scopes.set(local, to: elements.element(at: index))
      try print("<td class=\"col\(loops[loop].column)\">")
      let flow = run(row.body.nodes)
      if flow == .stop { return .stop }
      place = row.range
      try print("</td>")
      if flow == .breakLoop { break }
      if loops[loop].isLastColumn, index < elements.count - 1 {
        try print("</tr>\n<tr class=\"row\(loops[loop].row + 1)\">")
      }
    }
    try print("</tr>\n")
    return .normal
  }

  private mutating func lenientCount(_ expression: Expression) throws(Failure) -> Int {
    let value = try evaluate(expression)
    switch value {
    case .array, .map, .bool, .object, .range: return try value.integer()
    default: return value.leadingInteger
    }
  }
}
