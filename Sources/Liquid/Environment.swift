public import Values

/// How templates are read and what they may do.
///
/// Two equal environments read a template alike. `Environment()` behaves as Shopify's reference implementation does by default.
public struct Environment: Sendable, Hashable {
  /// What happens to what a template prints.
  public var escaping: Escaping
  /// What happens where a name is printed that nobody defines.
  public var undefined: Undefined
  /// What is added to the reference's language.
  public var extensions: Extensions
  /// The address of the site that `absolute_url` puts in front of a path, without or with a final
  /// slash; empty when the site has none.
  public var siteURL: String
  /// The day that `now` and `today` mean; templates cannot read a clock.
  public var now: PlainDate?
  /// How much a template may use.
  public var limits: Limits

  /// What happens to what a template prints.
  public enum Escaping: Sendable, Hashable {
    /// It is printed as it is: for text and Markdown.
    case none
    /// It is escaped for HTML text and quoted attributes, unless it is `Value.html`; printing where
    /// that would not make it safe is refused when the template is parsed.
    case html
  }

  /// What happens where a name is printed that nobody defines.
  public enum Undefined: Sendable, Hashable {
    /// It prints nothing.
    case silent
    /// It prints nothing and is a finding; so is a filter that does not exist, in either case
    /// when the template is parsed. Testing such a name is never a finding.
    case finding
  }

  /// What is added to the reference's language.
  public struct Extensions: OptionSet, Sendable, Hashable {
    /// The extensions as bits.
    public let rawValue: Int

    /// Creates a set from bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The filters `ucfirst`, `lower`, `relative_url`, `absolute_url`, `json` and `raw`, and those that
    /// print a noun in another form: `plural`, `a`, `the`, `possessive`, `start`, `title` and
    /// `abbreviation`.
    public static let filters = Extensions(rawValue: 1)
    /// `.length` means `.size`.
    public static let length = Extensions(rawValue: 2)
    /// Includes as Jekyll writes them: the name unquoted, parameters as `name=value`, which the
    /// partial reads as `include.name`.
    public static let jekyllIncludes = Extensions(rawValue: 4)
    /// `reversed` may stand anywhere behind a loop's list, not only first.
    public static let looseLoops = Extensions(rawValue: 8)
    /// Partials that `render` brings see the global names.
    public static let globalsInRender = Extensions(rawValue: 16)
    /// All of them.
    public static let all: Extensions = [
      .filters, .length, .jekyllIncludes, .looseLoops, .globalsInRender,
    ]
  }

  /// Creates an environment; without arguments that of the reference implementation.
  public init(
    escaping: Escaping = .none, undefined: Undefined = .silent, extensions: Extensions = [],
    siteURL: String = "", now: PlainDate? = nil, limits: Limits = Limits()
  ) {
    self.escaping = escaping
    self.undefined = undefined
    self.extensions = extensions
    self.siteURL = siteURL
    self.now = now
    self.limits = limits
  }
}
