import Diagnostics
import Values

/// Reads the tokens inside one tag: expressions, filters, tests.
struct MarkupParser {
  /// The file's bytes.
  let bytes: [UInt8]
  /// How templates are read.
  let environment: Environment
  /// The next token.
  private(set) var token: Token
  private var following: Token?
  private var lexer: Lexer
  private var depth = 0
  /// The names that are read in the tag.
  private(set) var reads = NameReads()
  /// The end of the last token that was taken.
  private(set) var lastEnd: Int

  /// Creates a parser of the part `range` of a file.
  init(_ bytes: [UInt8], _ range: SourceRange, _ environment: Environment) throws(Failure) {
    self.bytes = bytes
    self.environment = environment
    lexer = Lexer(bytes, range)
    lastEnd = range.lowerBound
    token = try lexer.next()
  }

  /// The token behind the next one.
  mutating func peek() throws(Failure) -> Token {
    if let following { return following }
    let next = try lexer.next()
    following = next
    return next
  }

  /// Takes the next token.
  @discardableResult
  mutating func take() throws(Failure) -> Token {
    let taken = token
    lastEnd = taken.range.upperBound
    if let following {
      token = following
      self.following = nil
    } else {
      token = try lexer.next()
    }
    return taken
  }

  /// Takes the next token when it is of `kind`.
  mutating func take(if kind: Token.Kind) throws(Failure) -> Bool {
    guard token.kind == kind else { return false }
    try take()
    return true
  }

  /// Takes the next token when it is the word `word`.
  mutating func take(word: String) throws(Failure) -> Bool {
    guard token.kind == .identifier, isNext(word) else { return false }
    try take()
    return true
  }

  /// Whether the next token reads `word`.
  func isNext(_ word: String) -> Bool {
    bytes[token.range].elementsEqual(word.utf8)
  }

  /// Takes a token of `kind`, or says that something else stands there.
  @discardableResult
  mutating func expect(_ kind: Token.Kind, help: String? = nil) throws(Failure) -> Token {
    guard token.kind == kind else { throw unexpected(wanted: kind.name, help: help) }
    return try take()
  }

  /// Says that nothing may follow but the end of the tag.
  func expectEnd(help: String? = nil) throws(Failure) {
    guard token.kind != .end else { return }
    throw unexpected(wanted: Token.Kind.end.name, help: help)
  }

  /// What the bytes of a token say.
  func text(of token: Token) -> String {
    String(decoding: bytes[token.range], as: UTF8.self)
  }

  /// That the next token is not what was wanted.
  func unexpected(wanted: String, help: String? = nil) -> Failure {
    let found = token.kind == .end ? "the tag ends" : "'\(text(of: token))' stands"
    return Failure("\(found) where \(wanted) was expected", help: help, at: token.range)
  }

  /// Reads an expression: a text, a number, a range or a name with keys.
  mutating func expression() throws(Failure) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= environment.limits.nesting else {
      throw Failure(
        "brackets are nested more than \(environment.limits.nesting) deep", at: token.range,
        rule: .limit)
    }
    switch token.kind {
    case .string:
      let range = try take().range
      return .constant(
        .string(String(decoding: bytes[range.lowerBound + 1..<range.upperBound - 1], as: UTF8.self))
      )
    case .number: return .constant(try number(take()))
    case .openRound: return try rangeExpression()
    case .identifier:
      let name = try take()
      return try path(named: text(of: name), at: name.range)
    case .openSquare:
      let start = try take().range.lowerBound
      let inner = try expression()
      let end = try expect(.closeSquare).range.upperBound
      return try path(behind: .dynamic(inner), at: start..<end)
    default:
      throw unexpected(
        wanted: "a value", help: "a value is a name, a number or a text in quotes")
    }
  }

  /// Reads an expression and notes where it stands.
  mutating func located() throws(Failure) -> Located {
    let start = token.range.lowerBound
    let expression = try expression()
    return Located(expression: expression, range: start..<lastEnd)
  }

  private mutating func rangeExpression() throws(Failure) -> Expression {
    let start = try take().range.lowerBound
    let lower = try expression()
    try expect(.dotDot, help: "a range is written '(1..5)'")
    let upper = try expression()
    let end = try expect(.closeRound).range.upperBound
    if let lower = lower.constantValue, let upper = upper.constantValue {
      return .constant(.range(lower: lower.leadingInteger, upper: upper.leadingInteger))
    }
    return .range(lower, upper, start..<end)
  }

  private mutating func path(named name: String, at range: SourceRange) throws(Failure)
    -> Expression
  {
    let hasKeys = token.kind == .dot || token.kind == .openSquare
    guard !hasKeys else { return try path(behind: .name(name), at: range) }
    switch name {
    case "nil", "null": return .constant(.none)
    case "true": return .constant(.bool(true))
    case "false": return .constant(.bool(false))
    case "blank": return .blank
    case "empty": return .empty
    default:
      let path = Path(root: .name(name), keys: [], ranges: [range])
      reads.note(path)
      return .path(path)
    }
  }

  private mutating func path(behind root: Path.Root, at range: SourceRange) throws(Failure)
    -> Expression
  {
    var path = Path(root: root, keys: [], ranges: [range])
    while true {
      if try take(if: .dot) {
        let name = try expect(.identifier, help: "a name follows a dot; a number is written '[0]'")
        path.keys.append(.name(text(of: name), isDotted: true))
        path.ranges.append(name.range)
      } else if token.kind == .openSquare {
        let start = try take().range.lowerBound
        let inner = try expression()
        let end = try expect(.closeSquare).range.upperBound
        path.keys.append(
          inner.constantText.map { .name($0, isDotted: false) } ?? .dynamic(inner))
        path.ranges.append(start..<end)
      } else {
        reads.note(path)
        return .path(path)
      }
    }
  }

  private func number(_ token: Token) throws(Failure) -> Value {
    let text = text(of: token)
    if let number = Int(text) { return .integer(number) }
    guard text.contains("."), let number = Double(text) else {
      throw Failure("\(text) is too large for a whole number", at: token.range)
    }
    return .decimal(number)
  }
}
