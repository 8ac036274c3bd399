import Diagnostics

/// What a site had when it was published before, as its `handbook.json` tells it.
package struct PreviousSite: Sendable {
  /// A page that was published.
  struct Page: Sendable {
    /// Its address, without the base path.
    let url: String
    /// What headed it.
    let title: String
    /// The file it was written in.
    let source: String
    /// Addresses that led to it.
    let aliases: [String]
    /// What its text is known by; `nil` where that is not told.
    let signature: TextSignature?
  }

  /// The pages, in the order in which they were listed.
  let pages: [Page]

  /// Reads the `handbook.json` of a published site.
  ///
  /// O(*n*).
  package init(parsing bytes: [UInt8]) throws(DocumentError) {
    let document = try JSON(document: bytes)
    guard let pages = document["pages"]?.array else { throw .form(expected: "handbook.json") }
    self.pages = pages.compactMap { page in
      guard let url = page["url"]?.string else { return nil }
      return Page(
        url: url, title: page["title"]?.string ?? "", source: page["source"]?.string ?? "",
        aliases: (page["aliases"]?.array ?? []).compactMap(\.string),
        signature: page["signature"]?.string.flatMap(TextSignature.init))
    }
  }
}
