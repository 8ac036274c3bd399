import CCMark
import Diagnostics

/// Where a link has its URL.
struct LinkPlace {
  /// The URL, or the label of a reference; the whole block when neither was found.
  var range: SourceRange
  /// The URL of the definition that a reference names.
  var definition: SourceRange?
  /// Whether the link is written `<url>`.
  var isAutolink = false
}

extension Renderer {
  /// Returns where a link or image has its URL.
  mutating func place(of link: Node) -> LinkPlace {
    passUnplacedLinks()
    return nextPlace(of: link)
  }

  /// Goes behind the links before, as a link of odd text is looked for from there on.
  private mutating func passUnplacedLinks() {
    for link in unplacedLinks { _ = nextPlace(of: link) }
    unplacedLinks.removeAll(keepingCapacity: true)
  }

  private mutating func nextPlace(of link: Node) -> LinkPlace {
    guard var places = currentPlaces() else { return LinkPlace(range: 0..<0) }
    defer { leafPlaces = places }
    var from =
      endOfText(in: link, places.content)
      ?? max(places.cursor, endOfText(before: link, places.content) ?? 0)
    let url = link.pointee.`as`.link.url.bytes
    if from < places.content.count, places.content[from] == UInt8(ascii: ">"),
      let range = autolink(url, endingAt: from, in: places)
    {
      places.cursor = from + 1
      return LinkPlace(range: range, isAutolink: true)
    }
    // What stands before the link, or its own text, may have brackets too.
    for _ in 0..<Self.mostBrackets {
      guard let close = places.content.firstIndex(of: UInt8(ascii: "]"), from: from) else { break }
      if let range = inlineURL(url, after: close, in: places.content) {
        places.cursor = range.upperBound
        return LinkPlace(range: places.source(of: range) ?? places.block)
      }
      if let found = reference(at: close, in: places.content),
        let definition = definition(of: Bytes(rebasing: places.content[found.label]), url)
      {
        places.cursor = found.end
        return LinkPlace(
          range: places.source(of: found.label) ?? places.block, definition: definition)
      }
      from = close + 1
    }
    return LinkPlace(range: places.block)
  }

  /// How many brackets a link is looked for at.
  private static let mostBrackets = 32

  /// Returns where a bare URL stands, or other text; the whole block where it is not written so.
  mutating func place(ofBareURL url: Bytes) -> SourceRange {
    passUnplacedLinks()
    guard var places = currentPlaces() else { return 0..<0 }
    defer { leafPlaces = places }
    guard let start = firstIndex(of: url, in: places.content, from: places.cursor) else {
      return places.block
    }
    places.cursor = start + url.count
    return places.source(of: start..<start + url.count) ?? places.block
  }

  /// Returns where a text stands, when it stands in the source as it is.
  mutating func place(ofText text: Node) -> SourceRange? {
    guard let places = currentPlaces(), let end = end(of: text, in: places.content) else {
      return nil
    }
    return places.source(of: end - text.literal.count..<end)
  }

  /// Returns the places of the leaf being written, found once a leaf.
  mutating func currentPlaces() -> LeafPlaces? {
    if let leafPlaces { return leafPlaces }
    guard let leaf else { return nil }
    leafPlaces =
      leaf.kind == .tableCell
      ? places(ofCell: leaf)
      : LeafPlaces(
        of: leaf.content, in: source.range(of: leaf), lines: source.lines(of: leaf), source)
    return leafPlaces
  }

  private func places(ofCell cell: Node) -> LeafPlaces {
    let number = source.line(ofRow: cell.pointee.parent ?? cell)
    return LeafPlaces(
      of: cell.content, in: source.line(number), lines: number...number,
      column: max(Int(cell.pointee.start_column) - 1, 0), source)
  }

  /// Returns where the definition of a label has its URL, when it is `url`.
  private mutating func definition(of label: Bytes, _ url: Bytes) -> SourceRange? {
    if definitions == nil { definitions = LinkDefinitions(of: source.bytes) }
    guard let place = definitions?[label] else { return nil }
    return isWritten(url, as: Bytes(rebasing: source.bytes[place])) ? place : nil
  }
}

