import CCMark

/// The footnotes that the HTML refers to, in the order of their first reference.
struct Footnotes {
  /// A footnote and what refers to it.
  struct Footnote {
    let definition: Node
    /// The id of the footnote itself.
    let id: String
    /// The ids of the references to it that are written.
    var references: [String] = []
  }

  /// The footnotes.
  private(set) var all: [Footnote] = []
  private var index: [Node: Int] = [:]
  private var current: Node?

  /// Whether the definition is the one being written.
  ///
  /// cmark leaves repeated definitions where they stand in the text.
  func isBeingWritten(_ definition: Node) -> Bool { definition == current }

  /// Notes that the definition is written next.
  mutating func begin(_ definition: Node) { current = definition }

  /// Adds a reference to a footnote.
  ///
  /// Returns the footnote's number, from 1.
  mutating func refer(to definition: Node, _ anchors: inout Anchors) -> Int {
    let number: Int
    if let known = index[definition] {
      number = known
    } else {
      number = all.count + 1
      index[definition] = number
      all.append(Footnote(definition: definition, id: anchors.takeUnique("fn-\(number)")))
    }
    let count = all[number - 1].references.count
    let id = anchors.takeUnique(count == 0 ? "fnref-\(number)" : "fnref-\(number)-\(count + 1)")
    all[number - 1].references.append(id)
    return number
  }

  /// Returns the footnote of a definition that was referred to.
  subscript(definition: Node) -> Footnote? { index[definition].map { all[$0 - 1] } }
}

/// A footnote's label and the line, from 1, on which it is defined.
struct WrittenFootnote {
  let label: String
  let line: Int

  /// The footnotes of a text before its inlines are parsed: then cmark forgets those without references.
  static func all(in root: Node?) -> [WrittenFootnote] {
    var all: [WrittenFootnote] = []
    guard let root else { return [] }
    forEachDescendant(of: root) { node in
      if node.kind == .footnoteDefinition {
        all.append(
          WrittenFootnote(
            label: String(decoding: node.literal, as: UTF8.self),
            line: Int(node.pointee.start_line)))
      }
      return all.count < mostTold
    }
    return all
  }

  /// So many of one text are looked at.
  private static let mostTold = 1000
}

extension Renderer {
  /// Remarks on footnotes that are not written, as nothing refers to them or another has their label.
  mutating func remarkLostFootnotes(_ all: [WrittenFootnote]) {
    guard !all.isEmpty else { return }
    let lines = Set(footnotes.all.map { Int($0.definition.pointee.start_line) })
    let labels = Set(all.filter { lines.contains($0.line) }.map { $0.label.lowercased() })
    for footnote in all where !lines.contains(footnote.line) {
      let isTaken = labels.contains(footnote.label.lowercased())
      remark(
        "unread-link", at: source.line(footnote.line),
        isTaken
          ? "readers do not see this footnote: another has the label '[^\(footnote.label)]'"
          : "readers do not see this footnote: nothing refers to '[^\(footnote.label)]'",
        help: isTaken
          ? "give it a label of its own"
          : "write '[^\(footnote.label)]' where it belongs, or take it out")
    }
  }

  mutating func writeFootnoteReference(_ node: Node) {
    guard let definition = node.pointee.parent_footnote_def else { return }
    let number = footnotes.refer(to: definition, &anchors)
    let footnote = footnotes.all[number - 1]
    html.write("<sup class=\"footnote\"><a href=\"#")
    html.writeText(footnote.id)
    html.write("\" id=\"")
    html.writeText(footnote.references.last ?? "")
    html.write("\" role=\"doc-noteref\">")
    html.write(number)
    html.write("</a></sup>")
  }

  /// Writes the footnotes that were referred to, and those that they refer to.
  mutating func writeFootnotes() {
    guard !footnotes.all.isEmpty else { return }
    html.startLine()
    html.write("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
    html.writeText(options.labels.footnotes)
    html.write("\">\n<ol>\n")
    var next = 0
    while next < footnotes.all.count, !isOverBudget {
      let footnote = footnotes.all[next]
      html.write("<li id=\"")
      html.writeText(footnote.id)
      html.write("\">\n")
      footnotes.begin(footnote.definition)
      walk(footnote.definition)
      if footnote.definition.pointee.last_child?.kind != .paragraph {
        writeBackLinks(of: footnote.definition)
      }
      html.write("</li>\n")
      next += 1
    }
    html.write("</ol>\n</section>\n")
  }

  /// Writes the links back from a footnote, at the end of its last paragraph.
  mutating func writeBackLinks(after paragraph: Node) {
    guard let definition = paragraph.pointee.parent, definition.kind == .footnoteDefinition else {
      return
    }
    html.write(" ")
    writeBackLinks(of: definition)
  }

  private mutating func writeBackLinks(of definition: Node) {
    guard let footnote = footnotes[definition] else { return }
    for (index, reference) in footnote.references.enumerated() {
      html.write(index == 0 ? "<a href=\"#" : " <a href=\"#")
      html.writeText(reference)
      html.write("\" role=\"doc-backlink\" aria-label=\"")
      html.writeText(options.labels.backToReference)
      html.write(" ")
      html.writeText(reference.replacingPrefix("fnref-"))
      html.write("\">↩</a>")
    }
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
