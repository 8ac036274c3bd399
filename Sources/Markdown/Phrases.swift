import CCMark
package import Diagnostics

/// Phrases that are looked for in a document's words.
package struct PhraseList: Sendable {
  private var phrases: [[UInt8]] = []
  /// For each first byte, in either case, the phrases that begin with it, the longest first.
  private var byFirst: [[Int]] = Array(repeating: [], count: 256)

  /// Creates a list of phrases; a space in one stands for any white space.
  package init(_ phrases: [String]) {
    self.phrases = phrases.map { Array($0.utf8) }
    let longestFirst = self.phrases.indices.sorted {
      (self.phrases[$0].count, $1) > (self.phrases[$1].count, $0)
    }
    for index in longestFirst {
      guard let first = self.phrases[index].first else { continue }
      byFirst[Int(first)].append(index)
      if let capital = Self.capital(of: first) { byFirst[Int(capital)].append(index) }
    }
  }

  /// Whether there is nothing to look for.
  package var isEmpty: Bool { phrases.isEmpty }

  /// Calls `found` with each phrase in `text` that stands between words, in order; of phrases that
  /// begin at one place, with the longest.
  ///
  /// O(*n*) but where a phrase begins.
  func forEach(in text: Bytes, _ found: (_ phrase: Int, Range<Int>) -> Void) {
    var index = 0
    while index < text.count {
      let candidates = byFirst[Int(text[index])]
      if !candidates.isEmpty, isBoundary(text, before: index),
        let (phrase, end) = match(text, at: index, candidates)
      {
        found(phrase, index..<end)
        index = end
      } else {
        index += 1
      }
    }
  }

  private func match(_ text: Bytes, at start: Int, _ candidates: [Int]) -> (Int, end: Int)? {
    for phrase in candidates {
      if let end = end(of: phrases[phrase], in: text, at: start), isBoundary(text, after: end) {
        return (phrase, end)
      }
    }
    return nil
  }

  /// Where the phrase ends that begins at `start`; its first letter was compared already.
  private func end(of phrase: [UInt8], in text: Bytes, at start: Int) -> Int? {
    var index = start + 1
    for byte in phrase.dropFirst() {
      guard index < text.count else { return nil }
      if byte == 0x20 {
        guard isSpace(text[index]) else { return nil }
        while index < text.count, isSpace(text[index]) { index += 1 }
      } else {
        guard text[index] == byte else { return nil }
        index += 1
      }
    }
    return index
  }

  private static func capital(of byte: UInt8) -> UInt8? {
    (0x61...0x7A).contains(byte) ? byte & 0xDF : nil
  }
}

/// A phrase of the options' list as it stands in a document.
package struct FoundPhrase: Sendable, Hashable {
  /// Which phrase, by its place in the list.
  package var phrase: Int
  /// Whether it begins a sentence with a capital letter that the phrase itself does not have.
  package var isCapitalised: Bool
  /// Whether it begins a sentence of a paragraph, alone or behind an article, in lower case.
  package var beginsSentence = false
  /// Where it stands in the text.
  package var range: SourceRange
}

extension Renderer {
  /// Notes the phrases in the words of a paragraph, heading or cell: not those in code, URLs, quotes
  /// or names.
  mutating func collectPhrases(in leaf: Node) {
    let content = leaf.content
    var found: [FoundPhrase] = []
    options.phrases.forEach(in: content) { phrase, range in
      let isCapital = (0x41...0x5A).contains(content[range.lowerBound])
      let isOwn = options.phrases.begins(phrase, with: content[range.lowerBound])
      let isCapitalised = isCapital && !isOwn
      guard !isCapitalised || beginsSentence(range, in: content), !isQuoted(range, in: content),
        !isInURL(range, in: content)
      else { return }
      let isLower = (0x61...0x7A).contains(content[range.lowerBound])
      found.append(
        FoundPhrase(
          phrase: phrase, isCapitalised: isCapitalised,
          beginsSentence: isLower && isProse(leaf) && beginsSentenceInLowerCase(range, in: content),
          range: range))
    }
    guard !found.isEmpty, !isInQuote(leaf), let places = currentPlaces() else { return }
    let words = ranges(ofTextIn: leaf)
    for var phrase in found where words.holds(phrase.range, of: content) {
      guard let place = places.source(of: phrase.range) else { continue }
      phrase.range = place
      result.phrases.append(phrase)
    }
  }

  /// Where the text under a leaf stands in its content; of an image it is no text.
  private func ranges(ofTextIn leaf: Node) -> TextRanges {
    var ranges = TextRanges()
    let content = leaf.content
    forEachDescendant(of: leaf) { node in
      guard node.kind == .text, node.pointee.parent?.kind != .image,
        let start = node.literal.baseAddress, let base = content.baseAddress
      else { return true }
      let offset = start - base
      if offset >= 0, offset + node.literal.count <= content.count {
        ranges.ranges.append(offset..<offset + node.literal.count)
      }
      return true
    }
    return ranges
  }
}

