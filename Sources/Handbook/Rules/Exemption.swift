import Diagnostics
import Markdown
import Register
import YAML

/// A comment that allows findings of a rule for a time, and what it allows them for.
struct Exemption: Sendable {
  /// What is allowed, until when and why.
  let clause: AllowClause
  /// The comment.
  let comment: Place
  /// The part of the same file in which findings are allowed.
  let scope: SourceRange

  /// Creates an exemption from its parts.
  init(clause: AllowClause, comment: Place, scope: SourceRange) {
    self.clause = clause
    self.comment = comment
    self.scope = scope
  }

  /// Creates the exemption of an entry of the register.
  init(_ allowance: RegistryAllowance, in registry: Registry) {
    clause = allowance.clause
    comment = registry.place(of: allowance.range)
    scope = registry.place(of: allowance.entry).range
  }

  /// The exemptions in the comments of YAML that was read as `mapping` from `range` of `file`.
  static func read(
    in file: SourceFile, _ range: SourceRange, of mapping: Mapping
  ) -> Diagnosed<[Exemption]> {
    guard file.bytes[range].contains(UInt8(ascii: "#")) else { return Diagnosed([]) }
    let node = Node(.mapping(mapping), at: mapping.range)
    let found = allowances(in: file, range: range, outside: node.multilineScalars(in: file))
    return Diagnosed(
      found.value.map {
        Exemption(clause: $0.clause, comment: Place(file, $0.range), scope: $0.entry)
      },
      found.diagnostics)
  }
}

extension Body {
  /// Takes in what the comments of the body say to the program.
  ///
  /// `place` leads from the body's text to where it was written, which may be a partial.
  mutating func note(_ comments: [HandbookComment], _ place: (SourceRange) -> Place) {
    for comment in comments {
      let here = place(comment.range)
      guard let clause = AllowClause(comment.text) else {
        diagnostics.append(.invalid(here))
        continue
      }
      exemptions.append(
        Exemption(
          clause: clause, comment: here, scope: Self.scope(of: comment.block.map(place), here)))
    }
  }

  /// From the comment to the end of the last line of its block, so that what prints nothing at
  /// either end of the block is in it too.
  private static func scope(of block: Place?, _ comment: Place) -> SourceRange {
    guard let block, block.file.path == comment.file.path else { return comment.range }
    let start = min(comment.range.lowerBound, block.range.lowerBound)
    let end = max(comment.range.upperBound, block.range.upperBound)
    let bytes = comment.file.bytes
    let isEnded = end > 0 && bytes[end - 1] == UInt8(ascii: "\n")
    let line = bytes[end...].prefix { $0 != UInt8(ascii: "\n") }
    return start..<(isEnded ? end : line.endIndex)
  }
}

extension Diagnostic {
  fileprivate static func invalid(_ comment: Place) -> Diagnostic {
    Diagnostic(
      "invalid-allow", .warning, at: comment, "this comment allows nothing", help: AllowClause.form)
  }
}
