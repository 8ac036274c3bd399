import CCMark
import Diagnostics

/// Feeds a text to cmark line by line, and stops at the first line that is over a limit.
///
/// cmark is slow, in one release or another, where blocks nest deeply, where a paragraph is long,
/// and where a table is wide or has many cells to fill up. What a line may cost is checked before
/// cmark sees it; what it led to is read from cmark's own blocks, before inlines are parsed.
struct GuardedFeed {
  private let text: Bytes
  private let parser: UnsafeMutablePointer<cmark_parser>
  private let limits: MarkdownLimits
  /// The offset at which each line begins, in order, as far as the text was fed.
  private(set) var lineStarts: [Int] = []
  /// Where the next line feed is, at or behind the line being fed.
  private var nextFeed = -1
  private var tableRows = TableRows()
  private var delimiterRows = DelimiterRows()
  /// Whether a line may end with CR.
  private let hasReturns: Bool
  /// Whether a line may have a caret that stands for no footnote.
  private let hasCarets: Bool

  /// Creates a feed of `text`.
  init(of text: Bytes, to parser: UnsafeMutablePointer<cmark_parser>, limits: MarkdownLimits) {
    self.text = text
    self.parser = parser
    self.limits = limits
    hasReturns = text.firstIndex(of: 0x0D, from: 0) != nil
    hasCarets =
      parser.pointee.options & CMARK_OPT_FOOTNOTES != 0
      && text.firstIndex(of: UInt8(ascii: "^"), from: 0) != nil
    lineStarts.reserveCapacity(text.count / 32 + 1)
  }

  /// Feeds the whole text.
  ///
  /// Returns what is over a limit, and then feeds no more.
  mutating func run() -> Remark? {
    guard let base = text.baseAddress else { return nil }
    var start = 0
    while start < text.count {
      let (end, next) = lineEnd(from: start)
      lineStarts.append(start)
      if let remark = refusal(before: start..<end) { return remark }
      feed(Bytes(start: base + start, count: next - start))
      // cmark keeps a line without an end until it finishes, which is too late to check it.
      if next == end { cmark_parser_feed(parser, "\n", 1) }
      if let remark = refusal(after: start..<end) { return remark }
      start = next
    }
    // An empty line ends a last paragraph, whose link definitions are known then.
    if current.kind == .paragraph { cmark_parser_feed(parser, "\n", 1) }
    return referencesOverLimit(text, parser, limit: max(limits.referenceBytes, text.count))
  }

  private func feed(_ line: Bytes) {
    if hasCarets, let patched = withoutStrayCarets(line) {
      patched.withUnsafeBytes { feed($0) }
    } else {
      feed(UnsafeRawBufferPointer(line))
    }
  }

  private func feed(_ line: UnsafeRawBufferPointer) {
    cmark_parser_feed(parser, line.bindMemory(to: CChar.self).baseAddress, line.count)
  }

  private var current: Node { parser.pointee.current }

  /// Returns where the line's own bytes end, and where the next line begins.
  private mutating func lineEnd(from start: Int) -> (end: Int, next: Int) {
    if nextFeed < start { nextFeed = text.firstIndex(of: 0x0A, from: start) ?? text.count }
    let feed = nextFeed
    guard hasReturns, let end = Bytes(rebasing: text[..<feed]).firstIndex(of: 0x0D, from: start)
    else {
      return (feed, min(feed + 1, text.count))
    }
    return (end, end + 1 == feed ? min(feed + 1, text.count) : end + 1)
  }

  private mutating func refusal(before line: SourceRange) -> Remark? {
    let bytes = Bytes(rebasing: text[line])
    switch current.kind {
    case .codeBlock where current.pointee.`as`.code.fenced != 0 && isTopLevel(current): return nil
    case .table, .tableRow:
      let columns = hasMoreBars(bytes, than: limits.tableColumns - 1) ? columnCount(bytes) : 0
      if columns > limits.tableColumns {
        return .tooManyColumns(columns, limit: limits.tableColumns, at: line)
      }
    case .paragraph:
      if let columns = delimiterRows.columns(of: bytes, after: current, limits: limits) {
        return .tooManyColumns(columns, limit: limits.tableColumns, at: line)
      }
    default: break
    }
    let markers = containerMarkers(bytes)
    return markers > limits.nesting
      ? .nestedTooDeeply(markers, limit: limits.nesting, at: line) : nil
  }