/// Returns where the last text inside a link ends, when it stands in the content as it is.
private func endOfText(in link: Node, _ content: Bytes) -> Int? {
  var last = link.pointee.last_child
  while let child = last?.pointee.last_child { last = child }
  return last.flatMap { end(of: $0, in: content) }
}

/// Returns where the text before a link ends, when it stands in the content as it is.
private func endOfText(before link: Node, _ content: Bytes) -> Int? {
  link.pointee.prev.flatMap { end(of: $0, in: content) }
}

private func end(of text: Node, in content: Bytes) -> Int? {
  guard text.kind == .text, let start = text.literal.baseAddress, let base = content.baseAddress
  else { return nil }
  let offset = start - base
  return offset >= 0 && offset + text.literal.count <= content.count
    ? offset + text.literal.count : nil
}

/// Returns the place of `<url>`'s URL, which ends before `end`.
private func autolink(_ url: Bytes, endingAt end: Int, in places: LeafPlaces) -> SourceRange? {
  guard let open = places.content[..<end].lastIndex(of: UInt8(ascii: "<")) else { return nil }
  let written = places.content[(open + 1)..<end]
  let address = "mailto:".utf8
  guard
    written.elementsEqual(url)
      || url.starts(with: address) && written.elementsEqual(url.dropFirst(address.count))
      || written.contains(UInt8(ascii: "&"))
  else { return nil }
  return places.source(of: (open + 1)..<end)
}

/// Returns the URL in `](url)` behind the bracket at `close`, when it is `url`.
private func inlineURL(_ url: Bytes, after close: Int, in content: Bytes) -> Range<Int>? {
  var start = close + 1
  guard start < content.count, content[start] == UInt8(ascii: "(") else { return nil }
  start += 1
  while start < content.count, isSpace(content[start]) { start += 1 }
  guard start < content.count else { return nil }
  var end = start
  if content[start] == UInt8(ascii: "<") {
    start += 1
    end = content[start...].firstIndex(of: UInt8(ascii: ">")) ?? content.count
  } else {
    end = endOfBareURL(content, from: start)
  }
  return isWritten(url, as: Bytes(rebasing: content[start..<end])) ? start..<end : nil
}

/// Whether the text says `url`.
///
/// Escapes and character references are decoded in `url`, so only what precedes them is compared.
private func isWritten(_ url: Bytes, as text: Bytes) -> Bool {
  let plain = text.prefix { $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "&") }
  return plain.count == text.count ? text.equals(url) : url.starts(with: plain)
}

/// Returns where a URL ends that stands without angle brackets: parentheses in it are in pairs.
private func endOfBareURL(_ content: Bytes, from start: Int) -> Int {
  var end = start
  var open = 0
  while end < content.count, !isSpace(content[end]) {
    switch content[end] {
    case UInt8(ascii: "\\"): end += 1
    case UInt8(ascii: "("): open += 1
    case UInt8(ascii: ")"):
      if open == 0 { return end }
      open -= 1
    default: break
    }
    end += 1
  }
  return min(end, content.count)
}

/// Returns the label of `[text][label]`, `[label][]` or `[label]`, whose text ends at `close`.
private func reference(at close: Int, in content: Bytes) -> (label: Range<Int>, end: Int)? {
  let next = close + 1
  if next < content.count, content[next] == UInt8(ascii: "["),
    let end = content.firstIndex(of: UInt8(ascii: "]"), from: next), end > next + 1
  {
    return ((next + 1)..<end, end + 1)
  }
  guard let open = content[..<close].lastIndex(of: UInt8(ascii: "[")) else { return nil }
  return ((open + 1)..<close, next)
}

private func firstIndex(of part: Bytes, in bytes: Bytes, from start: Int) -> Int? {
  guard !part.isEmpty, start <= bytes.count - part.count else { return nil }
  return (start...bytes.count - part.count).first {
    bytes[$0] == part[0] && bytes[$0..<$0 + part.count].elementsEqual(part)
  }
}

func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
