import Digest

/// What a page and its sections are known by.
package struct PageHashes: Sendable, Equatable {
  /// The SHA-256 of the file, in hexadecimal.
  package var page: String
  /// The first half of the SHA-256 of each part, in order: the front matter, what stands before the
  /// first heading, and each section up to the next heading, by its anchor.
  package var sections: [(key: String, hash: String)]

  init(page: String, sections: [(key: String, hash: String)]) {
    self.page = page
    self.sections = sections
  }

  init(_ text: ComposedText) {
    page = Self.whole(text)
    sections = SectionedText(page: text).parts.map { ($0.key, Self.short(text.bytes[$0.range])) }
  }

  /// What the file is known by: where it is the same, all parts are.
  static func whole(_ text: ComposedText) -> String { SHA256(of: text.bytes).hex }

  /// The hash of a part.
  package subscript(key: String) -> String? { sections.first { $0.key == key }?.hash }

  private static func short(_ bytes: ArraySlice<UInt8>) -> String {
    String(SHA256(of: Array(bytes)).hex.prefix(32))
  }

  package static func == (left: PageHashes, right: PageHashes) -> Bool {
    left.page == right.page && left.sections.map(\.key) == right.sections.map(\.key)
      && left.sections.map(\.hash) == right.sections.map(\.hash)
  }
}