extension PhraseList {
  /// Whether the phrase itself begins with this byte.
  fileprivate func begins(_ phrase: Int, with byte: UInt8) -> Bool { phrases[phrase].first == byte }
}

/// Parts of a leaf's content, in order.
private struct TextRanges {
  var ranges: [Range<Int>] = []

  /// Whether all of `range` but white space is in them.
  func holds(_ range: Range<Int>, of content: Bytes) -> Bool {
    range.allSatisfy { index in
      isSpace(content[index]) || ranges.contains { $0.contains(index) }
    }
  }
}

/// Whether the leaf stands in a quote, which is somebody else's words; a box is none.
private func isInQuote(_ leaf: Node) -> Bool {
  var node = leaf.pointee.parent
  while let next = node {
    if next.kind == .blockQuote, next.pointee.user_data == nil { return true }
    node = next.pointee.parent
  }
  return false
}

/// Whether a capital letter is due at the range because a sentence begins there, and what follows is
/// no other word of a name.
private func beginsSentence(_ range: Range<Int>, in content: Bytes) -> Bool {
  var before = range.lowerBound
  while before > 0, isSpace(content[before - 1]) || "*_[(".utf8.contains(content[before - 1]) {
    before -= 1
  }
  guard before == 0 || ".!?:".utf8.contains(content[before - 1]) else { return false }
  let rest = content[range.upperBound...].drop(while: isSpace)
  return rest.isEmpty || rest.startIndex == range.upperBound
    || !(0x41...0x5A).contains(rest[rest.startIndex])
}

/// Whether the leaf is a paragraph of sentences: not one in a list, whose items may be mere words.
private func isProse(_ leaf: Node) -> Bool {
  leaf.kind == .paragraph && leaf.pointee.parent?.kind != .item
}

/// Whether a sentence begins at the range, or at the article before it: at the start of the paragraph,
/// or behind a full stop, a question mark or an exclamation mark that ends a word of some letters.
private func beginsSentenceInLowerCase(_ range: Range<Int>, in content: Bytes) -> Bool {
  var start = range.lowerBound
  let articles: [StaticString] = ["a ", "an ", "the "]
  for article in articles where start >= article.utf8CodeUnitCount {
    let from = start - article.utf8CodeUnitCount
    guard content.hasPrefix(article, at: from), from == 0 || isSpace(content[from - 1]) else {
      continue
    }
    start = from
    break
  }
  var before = start
  while before > 0, "*_[".utf8.contains(content[before - 1]) { before -= 1 }
  if before == 0 { return true }
  guard isSpace(content[before - 1]) else { return false }
  while before > 0, isSpace(content[before - 1]) { before -= 1 }
  guard before > 0, ".!?".utf8.contains(content[before - 1]) else { return false }
  // Behind an abbreviation a sentence goes on.
  let word = content[..<(before - 1)].reversed().prefix { isInWord($0) || $0 == UInt8(ascii: ".") }
  return word.count > 2 && !word.contains(UInt8(ascii: ".")) && !word.elementsEqual("cte".utf8)
}

/// Whether the range stands between quotation marks.
private func isQuoted(_ range: Range<Int>, in content: Bytes) -> Bool {
  var isOpen = false
  for index in content.indices.prefix(range.lowerBound) {
    if content[index] == UInt8(ascii: "\"") {
      isOpen.toggle()
    } else if content[index] == 0x9C, content.hasPrefix("\u{201C}", at: index - 2) {
      isOpen = true
    } else if content[index] == 0x9D, content.hasPrefix("\u{201D}", at: index - 2) {
      isOpen = false
    }
  }
  return isOpen
}

/// Whether the run of characters round the range looks like a bare URL or an e-mail address.
private func isInURL(_ range: Range<Int>, in content: Bytes) -> Bool {
  var (start, end) = (range.lowerBound, range.upperBound)
  while start > 0, !isSpace(content[start - 1]) { start -= 1 }
  while end < content.count, !isSpace(content[end]) { end += 1 }
  return mayHoldAutolink(Bytes(rebasing: content[start..<end]))
}

private func isBoundary(_ text: Bytes, before index: Int) -> Bool {
  guard index > 0 else { return true }
  return !isInWord(text[index - 1]) || isPunctuation(text, at: index - 3)
}

private func isBoundary(_ text: Bytes, after index: Int) -> Bool {
  guard index < text.count else { return true }
  return !isInWord(text[index]) || isPunctuation(text, at: index)
}

/// Whether a dash, quotation mark or other sign of U+2000 to U+203F begins at `index`.
private func isPunctuation(_ text: Bytes, at index: Int) -> Bool {
  index >= 0 && index + 2 < text.count && text[index] == 0xE2 && text[index + 1] == 0x80
}

/// Whether a byte is of a word; so is every byte of a letter that is not ASCII, and of punctuation.
private func isInWord(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x80...: true
  default: false
  }
}
