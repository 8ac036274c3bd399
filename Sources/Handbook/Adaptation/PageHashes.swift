import Digest

/// What a page and its sections are known by.
package struct PageHashes: Sendable, Equatable {
  /// The SHA-256 of the file, in hexadecimal.
  package var page: String
  /// The first half of the SHA-256 of each part, in order: the front matter, what stands before the
  /// first heading, and each section up to the next heading, by its anchor.
  package private(set) var sections: [(key: String, hash: String)] = []
  private var places: [String: Int] = [:]

  /// Begins with no parts.
  init(page: String) { self.page = page }

  init(_ text: ComposedText) {
    self.init(page: Self.whole(text))
    for part in SectionedText(page: text).parts {
      self[part.key] = Self.short(text.bytes[part.range])
    }
  }

  /// What the file is known by: where it is the same, all parts are.
  static func whole(_ text: ComposedText) -> String { SHA256(of: text.bytes).hex }

  /// The hash of a part; one that is set anew stands last, and none is taken out.
  package subscript(key: String) -> String? {
    get { places[key].map { sections[$0].hash } }
    set {
      guard let newValue else { return }
      if let place = places[key] {
        sections[place].hash = newValue
      } else {
        places[key] = sections.count
        sections.append((key, newValue))
      }
    }
  }

  private static func short(_ bytes: ArraySlice<UInt8>) -> String {
    String(SHA256(of: Array(bytes)).hex.prefix(32))
  }

  package static func == (left: PageHashes, right: PageHashes) -> Bool {
    left.page == right.page && left.sections.map(\.key) == right.sections.map(\.key)
      && left.sections.map(\.hash) == right.sections.map(\.hash)
  }
}
