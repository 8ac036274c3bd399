/// Prints findings for programs, in the form that the site's contract names `schemaVersion` 1.
public struct JSONPrinter: Sendable {
  /// The day the findings hold for, such as `2026-06-30`.
  private let asOf: String

  /// Creates a printer of findings as of a day.
  public init(asOf: String) {
    self.asOf = asOf
  }

  /// Returns one document with all findings, or with `error`, what kept the run from its end.
  public func print(_ diagnostics: [Diagnostic], error: String? = nil) -> String {
    let findings = diagnostics.map { "\n    " + object($0) }.joined(separator: ",")
    let failure = error.map { "  \"error\": \(Self.quoted($0)),\n" } ?? ""
    return "{\n  \"schemaVersion\": \"1\",\n  \"asOf\": \(Self.quoted(asOf)),\n\(failure)"
      + "  \"findings\": [\(findings)\(findings.isEmpty ? "" : "\n  ")]\n}\n"
  }

  private func object(_ diagnostic: Diagnostic) -> String {
    let lines = LineTable(diagnostic.place.file.bytes)
    let start = lines.position(at: diagnostic.place.range.lowerBound)
    let end = lines.position(at: diagnostic.place.range.upperBound)
    let members: [(String, String)] = [
      ("rule", Self.quoted(diagnostic.rule)),
      ("severity", Self.quoted(diagnostic.severity.rawValue)),
      ("file", Self.quoted(diagnostic.place.file.path)),
      ("line", String(start.line)), ("column", String(start.column)),
      ("endLine", String(end.line)), ("endColumn", String(end.column)),
      ("message", Self.quoted(diagnostic.message)),
      ("help", diagnostic.help.map(Self.quoted) ?? "null"),
      ("since", diagnostic.since.map(Self.quoted) ?? "null"),
    ]
    return "{" + members.map { "\(Self.quoted($0)): \($1)" }.joined(separator: ", ") + "}"
  }

  /// The text as a JSON string.
  static func quoted(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    result.append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result.append(contentsOf: "\\\"".unicodeScalars)
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        let padded = String(repeating: "0", count: 4 - hex.count) + hex
        result.append(contentsOf: "\\u\(padded)".unicodeScalars)
      default: result.append(scalar)
      }
    }
    result.append("\"")
    return String(result)
  }
}
