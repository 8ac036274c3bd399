import Diagnostics
import Handbook
import Testing

/// A mistake to be put into the project's own content, and the findings that must come of it.
///
/// Findings are drawn under the text that they mark: carets, or `|` for a place without width, then
/// the rule.
/// ```
/// See [the lead](/roles/laed/).
///                ^^^^^^^^^^^^ broken-link
/// ```
struct Fault: Sendable, CustomTestStringConvertible {
  /// A change of one file.
  struct Change: Sendable {
    /// What the text takes the place of.
    enum Spot: Sendable {
      /// Nothing: it stands at the end, behind an empty line.
      case end
      /// Text that is in the file once.
      case instead(of: String)
      /// The file, which may be new.
      case file
    }

    var path: String
    var spot: Spot
    var drawn: String
    var kind = SourceEntry.Kind.file
  }

  let name: String
  var changes: [Change]
  /// An address that was published before.
  var formerURL: String?

  var testDescription: String { name }

  /// A mistake in one file.
  init(_ name: String, _ path: String, _ spot: Change.Spot, _ drawn: String) {
    self.name = name
    changes = [Change(path: path, spot: spot, drawn: drawn)]
  }

  /// A mistake at the end of a file.
  init(_ name: String, _ path: String, _ drawn: String) {
    self.init(name, path, .end, drawn)
  }

  /// The same with a change of another file.
  func with(_ path: String, _ spot: Change.Spot, _ drawn: String) -> Fault {
    var fault = self
    fault.changes.append(Change(path: path, spot: spot, drawn: drawn))
    return fault
  }

  /// The mistake that a symbolic link is.
  static func link(_ name: String, _ path: String, _ drawn: String) -> Fault {
    var fault = Fault(name, path, .file, drawn)
    fault.changes[0].kind = .link
    return fault
  }

  /// The same with an address that was published before.
  func losing(_ url: String) -> Fault {
    var fault = self
    fault.formerURL = url
    return fault
  }
}

/// A finding by its rule and the bytes that it marks.
struct Mark: Hashable, Comparable, CustomStringConvertible {
  var path: String
  var range: SourceRange
  var rule: String

  var description: String { "\(path) \(range.lowerBound)..<\(range.upperBound) \(rule)" }

  static func < (left: Mark, right: Mark) -> Bool { left.description < right.description }
}

extension Mark {
  init(_ finding: Diagnostic) {
    self.init(path: finding.place.file.path, range: finding.place.range, rule: finding.rule)
  }
}

/// A drawn text: what is to be written, and the bytes in it that findings must mark.
struct DrawnText {
  private(set) var bytes: [UInt8] = []
  private(set) var marks: [(range: SourceRange, rule: String)] = []

  init(_ drawn: String) {
    var lines: [String] = []
    for line in drawn.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let mark = Self.mark(line), let above = lines.last else {
        lines.append(String(line))
        continue
      }
      let start = lines.dropLast().reduce(0) { $0 + $1.utf8.count + 1 }
      func offset(_ column: Int) -> Int { start + above.prefix(column).utf8.count }
      marks.append((offset(mark.columns.lowerBound)..<offset(mark.columns.upperBound), mark.rule))
    }
    // What is no UTF-8 is drawn as a character that nobody writes.
    bytes = lines.joined(separator: "\n").utf8.map { $0 == 0x7F ? 0xFF : $0 }
  }

  private static func mark(_ line: Substring) -> (columns: Range<Int>, rule: String)? {
    guard let match = line.wholeMatch(of: /( *)(\^+|\|) ([a-z]+-[a-z0-9-]+)/) else { return nil }
    let start = match.1.count
    return (start..<(start + (match.2 == "|" ? 0 : match.2.count)), String(match.3))
  }
}

/// Sources with mistakes put into them; nothing is written.
struct FaultySources: SourceTree {
  let entries: [SourceEntry]
  /// The findings that must come of the mistakes, in order.
  let marks: [Mark]
  private let base: any SourceTree
  private let contents: [String: [UInt8]]

  init(_ base: any SourceTree, _ faults: [Fault]) throws {
    self.base = base
    let changes = Dictionary(grouping: faults.flatMap(\.changes), by: \.path)
    var byPath = Dictionary(base.entries.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    var contents: [String: [UInt8]] = [:]
    var marks: [Mark] = []
    for (path, changes) in changes {
      let old = try byPath[path].map { try base.read($0) } ?? []
      let (new, found) = try Self.apply(changes, to: old, path)
      byPath[path] = SourceEntry(path: path, kind: changes[0].kind, size: new.count)
      contents[path] = new
      marks += found
    }
    entries = byPath.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.contents = contents
    self.marks = marks.sorted()
  }

  /// The file with all changes, and what must be found in it.
  private static func apply(
    _ changes: [Fault.Change], to old: [UInt8], _ path: String
  ) throws -> ([UInt8], [Mark]) {
    let edits = try changes.map { change -> (range: SourceRange, text: DrawnText) in
      switch change.spot {
      case .file: return (0..<old.count, DrawnText(change.drawn))
      case .end: return (old.count..<old.count, DrawnText("\n" + change.drawn + "\n"))
      case .instead(let text):
        let range = try #require(old.firstRange(of: Array(text.utf8)), "\(path) has no '\(text)'")
        return (range, DrawnText(change.drawn))
      }
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var new: [UInt8] = []
    var marks: [Mark] = []
    var position = 0
    for edit in edits {
      new += old[position..<edit.range.lowerBound]
      marks += edit.text.marks.map { mark in
        let range = (mark.range.lowerBound + new.count)..<(mark.range.upperBound + new.count)
        return Mark(path: path, range: range, rule: mark.rule)
      }
      new += edit.text.bytes
      position = edit.range.upperBound
    }
    return (new + old[position...], marks)
  }

  func read(_ entry: SourceEntry) throws(SourceError) -> [UInt8] {
    if let bytes = contents[entry.path] { return bytes }
    return try base.read(entry)
  }

  func find(_ path: String) throws(SourceError) -> SourceEntry? {
    if let entry = entries.first(where: { $0.path == path }) { return entry }
    return try base.find(path)
  }
}
