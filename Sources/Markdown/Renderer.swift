import CCMark
import Diagnostics

/// The one walk over a document's tree.
///
/// What each construct becomes is in the files named after it.
struct Renderer: ~Copyable {
  let source: SourceText
  let options: MarkdownOptions
  let settles: (Bytes, () -> SourceRange) -> Bool
  let resolve: (Link) -> Destination
  /// What is written so far.
  var html: HTMLWriter
  /// What is collected so far; the HTML and the ids are added at the end.
  var result = RenderedMarkdown()
  var anchors = Anchors()
  var footnotes = Footnotes()
  var rawHTML = RawHTMLState()
  /// The paragraph, heading or cell that is being written.
  var leaf: Node?
  /// Where `leaf` stands in the source, once something asked.
  var leafPlaces: LeafPlaces?
  /// The links of `leaf` whose places nobody asked for: a later one's may be found behind theirs.
  var unplacedLinks: [Node] = []
  /// The link definitions, once a reference link asked.
  var definitions: LinkDefinitions?
  /// How many of the last comments wait for the block that they stand above.
  var commentsToPlace = 0
  /// The links being written whose URL was refused, outermost first.
  var unlinked: [Node] = []
  /// The links being written that are links.
  var openLinks = 0
  /// Whether a block took the place of the paragraph being written.
  var isParagraphReplaced = false
  /// Where the words of the heading being written begin in the HTML.
  var headingStart = 0
  /// Whether bare URLs are looked for.
  let mayHoldAutolinks: Bool
  /// Whether there may be links that are none.
  let mayHoldUnreadLinks: Bool
  /// How many of those were told of.
  var unreadLinkCount = 0
  /// The column of the cell being written, from 0.
  var column = 0

  init(
    _ source: SourceText, options: MarkdownOptions,
    settles: @escaping (Bytes, () -> SourceRange) -> Bool,
    resolve: @escaping (Link) -> Destination
  ) {
    self.source = source
    self.options = options
    self.settles = settles
    self.resolve = resolve
    mayHoldAutolinks = mayHoldAutolink(source.bytes)
    mayHoldUnreadLinks = UnreadLink.mayStand(in: source.bytes)
    html = HTMLWriter(capacity: source.bytes.count * 2)
    anchors.prefix = options.idPrefix
  }

  /// Writes the document.
  ///
  /// Called once.
  mutating func render(_ document: ParsedText) -> RenderedMarkdown {
    result.startsWithTopHeading = startsWithTopHeading(document.root)
    walk(document.root)
    writeFootnotes()
    remarkLostFootnotes(document.footnotes)
    if isOverBudget { return overBudget() }
    result.remarks.sort { $0.range.lowerBound < $1.range.lowerBound }
    result.html = html.bytes()
    result.plainText.text = restoringCarets(result.plainText.text)
    result.ids = anchors.ids
    return result
  }

  /// Writes `root` and all under it, without recursion: inlines nest as deep as their text is long.
  mutating func walk(_ root: Node) {
    var node = root
    while !isOverBudget {
      if enter(node) {
        if let child = node.pointee.first_child {
          node = child
          continue
        }
        leave(node)
      }
      while node != root, node.pointee.next == nil, let parent = node.pointee.parent {
        node = parent
        leave(node)
      }
      guard node != root, let next = node.pointee.next else { return }
      node = next
    }
  }

  /// Whether the HTML has outgrown what its text may become.
  var isOverBudget: Bool { html.count > outputLimit }

  private var outputLimit: Int { 32 * source.bytes.count + (1 << 20) }

  /// Returns the result of a text that is over the limit only now.
  private func overBudget() -> RenderedMarkdown {
    var refused = RenderedMarkdown()
    refused.remarks = [
      .outputTooLong(html.count, limit: outputLimit, at: source.line(1))
    ]
    return refused
  }

  /// Writes what comes before the node's children, or all of it.
  ///
  /// Returns whether to go on with the children and then `leave`.
  private mutating func enter(_ node: Node) -> Bool {
    if rawHTML.drops(node) { return false }
    switch node.kind {
    case .text: writeText(node)
    case .softBreak: writeSoftBreak()
    case .lineBreak: writeLineBreak()
    case .code: writeCode(node)
    case .paragraph: return enterParagraph(node)
    case .emphasis: html.write("<em>"); return true
    case .strong: html.write("<strong>"); return true
    case .strikethrough: html.write("<del>"); return true
    case .link: return enterLink(node)
    case .image: writeImage(node)
    case .heading: return enterHeading(node)
    case .list: return enterList(node)
    case .item: return enterItem(node)
    case .blockQuote: return enterQuote(node)
    case .codeBlock: writeCodeBlock(node)
    case .thematicBreak: writeThematicBreak()
    case .table: return enterTable(node)
    case .tableRow: return enterRow(node)
    case .tableCell: return enterCell(node)
    case .footnoteReference: writeFootnoteReference(node)
    case .footnoteDefinition: return footnotes.isBeingWritten(node)
    case .htmlInline: writeRawHTML(inline: node)
    case .htmlBlock: writeRawHTML(block: node)
    case .document: return true
    case .customBlock, .customInline, nil: break
    }
    return false
  }

  /// Writes what comes after the node's children.
  private mutating func leave(_ node: Node) {
    closeRawElements(in: node)
    switch node.kind {
    case .paragraph: leaveParagraph(node)
    case .emphasis: html.write("</em>")
    case .strong: html.write("</strong>")
    case .strikethrough: html.write("</del>")
    case .link: leaveLink(node)
    case .heading: leaveHeading(node)
    case .list: leaveList(node)
    case .item: leaveItem(node)
    case .blockQuote: leaveQuote(node)
    case .table: html.write("</table>\n</div>\n")
    case .tableRow: leaveRow(node)
    case .tableCell: leaveCell(node)
    default: break
    }
  }

  /// Adds a finding.
  mutating func remark(
    _ rule: String, at range: SourceRange, _ message: String, help: String
  ) {
    result.remarks.append(Remark(rule, at: range, message, help: help))
  }
}

/// Whether the first thing that is shown is a heading of the first level.
private func startsWithTopHeading(_ document: Node) -> Bool {
  for block in document.children {
    switch block.kind {
    case .heading: return block.pointee.`as`.heading.level == 1
    case .htmlBlock where block.literal.starts(with: "<!--".utf8): continue
    default: return false
    }
  }
  return false
}
