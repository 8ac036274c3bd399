package import Diagnostics
package import Values

/// A finding that an author allows for a time: `# handbook: allow RULE until DATE: reason`.
package struct Allowance: Sendable {
  /// What is allowed.
  package let clause: AllowClause
  /// The comment that says so.
  package let range: SourceRange
  /// What it is allowed for: the key with its value, or the value of a list, that begins on the
  /// next line with words; empty at the end of the text.
  package let entry: SourceRange
}

/// The words of an allowance, in a comment of YAML or of Markdown.
package struct AllowClause: Sendable, Hashable {
  /// The rule whose findings are allowed.
  package let rule: String
  /// The last day on which they are.
  package let until: PlainDate
  /// Why.
  package let reason: String

  /// Reads `allow RULE until DATE: reason`; `nil` for other words, a day that is none, or no reason.
  package init?(_ text: some StringProtocol) {
    let words = text.split(
      maxSplits: 4, omittingEmptySubsequences: true, whereSeparator: { $0 == " " || $0 == "\t" })
    guard words.count == 5, words[0] == "allow", words[2] == "until", words[3].hasSuffix(":"),
      let until = PlainDate(words[3].dropLast())
    else { return nil }
    rule = String(words[1])
    self.until = until
    reason = String(words[4])
  }

  /// What to write, for findings about what could not be read.
  package static let form = "write 'handbook: allow RULE until 2026-06-30: reason'"
}

/// Finds the allowances of a YAML text, which libyaml leaves out with all comments.
///
/// Only lines that hold nothing but the comment count. `multilineScalars`, in order, are the texts
/// in which nothing is a comment. A comment that begins `# handbook:` and goes on in other words is
/// a finding of `invalid-allow`. O(*n*).
package func allowances(
  in file: SourceFile, range: SourceRange, outside multilineScalars: [SourceRange]
) -> Diagnosed<[Allowance]> {
  let input = YAMLInput(file: file, range: range, rule: "invalid-allow", limits: .register)
  let lines = SourceLines(input)
  var found = Diagnosed<[Allowance]>([])
  var entry = range.lowerBound..<range.lowerBound
  for comment in comments(in: file, range: range) {
    guard let body = lines.handbookComment(comment),
      !isInside(multilineScalars, comment.lowerBound)
    else { continue }
    if let clause = AllowClause(lines.text(body)) {
      // Comments in a row stand above the same one.
      if entry.lowerBound < comment.upperBound {
        entry = lines.entry(below: comment.upperBound)
      }
      found.value.append(Allowance(clause: clause, range: comment, entry: entry))
    } else {
      found.diagnostics.append(
        Diagnostic(
          "invalid-allow", .warning, at: Place(file, comment), "this comment allows nothing",
          help: AllowClause.form))
    }
  }
  return found
}

/// Whether one of the ranges, which are in order, contains an offset.
///
/// - Complexity: O(log *n*).
private func isInside(_ ranges: [SourceRange], _ offset: Int) -> Bool {
  var (low, high) = (0, ranges.count)
  while low < high {
    let middle = (low + high) / 2
    if ranges[middle].upperBound > offset { high = middle } else { low = middle + 1 }
  }
  return low < ranges.count && ranges[low].contains(offset)
}

/// The lines that are comments, from `#` to their last word.
private func comments(in file: SourceFile, range: SourceRange) -> [SourceRange] {
  file.bytes.withUnsafeBufferPointer { bytes in
    var found: [SourceRange] = []
    var rest = bytes[range]
    // Large files have few of them.
    while let start = rest.firstIndex(of: UInt8(ascii: "#")) {
      var indent = start
      while indent > range.lowerBound, bytes[indent - 1].isBlank { indent -= 1 }
      guard indent == range.lowerBound || bytes[indent - 1].isLineEnd else {
        rest = bytes[(start + 1)..<range.upperBound]
        continue
      }
      rest = bytes[start..<range.upperBound].drop { !$0.isLineEnd }
      var end = rest.startIndex
      while end > start, bytes[end - 1].isBlank { end -= 1 }
      found.append(start..<end)
    }
    return found
  }
}

extension SourceLines {
  /// The words behind `# handbook:`, when a comment begins so.
  fileprivate func handbookComment(_ comment: SourceRange) -> SourceRange? {
    var start = comment.lowerBound + 1
    while byte(at: start)?.isBlank == true { start += 1 }
    let mark = "handbook:".utf8
    guard start + mark.count <= comment.upperBound,
      text(start..<start + mark.count).utf8.elementsEqual(mark)
    else { return nil }
    return start + mark.count..<comment.upperBound
  }

  /// The entry that begins on the next line with words: that line and those below that are
  /// indented more, or are the values of its list.
  fileprivate func entry(below offset: Int) -> SourceRange {
    var position = line(at: offset).upperBound
    guard let first = contentLine(after: &position) else { return end..<end }
    let isItem = isListItem(first.words)
    var last = first.words.upperBound
    while let next = contentLine(after: &position),
      next.indent > first.indent
        || (next.indent == first.indent && !isItem && isListItem(next.words))
    {
      last = next.words.upperBound
    }
    return first.words.lowerBound..<last
  }

  /// The next line that is neither empty nor a comment, behind the line that ends at `position`,
  /// which is moved to its end.
  private func contentLine(after position: inout Int) -> (words: SourceRange, indent: Int)? {
    while position < end {
      let line = line(at: position + 1)
      position = line.upperBound
      let words = words(at: line.lowerBound)
      if !words.isEmpty, byte(at: words.lowerBound) != UInt8(ascii: "#") {
        return (words, words.lowerBound - line.lowerBound)
      }
    }
    return nil
  }

  private func isListItem(_ words: SourceRange) -> Bool {
    byte(at: words.lowerBound) == UInt8(ascii: "-")
      && (words.count == 1 || byte(at: words.lowerBound + 1)?.isBlank == true)
  }
}
