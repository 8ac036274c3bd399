import Diagnostics

/// An error of syntax as a person can act on it: where, what and what instead.
struct SyntaxExplanation {
  /// The smallest part that is wrong.
  let range: SourceRange
  /// What is wrong.
  let message: String
  /// What would have worked.
  let help: String

  init(at range: SourceRange, _ message: String, help: String) {
    self.range = range
    self.message = message
    self.help = help
  }
}

extension YAMLInput {
  /// Puts in plain words why libyaml could not read on.
  ///
  /// It notices many errors late, in the words
  /// of its grammar, so the lines are looked at for what people commonly write.
  func explain(
    _ problem: SyntaxProblem, lastScalar: (range: SourceRange, isMultiline: Bool)?
  ) -> Diagnostic {
    let scene = SyntaxScene(problem: problem, lastScalar: lastScalar, lines: SourceLines(self))
    if let finding = scene.encoding {
      return Diagnostic(
        "invalid-encoding", .error, at: Place(file, finding.range), finding.message,
        help: finding.help)
    }
    let explanation =
      scene.tab ?? scene.openQuote ?? scene.behindQuote ?? scene.escape ?? scene.bracket
      ?? scene.listOnKeyLine ?? scene.colon ?? scene.noColon ?? scene.forbiddenStart
      ?? scene.indentation
    return error(at: explanation.range, explanation.message, help: explanation.help)
  }
}

/// An error of libyaml and the lines round it.
///
/// Each property recognises one common mistake.
struct SyntaxScene {
  let problem: SyntaxProblem
  /// The last scalar that was read before, and whether it has several lines.
  let lastScalar: (range: SourceRange, isMultiline: Bool)?
  let lines: SourceLines

  /// The line in which libyaml noticed, without blanks round it.
  var words: SourceRange { lines.words(at: problem.offset) }

  /// Bytes that are no UTF-8, or characters that no text has.
  var encoding: SyntaxExplanation? {
    let place = problem.offset..<problem.offset + 1
    if problem.words.contains("UTF-8") || problem.words == "invalid Unicode character" {
      return SyntaxExplanation(
        at: place, "this byte is not UTF-8", help: "save the file with the encoding UTF-8")
    }
    guard problem.words.hasPrefix("control characters") else { return nil }
    return SyntaxExplanation(at: place, "a control character stands here", help: "remove it")
  }

  /// A tab where only spaces indent.
  var tab: SyntaxExplanation? {
    let line = lines.line(at: problem.offset)
    var start = line.lowerBound
    while lines.byte(at: start) == UInt8(ascii: " ") { start += 1 }
    let indent = lines.byte(at: start) == UInt8(ascii: "\t") ? start : problem.offset
    guard lines.byte(at: indent) == UInt8(ascii: "\t") else { return nil }
    var end = indent
    while lines.byte(at: end) == UInt8(ascii: "\t") { end += 1 }
    return SyntaxExplanation(
      at: indent..<end, indent == start ? "a tab is used to indent" : "a tab stands for a space",
      help: "use spaces instead of tabs")
  }

  /// A backslash in double quotes that means nothing.
  var escape: SyntaxExplanation? {
    guard problem.context.hasSuffix("quoted scalar"),
      problem.words.contains("escape") || problem.words.contains("hexdecimal")
    else { return nil }
    let line = lines.line(at: problem.offset)
    var start = min(problem.offset, line.upperBound)
    while start > line.lowerBound, lines.byte(at: start) != UInt8(ascii: "\\") { start -= 1 }
    let end = min(max(start + 2, problem.offset), line.upperBound)
    return SyntaxExplanation(
      at: start..<max(start, end), "'\(lines.text(start..<end))' means nothing in double quotes",
      help: "write '\\\\' for a backslash, or put the text in single quotes")
  }

  /// A character that cannot begin a value as it stands.
  var forbiddenStart: SyntaxExplanation? {
    let start = problem.contextOffset
    if problem.context == "while scanning a block scalar" {
      return SyntaxExplanation(
        at: lines.rest(from: start),
        "text cannot follow '\(lines.text(start..<start + 1))' on its line",
        help: "begin the text on the next line, or put it in quotes")
    }
    let offset: Int
    switch lines.byte(at: start) {
    case UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "%"): offset = start
    default:
      guard problem.words == "found character that cannot start any token" else { return nil }
      offset = problem.offset
    }
    return SyntaxExplanation(
      at: offset..<offset + 1, "a value cannot begin with '\(lines.text(offset..<offset + 1))'",
      help: "put the text in quotes")
  }

  /// What is left: a line that belongs to nothing above it.
  var indentation: SyntaxExplanation {
    let range = problem.offset > words.upperBound ? words : lines.rest(from: problem.offset)
    return SyntaxExplanation(
      at: range, "this does not fit what stands above it",
      help: "indent it like the lines it belongs to, or put the text in quotes")
  }
}
