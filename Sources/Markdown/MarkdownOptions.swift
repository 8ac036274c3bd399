/// How a text becomes HTML.
package struct MarkdownOptions: Sendable {
  /// What becomes of raw HTML.
  package var html: HTMLPolicy
  /// What a text may cost.
  package var limits: MarkdownLimits
  /// The words that the HTML adds to the text.
  package var labels: MarkdownLabels
  /// Whether `RenderedMarkdown.plainText` is made.
  package var collectsPlainText: Bool
  /// The words of links, in small ASCII letters, that `RenderedMarkdown.linkTexts` tells.
  package var linkTexts: [String] = []
  /// The ids of headings without a written one, in the order of all headings; those of their words
  /// where there are none.
  package var headingIDs: [String] = []
  /// What stands before every id, so that two texts can stand in one page.
  package var idPrefix = ""
  /// The phrases that `RenderedMarkdown.phrases` tells.
  package var phrases = PhraseList([])

  /// Creates options.
  package init(
    html: HTMLPolicy, limits: MarkdownLimits, labels: MarkdownLabels, collectsPlainText: Bool
  ) {
    self.html = html
    self.limits = limits
    self.labels = labels
    self.collectsPlainText = collectsPlainText
  }

  /// A handbook's defaults: inert HTML, the limits that safety asks for, English words.
  package static let standard = MarkdownOptions(
    html: .allowlist, limits: .standard, labels: .english, collectsPlainText: false)
}

/// What becomes of raw HTML in Markdown.
package enum HTMLPolicy: String, Sendable, CaseIterable {
  /// All tags are dropped; what stands between them stays.
  case none
  /// Inert elements and attributes stay, others are dropped.
  case allowlist
  /// Everything stays; URLs are still resolved and elements still closed.
  case all
}

/// What a text may cost.
///
/// A text over a limit is not parsed, because cmark can't be interrupted.
package struct MarkdownLimits: Sendable, Hashable {
  /// The most bytes of a text.
  package var textBytes: Int
  /// The deepest nesting of quotes, list items and footnotes.
  package var nesting: Int
  /// The most bytes of a paragraph, heading, table cell or block of HTML.
  package var leafBytes: Int
  /// The most columns of a table.
  package var tableColumns: Int
  /// The most cells of a table, rows times columns.
  package var tableCells: Int
  /// The most bytes that reference links may expand to, where the text itself is not longer.
  package var referenceBytes: Int

  /// Creates limits.
  package init(
    textBytes: Int, nesting: Int, leafBytes: Int, tableColumns: Int, tableCells: Int,
    referenceBytes: Int
  ) {
    self.textBytes = textBytes
    self.nesting = nesting
    self.leafBytes = leafBytes
    self.tableColumns = tableColumns
    self.tableCells = tableCells
    self.referenceBytes = referenceBytes
  }

  /// The limits under which every known bad text is refused or cheap.
  package static let standard = MarkdownLimits(
    textBytes: 1 << 20, nesting: 32, leafBytes: 8 << 10, tableColumns: 64, tableCells: 20_000,
    referenceBytes: 100_000)
}

/// The words that the HTML adds to the text, in the site's language.
///
/// Plain text, not HTML.
package struct MarkdownLabels: Sendable, Hashable {
  /// The titles of boxes, by kind.
  package var boxes: [BoxKind: String]
  /// What the section of footnotes is called.
  package var footnotes: String
  /// What the link from a footnote back to the text is called; its number follows.
  package var backToReference: String
  /// What a table is called that stands under no heading.
  package var table: String
  /// What a ticked box is called that stands before no text.
  package var done: String
  /// What an empty box is called that stands before no text.
  package var toDo: String

  /// Creates labels.
  package init(
    boxes: [BoxKind: String], footnotes: String, backToReference: String, table: String,
    done: String, toDo: String
  ) {
    self.boxes = boxes
    self.footnotes = footnotes
    self.backToReference = backToReference
    self.table = table
    self.done = done
    self.toDo = toDo
  }

  /// The English words.
  package static let english = MarkdownLabels(
    boxes: [
      .note: "Note", .tip: "Tip", .important: "Important", .warning: "Warning",
      .caution: "Caution", .example: "Example",
    ],
    footnotes: "Footnotes", backToReference: "Back to reference", table: "Table", done: "Done",
    toDo: "To do")
}

/// A kind of box, written `> [!NOTE]`; the raw value is its class in HTML.
package enum BoxKind: String, Sendable, CaseIterable {
  /// What a reader should notice even when skimming.
  case note
  /// What helps.
  case tip
  /// What is needed to succeed.
  case important
  /// What needs attention at once.
  case warning
  /// What an act may lead to.
  case caution
  /// What shows a rule at work. GitHub knows the kinds above; this one is ours.
  case example
}
