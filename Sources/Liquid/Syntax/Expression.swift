import Diagnostics
import Values

/// What gives a value: a constant, a name with keys, or a range.
indirect enum Expression: Sendable {
  case constant(Value)
  /// `blank`, which a comparison finds equal to all that is blank; elsewhere empty text.
  case blank
  /// `empty`, which a comparison finds equal to all that is empty; elsewhere empty text.
  case empty
  case path(Path)
  case range(Expression, Expression, SourceRange)

  /// The value when it needs no rendering to know it.
  var constantValue: Value? {
    if case .constant(let value) = self { value } else { nil }
  }

  /// The text when it is a text that stands in the template.
  var constantText: String? {
    if case .constant(.string(let text)) = self { text } else { nil }
  }
}

/// An expression and where it stands.
struct Located: Sendable {
  var expression: Expression
  var range: SourceRange
}

/// A name and the keys behind it: `page.tags[0]`.
struct Path: Sendable {
  /// What names the variable.
  enum Root: Sendable {
    case name(String)
    /// `[expression]`: the expression's value names the variable.
    case dynamic(Expression)
  }

  /// What selects a part of a value.
  enum Key: Sendable {
    /// `.name`, or `["name"]` when not `isDotted`: only the dotted form can be `size` and its like.
    case name(String, isDotted: Bool)
    case dynamic(Expression)
  }

  /// What names the variable.
  var root: Root
  /// What is behind it, in order.
  var keys: [Key]
  /// Where the root and each key stand, so one more than `keys`.
  var ranges: [SourceRange]

  /// Where the whole stands.
  var range: SourceRange {
    (ranges.first?.lowerBound ?? 0)..<(ranges.last?.upperBound ?? 0)
  }
}

/// A filter with its arguments: `truncate: 20, "…"`.
struct FilterCall: Sendable {
  /// What it does.
  let filter: Filter
  /// The arguments in order.
  let arguments: [Expression]
  /// The arguments with a name.
  let named: [(name: String, value: Expression)]
  /// Where its name stands.
  let range: SourceRange
}

/// An expression and the filters it goes through.
struct Pipeline: Sendable {
  var source: Expression
  var filters: [FilterCall]
  /// Where it stands.
  var range: SourceRange

  /// Whether names that nobody defines are wanted here, because `default` stands in for them.
  var allowsUndefined: Bool { filters.contains { $0.filter.name == "default" } }
}

/// Tests joined by `and` and `or`: `a and b or c` means `a and (b or c)`.
///
/// They are kept as a list, as a tree of a long chain could be too deep to be taken down.
struct Condition: Sendable {
  /// A test and how it is joined to all that follow.
  struct Part: Sendable {
    var test: Test
    /// `nil` of the last.
    var joint: Joint?
  }

  /// A value that must be true, or a comparison that must hold.
  enum Test: Sendable {
    case value(Expression)
    case comparison(Expression, Comparison, Expression, SourceRange)
  }

  /// How a test is joined to those that follow.
  enum Joint: Sendable {
    case and, or
  }

  /// The tests in order.
  var parts: [Part]
}

/// How two values are compared.
enum Comparison: String, Sendable, CaseIterable {
  case equal = "=="
  case unequal = "!="
  case unlike = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contains
}
