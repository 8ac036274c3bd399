import Diagnostics
import Values

/// What stands behind a filter's `:`, evaluated.
struct Arguments {
  /// How many there are without a name.
  var count: Int
  /// The first, or nothing.
  var first: Value = .none
  /// The second, or nothing.
  var second: Value = .none
  /// Whether `default` lets `false` stand.
  var allowsFalse = false
}

/// A filter: it makes a value of a value.
///
/// A class, as each call of a filter in each template refers to the one there is.
final class Filter: Sendable {
  /// Gives the result, or says why there is none.
  ///
  /// What it builds is charged to the budget first.
  typealias Function =
    @Sendable (_ input: Value, _ arguments: Arguments, _ renderer: inout Renderer)
    throws(Failure) -> Value

  /// Its name.
  let name: String
  /// How many arguments it takes.
  let arguments: ClosedRange<Int>
  /// Whether it takes arguments with a name, which do not count.
  let takesNamed: Bool
  /// How it is written, for help.
  let usage: String?
  /// What it does.
  let apply: Function

  /// Creates a filter.
  init(
    _ name: String, _ arguments: ClosedRange<Int> = 0...0, takesNamed: Bool = false,
    usage: String? = nil, _ apply: @escaping Function
  ) {
    self.name = name
    self.arguments = arguments
    self.takesNamed = takesNamed
    self.usage = usage
    self.apply = apply
  }

  static let standard = table(
    TextFilters.all + ReplaceFilters.all + HTMLFilters.all + EncodingFilters.all
      + MathFilters.all + ListFilters.all + SelectionFilters.all + [DateFilter.filter])
  static let extra = table(SiteFilters.all + TermFilters.all)

  private static func table(_ filters: [Filter]) -> [String: Filter] {
    Dictionary(filters.map { ($0.name, $0) }) { first, _ in first }
  }

  /// The filter `name`, or `nil` when the environment has none.
  static func named(_ name: String, in environment: Environment) -> Filter? {
    standard[name] ?? (environment.extensions.contains(.filters) ? extra[name] : nil)
  }

  /// That there is no filter `name`, and which one may be meant.
  static func unknown(_ name: String, at range: SourceRange, in environment: Environment)
    -> Failure
  {
    let hasExtra = environment.extensions.contains(.filters)
    let names = Array(standard.keys) + (hasExtra ? Array(extra.keys) : [])
    var meant = foreign[name].flatMap { named($0, in: environment)?.name }
    meant = meant ?? nearest(to: name, among: names)
    return Failure(
      "there is no filter '\(name)'", help: meant.map { "did you mean '\($0)'?" }, at: range)
  }

  /// What is written here for the filters of other template languages.
  private static let foreign = [
    "safe": "raw", "html_safe": "raw", "safeHTML": "raw", "upper": "upcase",
    "lowercase": "downcase", "uppercase": "upcase", "lower": "downcase", "length": "size",
    "count": "size", "trim": "strip", "tojson": "json", "jsonify": "json", "to_json": "json",
    "e": "escape", "escape_html": "escape", "xml_escape": "escape", "striptags": "strip_html",
    "urlencode": "url_encode", "nl2br": "newline_to_br", "unique": "uniq", "add": "plus",
    "title": "capitalize", "format_date": "date", "strftime": "date", "filter": "where",
    "select": "where", "sortby": "sort", "sort_by": "sort", "substring": "slice",
    "b64encode": "base64_encode", "b64decode": "base64_decode", "url": "absolute_url",
  ]
}

extension Renderer {
  /// Text as a value, charged to the budget.
  mutating func made(_ text: String) throws(Failure) -> Value {
    try budget.grow(text.utf8.count)
    return .string(text)
  }

  /// Bytes of text as a value, charged to the budget.
  mutating func made(_ bytes: [UInt8]) throws(Failure) -> Value {
    try budget.grow(bytes.count)
    return .string(String(decoding: bytes, as: UTF8.self))
  }

  /// Text that `write` builds, as a value; `bytes`, the most that it builds, are charged to the
  /// budget before.
  mutating func build(_ bytes: Int, _ write: (inout TextBuffer) -> Void) throws(Failure) -> Value {
    try budget.grow(bytes)
    scratch.cut(to: 0)
    write(&scratch)
    return .string(scratch.text)
  }

  /// What is left of `input` as text: of HTML still HTML, where it ends outside of tags.
  func left(_ text: Value, of input: Value) -> Value {
    guard isEscaping, case .html = input, case .string(let text) = text else { return text }
    let bytes = Bytes.of(text)
    return HTMLContext.endsInText(bytes) ? .html(HTML(bytes)) : .string(text)
  }

  /// What a filter makes of the text that `input` shows: of HTML without tags such HTML again.
  mutating func shown(_ text: Value, of input: Value) throws(Failure) -> Value {
    guard isEscaping, case .html(let html) = input, html.isText, case .string(let text) = text
    else {
      return text
    }
    return try buildHTML(6 * text.utf8.count) { $0.append(escaping: text) }
  }

  /// Escaped text or markup that `write` builds, as `build` does.
  ///
  /// Where nothing is escaped when it is printed, it is text like any other.
  mutating func buildHTML(_ bytes: Int, _ write: (inout TextBuffer) -> Void) throws(Failure)
    -> Value
  {
    guard isEscaping else { return try build(bytes, write) }
    try budget.grow(bytes)
    scratch.cut(to: 0)
    write(&scratch)
    return .html(HTML(scratch.bytes()))
  }
}
