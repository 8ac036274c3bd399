import Diagnostics
import Markdown
import YAML

/// What an adapted page's heading says of the base's section of the same name.
enum SectionAction: String, Sendable, CaseIterable {
  /// The page's section takes its place.
  case replace
  /// The page's text stands before the base's, under the same heading.
  case before
  /// The page's text stands behind the base's, under the same heading.
  case after
  /// The section is left out.
  case remove

  /// Whether the base's text gives way, with all that lies below it.
  var displaces: Bool { self == .replace || self == .remove }
}

/// The body of a page, divided at its headings, before any template is run.
struct SectionedText {
  /// A heading and what stands below it.
  struct Section {
    let level: Int
    /// The heading's words, without id and action.
    let title: String
    /// What `{#id}` says, else what the words make, each once on a page.
    let id: String
    /// Whether the id is written.
    let hasWrittenID: Bool
    /// What the heading says it does, and where.
    let action: (value: SectionAction, range: SourceRange)?
    /// The heading's lines, without the line feed.
    let heading: SourceRange
    /// Heading and text, up to the next heading of any level.
    let own: SourceRange
    /// Heading and text, up to the next heading of its level or above.
    let whole: SourceRange
  }

  let text: ComposedText
  /// What stands before the first heading.
  let intro: SourceRange
  let sections: [Section]

  /// Divides the part of a text that begins at `start`.
  ///
  /// Headings inside quotes and lists divide nothing. O(*bytes*).
  init(_ text: ComposedText, from start: Int) {
    self.text = text
    let bytes = text.bytes
    let outline = bytes.withUnsafeBufferPointer { bytes in
      Markdown.render(
        UnsafeBufferPointer(rebasing: bytes[min(start, bytes.count)...]), options: .standard
      ) { Destination($0.destination) }.outline
    }
    let headings = outline.filter { !$0.isNested }.map {
      ($0, start + $0.range.lowerBound..<start + $0.range.upperBound)
    }
    intro = start..<(headings.first.map { Self.lineStart(bytes, $0.1.lowerBound) } ?? bytes.count)
    sections = headings.enumerated().map { index, heading in
      let (found, range) = heading
      let next = headings[(index + 1)...]
      func end(_ following: (Heading, SourceRange)?) -> Int {
        following.map { Self.lineStart(bytes, $0.1.lowerBound) } ?? bytes.count
      }
      let (words, action) = Self.action(found.text, in: bytes, range)
      let (title, id) = Self.writtenID(words)
      let from = Self.lineStart(bytes, range.lowerBound)
      // The words' own slug holds the mark of the action.
      let hasID = id != nil || found.text == words && !Self.isSlug(found.id, of: found.text)
      return Section(
        level: found.level, title: title,
        id: id
          ?? (action == nil
            ? found.id : String(decoding: slug(of: Array(title.utf8)), as: UTF8.self)),
        hasWrittenID: hasID, action: action, heading: from..<range.upperBound,
        own: from..<end(next.first),
        whole: from..<end(next.first { $0.0.level <= found.level }))
    }
  }

  /// The parts of the page by the names that `handbook.lock` has for them, in order: all that stands
  /// before the body, what stands before the first heading, and each section up to the next heading.
  var parts: [(key: String, range: SourceRange)] {
    var parts = [(Self.head, 0..<intro.lowerBound), (Self.intro, intro)]
    var taken: Set<String> = []
    var numbers: [String: Int] = [:]
    for section in sections {
      var key = section.id
      while !taken.insert(key).inserted {
        let number = numbers[section.id, default: 0] + 1
        numbers[section.id] = number
        key = "\(section.id)-\(number)"
      }
      parts.append((key, section.own))
    }
    return parts
  }

  /// The names of what stands before the body, and before the first heading.
  static let (head, intro) = ("front-matter", "-")

  /// Divides the body of a page.
  init(page text: ComposedText) {
    self.init(text, from: FrontMatter.split(text.file(at: "")).value.bodyStart)
  }

  /// The text of a part, for people.
  func words(_ range: SourceRange) -> String {
    String(decoding: text.bytes[range], as: UTF8.self)
  }

  private static func lineStart(_ bytes: [UInt8], _ offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    return start
  }

  private static func isSlug(_ id: String, of words: String) -> Bool {
    let slug = String(decoding: slug(of: Array(words.utf8)), as: UTF8.self)
    return id == slug || id.hasPrefix(slug + "-") || slug.isEmpty
  }

  /// Takes `{replace}` and its like from the end of a heading's words.
  private static func action(
    _ words: String, in bytes: [UInt8], _ range: SourceRange
  ) -> (String, (SectionAction, SourceRange)?) {
    for action in SectionAction.allCases where words.hasSuffix("{\(action.rawValue)}") {
      let mark = Array("{\(action.rawValue)}".utf8)
      guard let found = bytes[range].lastRange(of: mark) else { continue }
      let rest = words.dropLast(mark.count)
      return (String(rest.reversed().drop { $0 == " " }.reversed()), (action, found))
    }
    return (words, nil)
  }

  /// Takes `{#id}` from the end of a heading's words.
  private static func writtenID(_ words: String) -> (String, String?) {
    guard words.hasSuffix("}"), let open = words.range(of: "{#")?.lowerBound else {
      return (words, nil)
    }
    let id = String(words[open...].dropFirst(2).dropLast())
    guard !id.isEmpty, !id.contains(where: { " {}".contains($0) }) else { return (words, nil) }
    return (String(words[..<open].reversed().drop { $0 == " " }.reversed()), id)
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<Index>? { firstRange(of: part) }
}

extension Collection where Element == UInt8, Index == Int {
  /// The last place of some bytes.
  fileprivate func lastRange(of part: [UInt8]) -> SourceRange? {
    guard part.count <= count else { return nil }
    var start = endIndex - part.count
    while start >= startIndex {
      if self[start..<start + part.count].elementsEqual(part) { return start..<start + part.count }
      start -= 1
    }
    return nil
  }
}
