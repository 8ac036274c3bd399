/// Changes to a text that is read once from front to back, gathered in order and applied in one copy.
struct Edits {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var edits: [(range: Range<Int>, text: String)] = []

  /// The integrity value that the open tag is to get, behind the value that ends at `end`.
  var integrity: (end: Int, value: String)?

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The text of a range, with the character references decoded that escaping makes.
  func text(_ range: Range<Int>) -> String {
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return text.replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  /// The page and fragment of a link in a usual form, or `nil` for any other.
  func plainLink(_ range: Range<Int>, on page: PageIndex, _ links: LinkResolver) -> (
    page: PageIndex, form: LinkResolver.PlainLink.Form, fragment: String
  )? {
    let written = UnsafeBufferPointer(rebasing: bytes[range])
    return links.plain(written, on: page).map { link in
      (
        link.page, link.form,
        link.fragmentStart == written.count
          ? ""
          : String(
            decoding: UnsafeBufferPointer(rebasing: written[link.fragmentStart...]), as: UTF8.self)
      )
    }
  }

  /// Whether a URL begins with one slash.
  func isRootRelative(_ range: Range<Int>) -> Bool {
    guard let first = range.first, bytes[first] == UInt8(ascii: "/") else { return false }
    return range.count == 1 || bytes[first + 1] != UInt8(ascii: "/")
  }

  /// The URLs of a `srcset`: what comes first in each part between commas.
  func urls(inList range: Range<Int>) -> [Range<Int>] {
    var urls: [Range<Int>] = []
    var position = range.lowerBound
    while position < range.upperBound {
      while position < range.upperBound, isSeparator(bytes[position]) { position += 1 }
      let start = position
      while position < range.upperBound, bytes[position] > 0x20,
        bytes[position] != UInt8(ascii: ",")
      {
        position += 1
      }
      if position > start { urls.append(start..<position) }
      while position < range.upperBound, bytes[position] != UInt8(ascii: ",") { position += 1 }
    }
    return urls
  }

  /// The URL of a refresh such as `0; url=/a/`, or `nil` for any other content.
  func refreshURL(_ range: Range<Int>) -> Range<Int>? {
    var position = range.lowerBound
    while position < range.upperBound, bytes[position] >= UInt8(ascii: "0"),
      bytes[position] <= UInt8(ascii: "9")
    {
      position += 1
    }
    guard position > range.lowerBound, position < range.upperBound,
      bytes[position] == UInt8(ascii: ";")
    else { return nil }
    position += 1
    while position < range.upperBound, bytes[position] == 0x20 { position += 1 }
    guard position + 4 < range.upperBound, text(position..<(position + 4)).lowercased() == "url="
    else {
      return nil
    }
    return (position + 4)..<range.upperBound
  }

  /// Where a body comes to stand; `nil` where anything but base paths was put into it.
  ///
  /// A tag that a layout leaves open may reach into it.
  func published(_ body: Range<Int>, _ basePath: String) -> PublishedBody? {
    var (start, growth, basePaths): (Int, Int, [Int]) = (body.lowerBound, 0, [])
    for edit in edits {
      if edit.range.lowerBound >= body.upperBound { break }
      let isBefore = edit.range.upperBound <= body.lowerBound
      if !isBefore {
        guard edit.range.isEmpty, edit.text == basePath else { return nil }
        basePaths.append(edit.range.lowerBound + growth)
      }
      growth += edit.text.utf8.count - edit.range.count
      if isBefore { start = body.lowerBound + growth }
    }
    return PublishedBody(
      place: start..<(body.upperBound + growth), basePaths: basePaths,
      basePathLength: basePath.utf8.count)
  }

  /// Replaces a range, which lies behind all before.
  mutating func replace(_ range: Range<Int>, with text: String) {
    edits.append((range, text))
  }

  /// Inserts text at an offset, which lies behind all before.
  mutating func insert(_ text: String, at offset: Int) {
    replace(offset..<offset, with: text)
  }

  /// Writes the pending integrity when the scan has come to a tag behind the one it belongs to.
  mutating func addIntegrity(behind offset: Int) {
    guard let (end, value) = integrity, offset > end else { return }
    integrity = nil
    // Behind the closing quote; an unquoted value ends where the attribute may begin.
    let isQuoted =
      end < bytes.count && (bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'"))
    insertInOrder(" integrity=\"\(value)\"", at: isQuoted ? end + 1 : end)
  }

  /// Inserts before the edits that lie behind `offset` already.
  private mutating func insertInOrder(_ text: String, at offset: Int) {
    let index = edits.lastIndex { $0.range.lowerBound < offset }.map { $0 + 1 } ?? 0
    edits.insert((offset..<offset, text), at: index)
  }

  /// Whether the text stays as it is.
  var isEmpty: Bool { edits.isEmpty }

  /// Writes the changed text to `output`, which is emptied first.
  func apply(to output: inout [UInt8]) {
    output.removeAll(keepingCapacity: true)
    var position = 0
    for edit in edits {
      output.append(
        contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<edit.range.lowerBound]))
      output.append(contentsOf: edit.text.utf8)
      position = edit.range.upperBound
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position...]))
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",")
  }
}
