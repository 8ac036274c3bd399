/// A result, and what is wrong with what it was made from.
public struct Diagnosed<Result> {
  /// What could be made.
  public var value: Result
  /// All that was found on the way.
  public var diagnostics: [Diagnostic]

  /// Creates a result with findings.
  public init(_ value: Result, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}

extension Diagnosed: Sendable where Result: Sendable {}