  private mutating func refusal(after line: SourceRange) -> Remark? {
    let node = current
    let depth = nesting(of: node)
    if depth > limits.nesting {
      return .nestedTooDeeply(depth, limit: limits.nesting, at: line)
    }
    switch node.kind {
    case .paragraph, .heading, .htmlBlock:
      let size = node.content.count
      guard size > limits.leafBytes else { return nil }
      return .leafTooLong(size, limit: limits.leafBytes, at: range(from: node, to: line))
    case .tableRow:
      var longest = 0
      for cell in node.children { longest = max(longest, cell.content.count) }
      guard longest <= limits.leafBytes else {
        return .leafTooLong(longest, limit: limits.leafBytes, at: line)
      }
      let cells = tableRows.cells(with: node)
      guard cells > limits.tableCells else { return nil }
      return .tooManyCells(cells, limit: limits.tableCells, at: line)
    case .table:
      let columns = Int(cmark_gfm_extensions_get_table_columns(node))
      return columns > limits.tableColumns
        ? .tooManyColumns(columns, limit: limits.tableColumns, at: line) : nil
    default: return nil
    }
  }

  private func isTopLevel(_ node: Node) -> Bool { node.pointee.parent == parser.pointee.root }

  private func range(from node: Node, to line: SourceRange) -> SourceRange {
    let first = Int(node.pointee.start_line) - 1
    guard lineStarts.indices.contains(first) else { return line }
    return min(lineStarts[first], line.lowerBound)..<line.upperBound
  }
}

/// How many quotes, list items and footnotes the node is in.
private func nesting(of node: Node) -> Int {
  var depth = 0
  var ancestor: Node? = node
  while let node = ancestor {
    if node.isContainer { depth += 1 }
    ancestor = node.pointee.parent
  }
  return depth
}

/// The rows of the table that is being fed.
private struct TableRows {
  private var table: Node?
  private var lastRow: Node?
  private var rows = 0

  /// Returns how many cells the table has up to `row`, its last.
  mutating func cells(with row: Node) -> Int {
    if row.pointee.parent != table { (table, rows) = (row.pointee.parent, 1) }
    if row != lastRow { rows += 1 }
    lastRow = row
    guard let table else { return 0 }
    return rows * Int(cmark_gfm_extensions_get_table_columns(table))
  }
}

/// The rows of dashes that a paragraph met without becoming a table.
///
/// cmark reads the whole paragraph again at each of them.
private struct DelimiterRows {
  private var paragraph: Node?
  private var count = 0

  /// Returns the columns that are too many where `line` looks like the row under a table's head.
  mutating func columns(of line: Bytes, after open: Node, limits: MarkdownLimits) -> Int? {
    guard looksLikeDelimiterRow(line) else { return nil }
    if paragraph != open { (paragraph, count) = (open, 0) }
    count += 1
    let widest = open.content.split(separator: 0x0A).map { columnCount(Bytes(rebasing: $0)) }.max()
    let columns = max(columnCount(line), widest ?? 0)
    if columns > limits.tableColumns { return columns }
    // As many rows of dashes in one paragraph as a table may have columns are no table either.
    return count > limits.tableColumns ? count : nil
  }
}

/// Whether the line consists of `|`, `:`, `-`, quote markers and spaces, with a dash among them.
private func looksLikeDelimiterRow(_ line: Bytes) -> Bool {
  var hasDash = false
  for byte in line {
    switch byte {
    case UInt8(ascii: "-"): hasDash = true
    case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: ">"), 0x20, 0x09: break
    default: return false
    }
  }
  return hasDash
}

/// Whether there are more than `count` bars in the line: no row has more cells than bars and one.
private func hasMoreBars(_ line: Bytes, than count: Int) -> Bool {
  var (bars, from) = (0, 0)
  while bars <= count {
    guard let bar = line.firstIndex(of: UInt8(ascii: "|"), from: from) else { return false }
    (bars, from) = (bars + 1, bar + 1)
  }
  return true
}

/// How many cells the line has as a row of a table, behind the markers of quotes.
private func columnCount(_ line: Bytes) -> Int {
  var bars = 0
  var isEscaped = false
  // Outer bars divide nothing.
  var (isFirst, endsWithBar) = (true, false)
  for byte in line where byte != 0x20 && byte != 0x09 {
    let isBar = byte == UInt8(ascii: "|") && !isEscaped
    if isBar, !isFirst { bars += 1 }
    if byte != UInt8(ascii: ">") { isFirst = false }
    endsWithBar = isBar
    isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
  }
  return endsWithBar ? max(bars, 1) : bars + 1
}
