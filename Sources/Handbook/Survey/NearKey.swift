import Diagnostics
import YAML

/// A known key that a key of an author's own was probably meant to be.
struct NearKey {
  /// The known key.
  let key: String
  /// What to write, where another name for the key is not enough.
  let otherwise: String?

  init(_ key: String, otherwise: String? = nil) {
    (self.key, self.otherwise) = (key, otherwise)
  }

  /// What other generators call a key of ours.
  private static let foreign = [
    "slug": "url", "weight": "order", "lastmod": "updated", "redirect_from": "aliases",
    "summary": "description", "linktitle": "nav_title", "link_title": "nav_title",
    "nav_order": "order", "last_modified_at": "updated", "categories": "tags", "template": "layout",
    "published": "draft", "sidebar_label": "nav_title", "sidebar_position": "order",
    "redirects": "aliases", "keywords": "tags", "excerpt": "description", "created": "date",
    "modified": "updated",
  ]

  /// The nearest known key, or `nil` when that of `pair` is like none: within one edit, two where either has more than
  /// five letters.
  static func known(for pair: Pair) -> NearKey? {
    let word = pair.key.lowercased()
    if let known = foreign[word] { return NearKey(known, otherwise: otherwise(word, pair.value)) }
    let written = Array(pair.key.unicodeScalars)
    let near = HeadReader.knownKeys.compactMap { known -> (key: String, distance: Int)? in
      let allowed = max(written.count, known.utf8.count) > 5 ? 2 : 1
      guard abs(known.utf8.count - written.count) <= allowed else { return nil }
      let distance = editDistance(written, Array(known.unicodeScalars))
      return distance <= allowed ? (known, distance) : nil
    }
    return near.min { $0.distance < $1.distance }.map { NearKey($0.key) }
  }

  /// What to write for another generator's key whose value means something else here.
  private static func otherwise(_ word: String, _ value: Node) -> String? {
    switch word {
    case "published": "write 'draft: true' or 'draft: false', the opposite of 'published'"
    // Elsewhere it is the last part of the address alone.
    case "slug" where value.scalar?.text.hasPrefix("/") != true:
      "write 'url' with the whole path, such as 'url: /guides/my-page/'"
    default: nil
    }
  }
}
