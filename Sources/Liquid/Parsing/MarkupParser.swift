import Diagnostics
import Values

/// Reads the tokens inside one tag: expressions, filters, tests.
struct MarkupParser {
  /// The file's bytes.
  let bytes: [UInt8]
  /// How templates are read.
  let environment: Environment
  /// The next token.
  private(set) var token = Token(kind: .end, range: 0..<0)
  private var following: Token?
  private var lexer: Lexer
  private var depth = 0
  /// The names that are read in all tags until now.
  private(set) var reads = NameReads()
  /// Whether a test is read, in which brackets may be meant to group.
  var isTest = false
  /// The end of the last token that was taken.
  private(set) var lastEnd = 0

  /// Creates a parser of the tags of a file.
  init(_ bytes: [UInt8], _ environment: Environment) {
    self.bytes = bytes
    self.environment = environment
    lexer = Lexer(bytes)
  }

  /// Goes to the beginning of a tag's inside.
  mutating func begin(_ range: SourceRange) throws(Failure) {
    lexer.begin(range)
    lastEnd = range.lowerBound
    (following, depth, isTest) = (nil, 0, false)
    token = try lexer.next()
  }

  /// Notes that names are read which are known only when rendering.
  mutating func readsOpenly() {
    reads.isOpen = true
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
  mutating func take(_ word: Word) throws(Failure) -> Bool {
    guard isNext(word) else { return false }
    try take()
    return true
  }

  /// Whether the next token is the word `word`.
  func isNext(_ word: Word) -> Bool {
    token.word == word && token.kind == .identifier
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
      return try path(behind: take())
    case .openSquare:
      let start = try take().range.lowerBound
      let inner = try expression()
      let end = try expect(.closeSquare).range.upperBound
      return try noted(Path(inner, keys(), at: start..<end))
    default:
      throw unexpected(
        wanted: "a value", help: "a value is a name, a number or a text in quotes")
    }
  }

  /// Reads all the bytes as one expression.
  mutating func only() throws(Failure) -> Expression {
    try begin(0..<bytes.count)
    let expression = try expression()
    try expectEnd()
    return expression
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
    try expect(.dotDot, help: isTest ? Self.bracketHelp : "a range is written '(1..5)'")
    let upper = try expression()
    let end = try expect(.closeRound).range.upperBound
    if let lower = lower.constantValue, let upper = upper.constantValue {
      return .constant(.range(lower: lower.leadingInteger, upper: upper.leadingInteger))
    }
    return .range(Bounds(lower, upper, at: start..<end))
  }

  /// What is written instead of brackets around a test.
  static let bracketHelp = "brackets do not group tests: 'assign' a part to a name first"

  /// Reads the keys behind a name; a word that means a value by itself has none.
  private mutating func path(behind name: Token) throws(Failure) -> Expression {
    let hasKeys = token.kind == .dot || token.kind == .openSquare
    if !hasKeys {
      switch name.word {
      case .nil, .null: return .constant(.none)
      case .true: return .constant(.bool(true))
      case .false: return .constant(.bool(false))
      case .blank: return .blank
      case .empty: return .empty
      default: break
      }
    }
    return try noted(Path(text(of: name), keys(), at: name.range))
  }

  private mutating func noted(_ path: Path) -> Expression {
    reads.note(path)
    return .path(path)
  }

  private mutating func keys() throws(Failure) -> [Path.Key] {
    var keys: [Path.Key] = []
    while true {
      if try take(if: .dot) {
        let name = try expect(.identifier, help: "a name follows a dot; a number is written '[0]'")
        keys.append(Path.Key(text(of: name), isDotted: true, at: name.range))
      } else if token.kind == .openSquare {
        let start = try take().range.lowerBound
        let inner = try expression()
        let range = start..<(try expect(.closeSquare).range.upperBound)
        keys.append(
          inner.constantText.map { Path.Key($0, isDotted: false, at: range) }
            ?? Path.Key(inner, at: range))
      } else {
        return keys
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
