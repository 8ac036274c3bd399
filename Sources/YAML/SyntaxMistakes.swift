import Diagnostics

extension SyntaxScene {
  /// A quote that nothing closes, or that is closed where another text begins.
  var openQuote: SyntaxExplanation? {
    if problem.context == "while scanning a quoted scalar",
      problem.words.hasPrefix("found unexpected")
    {
      return open(problem.contextOffset)
    }
    guard isParserProblem, let lastScalar, lastScalar.isMultiline,
      isQuote(lines.byte(at: lastScalar.range.lowerBound)),
      problem.offset - lastScalar.range.upperBound < 2
    else { return nil }
    return open(lastScalar.range.lowerBound)
  }

  private func open(_ quote: Int) -> SyntaxExplanation {
    SyntaxExplanation(
      at: quote..<quote + 1, "this quote is not closed",
      help: "put a \(lines.text(quote..<quote + 1)) at the end of the text")
  }

  /// Text behind the quote that closes a value, as in `'It's here'`.
  var behindQuote: SyntaxExplanation? {
    guard isParserProblem, let lastScalar, !lastScalar.isMultiline,
      let quote = lines.byte(at: lastScalar.range.lowerBound), isQuote(quote),
      lines.line(at: problem.offset) == lines.line(at: lastScalar.range.lowerBound),
      !isCommaMissing || !isQuote(lines.byte(at: problem.offset))
    else { return nil }
    return SyntaxExplanation(
      at: lines.rest(from: problem.offset), "text stands behind the closing quote",
      help: quote == UInt8(ascii: "'")
        ? "write an apostrophe in single quotes twice, or put the text in double quotes"
        : "write a quote in double quotes as '\\\"', or put the text in single quotes")
  }

  /// A bracket or brace that is not closed, or that begins what was meant as text.
  var bracket: SyntaxExplanation? {
    if isCommaMissing {
      let opening = problem.contextOffset
      if lines.isTemplate(at: opening) {
        return lines.needsQuotes(lines.value(in: lines.words(at: opening)))
      }
      if lines.line(at: opening) == lines.line(at: problem.offset), problem.offset > opening,
        lines.byte(at: problem.offset)?.isLineEnd == false
      {
        return SyntaxExplanation(
          at: problem.offset..<problem.offset + 1, "expected a comma or '\(closing(opening))' here",
          help: "separate the values by commas, or put text with a bracket in quotes")
      }
      return SyntaxExplanation(
        at: opening..<opening + 1, "this bracket is not closed",
        help: "put a '\(closing(opening))' at the end, or put the text in quotes")
    }
    let value = lines.value(in: words)
    guard isParserProblem, value.contains(problem.offset), problem.offset > value.lowerBound,
      let first = lines.byte(at: value.lowerBound),
      first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
    else { return nil }
    return lines.needsQuotes(value)
  }

  /// A list that begins behind its key.
  var listOnKeyLine: SyntaxExplanation? {
    guard problem.words.hasPrefix("block sequence entries") else { return nil }
    return SyntaxExplanation(
      at: problem.offset..<problem.offset + 1, "a list cannot begin on the line of its key",
      help: "begin it on the next line, or write '[first, second]'")
  }

  /// A colon that makes a key of what was meant as text, or that follows a line without one.
  var colon: SyntaxExplanation? {
    guard problem.words.hasPrefix("mapping values"), let first = lines.colon(in: words) else {
      return nil
    }
    guard problem.offset <= first else {
      return lines.needsQuotes(lines.value(in: words), "a value with ': ' in it needs quotes")
    }
    if let above = lines.words(above: problem.offset),
      let missing = lines.missingSpace(in: above)
    {
      return missing
    }
    return SyntaxExplanation(
      at: lines.key(in: words) ?? words, "this key is indented below a value that has ended",
      help: "begin it under the key above it")
  }

  /// A line without a colon where a key belongs.
  var noColon: SyntaxExplanation? {
    guard problem.words == "could not find expected ':'" else { return nil }
    let line = lines.words(at: problem.contextOffset)
    if isQuote(lines.byte(at: problem.contextOffset)) { return open(problem.contextOffset) }
    return lines.missingSpace(in: line)
      ?? SyntaxExplanation(
        at: line, "this line has no key",
        help: "write 'key: value', or indent the line to go on with the text above")
  }

  /// Whether the words are those of libyaml's parser, which noticed a token too many.
  private var isParserProblem: Bool {
    problem.words.hasPrefix("did not find expected")
  }

  private func isQuote(_ byte: UInt8?) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  /// Whether the problem lies inside brackets or braces.
  private var isCommaMissing: Bool {
    problem.words.hasPrefix("did not find expected ','")
  }

  private func closing(_ opening: Int) -> String {
    lines.byte(at: opening) == UInt8(ascii: "{") ? "}" : "]"
  }
}
