package import Diagnostics

/// The register as it was published before, to compare with: R60, R61 and R62.
package struct PreviousRegistry: Sendable {
  /// What it held.
  package let registry: Registry

  /// Reads it from its file; what is wrong in it does not matter any more.
  ///
  /// O(*bytes*). Throws where the file is no register at all.
  package init(parsing file: SourceFile) throws(UnreadableRegistry) {
    let read = Registry.decode([file])
    let isRegister =
      !read.value.keys.isEmpty || file.bytes.allSatisfy { $0 <= 0x20 }
    guard isRegister,
      !read.diagnostics.contains(where: {
        $0.rule == "invalid-registry" || $0.rule == "limit-exceeded"
      })
    else {
      throw UnreadableRegistry(finding: read.diagnostics.first)
    }
    registry = read.value
  }
}

/// A file that was named as a register and cannot be read as one.
package struct UnreadableRegistry: Error, CustomStringConvertible {
  /// What is wrong with it first.
  package let finding: Diagnostic?

  /// One clause, without a final full stop.
  package var description: String {
    "it is no register" + (finding.map { ": \($0.message)" } ?? "")
  }
}
