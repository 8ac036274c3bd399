import Diagnostics
import Values

/// What gives a value: a constant, a name with keys, or a range.
enum Expression: Sendable {
  case constant(Value)
  /// `blank`, which a comparison finds equal to all that is blank; elsewhere empty text.
  case blank
  /// `empty`, which a comparison finds equal to all that is empty; elsewhere empty text.
  case empty
  case path(Path)
  case range(Bounds)

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

/// The bounds of a range: `(1..count)`.
final class Bounds: Sendable {
  let lower: Expression
  let upper: Expression
  /// Where the range stands.
  let range: SourceRange

  /// Creates the bounds of a range.
  init(_ lower: Expression, _ upper: Expression, at range: SourceRange) {
    (self.lower, self.upper, self.range) = (lower, upper, range)
  }
}

/// A name and the keys behind it: `page.tags[0]`.
///
/// A class, as is all that is asked for again and again while rendering: nothing is copied.
final class Path: Sendable {
  /// What selects a part of a value.
  struct Key: Sendable {
    /// The name that stands in the template: `.name` or `["name"]`; `nil` of an expression.
    let name: String?
    /// Whether it is written `.name`, which alone can be `size` and its like.
    let isDotted: Bool
    /// `[expression]`.
    let expression: Expression?
    /// Where it stands.
    let range: SourceRange

    /// Creates a key that stands in the template as a name.
    init(_ name: String, isDotted: Bool, at range: SourceRange) {
      (self.name, self.isDotted, expression, self.range) = (name, isDotted, nil, range)
    }

    /// Creates a key that an expression gives.
    init(_ expression: Expression, at range: SourceRange) {
      (name, isDotted, self.expression, self.range) = (nil, false, expression, range)
    }
  }

  /// What names the variable, unless `dynamicName` does.
  let name: String
  /// `[expression]`: the expression's value names the variable.
  let dynamicName: Expression?
  /// What is behind it, in order.
  let keys: [Key]
  /// Where the name stands.
  let nameRange: SourceRange

  /// Creates a path that begins with a name as it is written.
  init(_ name: String, _ keys: [Key], at range: SourceRange) {
    (self.name, dynamicName, self.keys, nameRange) = (name, nil, keys, range)
  }

  /// Creates a path that begins with a name in brackets.
  init(_ name: Expression, _ keys: [Key], at range: SourceRange) {
    (self.name, dynamicName, self.keys, nameRange) = ("", name, keys, range)
  }
}

/// A filter with its arguments: `truncate: 20, "…"`.
final class FilterCall: Sendable {
  /// What it does.
  let filter: Filter
  /// The arguments in order.
  let arguments: [Expression]
  /// The arguments with a name.
  let named: [(name: String, value: Expression)]
  /// Where its name stands.
  let range: SourceRange

  /// Creates a call.
  init(
    _ filter: Filter, _ arguments: [Expression], named: [(name: String, value: Expression)],
    at range: SourceRange
  ) {
    (self.filter, self.arguments, self.named, self.range) = (filter, arguments, named, range)
  }
}

/// An expression and the filters it goes through.
final class Pipeline: Sendable {
  let source: Expression
  let filters: [FilterCall]
  /// Whether names that nobody defines are wanted here, because `default` stands in for them.
  let allowsUndefined: Bool

  /// Creates a pipeline.
  convenience init(_ source: Expression, _ filters: [FilterCall]) {
    self.init(source, filters, allowsUndefined: filters.contains { $0.filter.name == "default" })
  }

  private init(_ source: Expression, _ filters: [FilterCall], allowsUndefined: Bool) {
    (self.source, self.filters, self.allowsUndefined) = (source, filters, allowsUndefined)
  }

  /// The pipeline but for its last filter.
  var withoutLastFilter: Pipeline {
    Pipeline(source, Array(filters.dropLast()), allowsUndefined: allowsUndefined)
  }
}

/// Tests joined by `and` and `or`: `a and b or c` means `a and (b or c)`.
///
/// They are kept as a list, as a tree of a long chain could be too deep to be taken down.
struct Condition: Sendable {
  /// A value that must be true, or a comparison that must hold.
  final class Test: Sendable {
    let left: Expression
    /// How the two are compared; `nil` when the left one must be true by itself.
    let comparison: Comparison?
    let right: Expression
    /// Where the test stands.
    let range: SourceRange
    /// How it is joined to all that follow; `nil` of the last.
    let joint: Joint?

    /// Creates a test.
    init(
      _ left: Expression, _ comparison: Comparison?, _ right: Expression, at range: SourceRange,
      _ joint: Joint?
    ) {
      (self.left, self.comparison, self.right) = (left, comparison, right)
      (self.range, self.joint) = (range, joint)
    }
  }

  /// How a test is joined to those that follow.
  enum Joint: Sendable {
    case and, or
  }

  /// The tests in order.
  var tests: [Test]
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
