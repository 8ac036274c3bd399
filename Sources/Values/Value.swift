/// The one dynamic value of templates and data: what front matter, data files and pages are to a template.
///
/// Equality and order between values are the template language's business, not this type's.
public enum Value: Sendable {
  /// Nothing: a known name without a value, or YAML's `null`.
  case none
  /// A truth value.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number with a fraction.
  case decimal(Double)
  /// Text that is not markup: printing it into HTML escapes it.
  case string(String)
  /// HTML that is finished: printing it into HTML does not escape it again.
  case html(HTML)
  /// A day of the calendar.
  case date(PlainDate)
  /// A sequence of values.
  case array([Value])
  /// Named values in the order they were written.
  case map(ValueMap)
  /// Whole numbers from the lower to the upper bound, both included; empty when the upper is lower.
  case range(lower: Int, upper: Int)
  /// Something that answers for its members when asked: a page, the site, a collection's item.
  indirect case object(any ValueObject)
}

/// Something that gives values by name, made only when they are asked for.
///
/// It is a value as far as templates can tell: asking the same key twice gives equal values.
public protocol ValueObject: Sendable {
  /// Returns the value named `key`: `nil` when the object does not know the name,
  /// `Value.none` when it knows the name and has no value for it.
  func member(_ key: String) -> Value?

  /// The names of all members, in a stable order; used to list members and to suggest near names.
  var memberNames: [String] { get }

  /// What printing the object itself gives; empty unless a type says otherwise.
  var text: String { get }

  /// What tells the object apart from all others, such as a page's URL or an entry's id. Templates
  /// find two objects equal when both have the same identity; empty is equal to none.
  var identity: String { get }

  /// Whether `key` may be asked for in the map that `member` is, though nothing of that name is written there.
  func allows(_ key: String, in member: String) -> Bool

  /// What helps somebody who asks for `key`, which is no member, beside a member of a like name.
  func help(for key: String) -> String?
}

extension ValueObject {
  /// Nothing is printed.
  public var text: String { "" }
  /// The object is equal to none.
  public var identity: String { "" }
  /// What a map does not have is not known.
  public func allows(_ key: String, in member: String) -> Bool { false }
  /// Nothing is known beside the members' names.
  public func help(for key: String) -> String? { nil }
}

extension Value {
  /// The value named `key` of a map or an object, or `nil` when there is none.
  public func member(_ key: String) -> Value? {
    switch self {
    case .map(let map): map[key]
    case .object(let object): object.member(key)
    case .none, .bool, .integer, .decimal, .string, .html, .date, .array, .range: nil
    }
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// Creates text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// Creates a whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// Creates a truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Creates a number with a fraction.
  public init(floatLiteral value: Double) { self = .decimal(value) }
  /// Creates a sequence.
  public init(arrayLiteral elements: Value...) { self = .array(elements) }
  /// Creates a map.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self = .map(ValueMap(elements))
  }
}
