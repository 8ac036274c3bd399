/// A part of a page that words stand in, and what a word is worth there.
package enum SearchField: Sendable, CaseIterable {
  /// The page's title.
  case title
  /// Its title in menus, where that differs.
  case navigationTitle
  /// Other names of what it is about: abbreviations, words that an adopter changed, ids.
  case otherNames
  /// Its headings.
  case heading
  /// Its tags.
  case tags
  /// Its description.
  case description

  /// What a word there is worth, where one in the text is worth 1 and the field has its usual length.
  var weight: Double {
    switch self {
    case .title: 12
    case .navigationTitle: 6
    case .otherNames: 10
    case .heading: 2.5
    case .tags: 2
    case .description: 3
    }
  }

  /// The usual length in bytes: a word of a longer field is worth less.
  var usualLength: Double {
    switch self {
    case .title, .navigationTitle: 18
    case .otherNames: 12
    case .heading: 160
    case .tags: 16
    case .description: 90
    }
  }

  /// What one word in a field of `length` bytes is worth, in sixteenths.
  func worth(inLength length: Int) -> UInt32 {
    let norm = 0.4 + 0.6 * Double(length) / usualLength
    return UInt32(max(1, (16 * weight / norm).rounded()))
  }
}
