import Markdown
import Values

/// The headings of a page within some levels, nested as they stand below each other.
struct Outline {
  private struct Entry {
    var heading: Heading
    var children: [Entry] = []
  }

  private let entries: [Entry]

  init(_ headings: [Heading], _ contents: ContentsList) {
    switch contents {
    case .none: entries = []
    case .levels(let from, let to):
      var rest = headings.filter { from <= $0.level && $0.level <= to }[...]
      entries = Self.nest(&rest, below: 0)
    }
  }

  /// Takes from `rest` the headings deeper than `level`.
  ///
  /// Levels are at most six deep, so is this.
  private static func nest(_ rest: inout ArraySlice<Heading>, below level: Int) -> [Entry] {
    var entries: [Entry] = []
    while let heading = rest.first, heading.level > level {
      rest.removeFirst()
      entries.append(Entry(heading: heading, children: nest(&rest, below: heading.level)))
    }
    return entries
  }

  /// A nested list of links; empty without headings.
  var html: HTML {
    var bytes: [UInt8] = []
    if !entries.isEmpty { Self.append(entries, to: &bytes) }
    return HTML(bytes)
  }

  private static func append(_ entries: [Entry], to bytes: inout [UInt8]) {
    bytes += "<ul>".utf8
    for entry in entries {
      bytes += "<li><a href=\"#".utf8
      bytes += percentEncoded(entry.heading.id).utf8
      bytes += "\">".utf8
      bytes += entry.heading.html
      bytes += "</a>".utf8
      if !entry.children.isEmpty { append(entry.children, to: &bytes) }
      bytes += "</li>".utf8
    }
    bytes += "</ul>".utf8
  }

  /// The same as data: entries with `level`, `id`, `url`, `title` and `children`.
  var value: Value { .array(entries.map(Self.value)) }

  private static func value(_ entry: Entry) -> Value {
    [
      "level": .integer(entry.heading.level), "id": .string(entry.heading.id),
      "url": .string("#" + percentEncoded(entry.heading.id)), "title": .string(entry.heading.text),
      "children": .array(entry.children.map(value)),
    ]
  }
}
