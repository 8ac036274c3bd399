package import Diagnostics
package import YAML

/// A finding that is allowed for an entry of the register for a time.
package struct RegistryAllowance: Sendable {
  /// What is allowed, until when and why.
  package let clause: AllowClause
  /// Where that is written.
  package let range: SourceRange
  /// The entry that it is for.
  package let entry: SourceRange
}
