package import Diagnostics

/// What a text was made into, and what was met on the way.
package struct RenderedMarkdown: Sendable {
  /// The HTML, valid UTF-8, each block on lines of its own.
  package var html: [UInt8]
  /// The headings, in order, at any depth of quotes and lists.
  package var outline: [Heading]
  /// Every id that the HTML has, in order, each once.
  package var ids: [String]
  /// The findings, in order of their places.
  package var remarks: [Remark]
  /// The comments written `<!-- handbook: … -->`, in order.
  package var comments: [HandbookComment]
  /// Whether the text begins with a heading of the first level.
  package var startsWithTopHeading: Bool
  /// The words without markup, when the options ask for it, else empty.
  package var plainText: PlainText

  /// Where images stand that have no words for those who cannot see them.
  ///
  /// An `<img>` whose `alt` is empty is none: it says that there is nothing to tell.
  package var wordlessImages: [SourceRange] = []
  /// The links with the words that the options ask for, in order.
  package var linkTexts: [LinkText] = []
  /// The phrases of the options' list, in order.
  package var phrases: [FoundPhrase] = []

  /// Creates the result of an empty text.
  package init() {
    html = []
    outline = []
    ids = []
    remarks = []
    comments = []
    startsWithTopHeading = false
    plainText = PlainText()
  }
}

/// A heading, as a table of contents needs it.
package struct Heading: Sendable, Hashable {
  /// From 1 to 6.
  package var level: Int
  /// Its anchor.
  package var id: String
  /// Its words without markup.
  package var text: String
  /// Its HTML without links, images and footnotes, to stand inside a link.
  package var html: [UInt8]
  /// Its lines in the text, markers included.
  package var range: SourceRange
  /// Whether its anchor has a number behind the words because another heading has them too.
  package var isRepeated = false
  /// Whether it stands inside a quote, a list or a footnote.
  package var isNested = false

  /// Creates a heading from its parts.
  package init(
    level: Int, id: String, text: String, html: [UInt8], range: SourceRange,
    isRepeated: Bool = false, isNested: Bool = false
  ) {
    (self.level, self.id, self.text, self.html) = (level, id, text, html)
    (self.range, self.isRepeated, self.isNested) = (range, isRepeated, isNested)
  }
}

/// The words of a link that has no markup in them.
package struct LinkText: Sendable, Hashable {
  /// The words.
  package var text: String
  /// Where they stand; where that is not known, where the link's URL does.
  package var range: SourceRange
}

/// A comment to the program, written `<!-- handbook: … -->`.
package struct HandbookComment: Sendable, Hashable {
  /// What follows `handbook:`, without the spaces around it.
  package var text: String
  /// The comment, from `<!--` to `-->`.
  package var range: SourceRange
  /// The block that the comment stands above, or in; `nil` when nothing follows it.
  package var block: SourceRange?
}

/// A document's words without markup, divided at its headings.
package struct PlainText: Sendable, Hashable {
  /// The words; blocks are separated by a line feed.
  package var text: [UInt8] = []
  /// The parts, in order; the first stands before any heading and has no id.
  package var sections: [Section] = []

  /// Creates the plain text of an empty document.
  package init() {}

  /// What stands under one heading.
  package struct Section: Sendable, Hashable {
    /// The heading's id, or `nil` before the first heading.
    package var id: String?
    /// Where the heading's own words begin in `PlainText.text`; the part ends where the next begins.
    package var start: Int
  }
}
