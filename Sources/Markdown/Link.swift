package import Diagnostics

/// A URL that stands in a text: of a link, an image, an autolink or an attribute of raw HTML.
package struct Link: Sendable, Hashable {
  /// In what the URL stands.
  package var kind: Kind
  /// The URL, with Markdown's escapes and HTML's character references decoded.
  package var destination: String
  /// The title, decoded, or `nil` when there is none.
  package var title: String?
  /// The words of an image, for those who cannot see it; `nil` for all else.
  package var words: String?
  /// Where the URL stands in the text.
  ///
  /// Of a reference link, the label used; where it cannot be found, the paragraph, heading, cell or
  /// HTML that the link is in.
  package var range: SourceRange
  /// Where a reference link's definition has its URL, when it was found; else `nil`.
  package var definition: SourceRange?

  /// In what a URL stands.
  package enum Kind: Sendable, Hashable {
    /// `[text](url)` and the forms by reference.
    case link
    /// `![text](url)` and the forms by reference.
    case image
    /// `<url>` or a bare URL or e-mail address.
    case autolink
    /// An attribute of raw HTML, both names in lower case. Of `srcset`, one URL of its list.
    case attribute(element: String, name: String)
  }

  /// Creates a link.
  package init(
    _ kind: Kind, to destination: String, title: String? = nil, words: String? = nil,
    at range: SourceRange, definition: SourceRange? = nil
  ) {
    self.kind = kind
    self.destination = destination
    self.title = title
    self.words = words
    self.range = range
    self.definition = definition
  }
}

/// What a link or image becomes in the HTML.
package struct Destination: Sendable, Hashable {
  /// The URL to print, or `nil` when it is refused: a link's text is then printed alone, an image's
  /// alternative text, an attribute not at all.
  ///
  /// Escaping is the renderer's work.
  package var url: String?
  /// An image's width in CSS pixels.
  package var width: Int?
  /// An image's height in CSS pixels.
  package var height: Int?
  /// Whether an image is loaded only when it comes near the screen.
  package var isLazy: Bool
  /// A link's `rel`, such as `noopener`.
  package var rel: String?
  /// Finished HTML, a block, that takes the place of an image.
  package var block: [UInt8]?

  /// Creates the destination of an image in whose place a finished block stands.
  package init(block: [UInt8]) {
    self.init(nil)
    self.block = block
  }

  /// Creates a destination.
  package init(
    _ url: String?, width: Int? = nil, height: Int? = nil, isLazy: Bool = true, rel: String? = nil
  ) {
    self.url = url
    self.width = width
    self.height = height
    self.isLazy = isLazy
    self.rel = rel
  }
}
