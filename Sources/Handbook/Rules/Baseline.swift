package import Diagnostics

/// Findings that are known and do not fail: by rule, file and what they are about, not by line.
package struct Baseline: Sendable, Equatable {
  /// How many findings of each key are known.
  private var counts: [FindingKey: Int] = [:]

  /// Creates the baseline in which all of `findings` are known.
  package init(_ findings: [Diagnostic]) {
    for finding in findings { counts[FindingKey(finding), default: 0] += 1 }
  }

  /// Reads what `text` made.
  package init(parsing bytes: [UInt8]) throws(DocumentError) {
    let document = try JSON(document: bytes)
    guard document["schemaVersion"] == "1", let entries = document["findings"]?.array else {
      throw .form(expected: "baseline")
    }
    for entry in entries {
      guard let rule = entry["rule"]?.string, let file = entry["file"]?.string,
        let target = entry["target"]?.string
      else { throw .form(expected: "baseline") }
      counts[FindingKey(rule: rule, file: file, target: target)] = entry["count"]?.integer ?? 1
    }
  }

  /// The baseline as JSON, a finding a line, sorted: two versions differ by the findings alone.
  package var text: String {
    let entries = counts.sorted { $0.key < $1.key }.map { key, count in
      let entry: JSON = [
        "rule": .string(key.rule), "file": .string(key.file), "target": .string(key.target),
      ]
      return entry.adding("count", count == 1 ? nil : .integer(count))
    }
    let document: JSON = ["schemaVersion": "1", "findings": .array(entries)]
    return document.text(linesTo: 2)
  }

  /// Divides findings, which keep their order, into those that are new and those that are known:
  /// of each key, as many of the first as the baseline lists.
  package func divide(
    _ findings: [Diagnostic]
  ) -> (new: [Diagnostic], known: [SuppressedFinding]) {
    guard !counts.isEmpty else { return (findings, []) }
    var left = counts
    var new: [Diagnostic] = []
    var known: [SuppressedFinding] = []
    for finding in findings {
      let key = FindingKey(finding)
      if let count = left[key], count > 0 {
        left[key] = count - 1
        known.append(SuppressedFinding(finding, .baseline))
      } else {
        new.append(finding)
      }
    }
    return (new, known)
  }
}
