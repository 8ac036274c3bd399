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
    self.init(page: SHA256(of: text.bytes).hex)
    for part in SectionedText(page: text).parts {
      add(part.key, Self.short(text.bytes[part.range]))
    }
  }

  /// The hash of a part.
  package subscript(key: String) -> String? { places[key].map { sections[$0].hash } }

  /// The keys of all parts, and behind them those of parts that only `before` has.
  func keys(with before: PageHashes) -> [String] {
    sections.map(\.key) + before.sections.map(\.key).filter { self[$0] == nil }
  }

  /// Adds a part behind the others; one that is there gets the hash where it stands.
  mutating func add(_ key: String, _ hash: String) {
    if let place = places[key] {
      sections[place].hash = hash
    } else {
      places[key] = sections.count
      sections.append((key, hash))
    }
  }

  /// The hashes with those of the `open` parts as they were `before`: parts that are new since are left
  /// out, and parts that are gone stand where they stood.
  func keeping(_ open: [String], as before: PageHashes) -> PageHashes {
    let open = Set(open)
    var gone: [String?: [(key: String, hash: String)]] = [:]
    var last: String?
    for part in before.sections {
      if self[part.key] != nil {
        last = part.key
      } else if open.contains(part.key) {
        gone[last, default: []].append(part)
      }
    }
    var kept = PageHashes(page: page)
    for part in gone[nil] ?? [] { kept.add(part.key, part.hash) }
    for part in sections {
      let hash = open.contains(part.key) ? before[part.key] : part.hash
      if let hash { kept.add(part.key, hash) }
      for part in gone[part.key] ?? [] { kept.add(part.key, part.hash) }
    }
    return kept
  }

  private static func short(_ bytes: ArraySlice<UInt8>) -> String {
    String(SHA256(of: Array(bytes)).hex.prefix(32))
  }

  package static func == (left: PageHashes, right: PageHashes) -> Bool {
    left.page == right.page && left.sections.map(\.key) == right.sections.map(\.key)
      && left.sections.map(\.hash) == right.sections.map(\.hash)
  }
}
