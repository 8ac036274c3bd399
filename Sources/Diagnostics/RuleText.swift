/// What a rule promises, and how to keep it, in words for the person who writes the handbook.
package struct RuleText: Sendable, Hashable {
  /// Its name, such as `broken-link`.
  package let id: String
  /// How much its findings matter when the site says nothing; `nil` when it is off until the site
  /// switches it on.
  package let severity: Severity?
  /// What holds in a handbook without findings of it, in one sentence.
  package let promise: String
  /// Why that matters to readers, in a sentence or two.
  package let why: String
  /// A few lines as an author may write them, which the rule finds.
  package let example: String
  /// What the example is.
  package let exampleIs: Example
  /// What to do about a finding.
  package let repair: String

  /// What is shown of a rule.
  package enum Example: Sendable, Hashable {
    /// Something that it finds.
    case finding
    /// The rule itself, as a site declares it in this place.
    case declaration(in: String)

    fileprivate var heading: String {
      switch self {
      case .finding: "Such as:"
      case .declaration(let place): "Declared in \(place):"
      }
    }
  }

  /// Creates the text of a rule.
  package init(
    _ id: String, _ severity: Severity?, promise: String, why: String, example: String,
    exampleIs: Example = .finding, repair: String
  ) {
    self.id = id
    self.severity = severity
    self.promise = promise
    self.why = why
    self.example = example
    self.exampleIs = exampleIs
    self.repair = repair
  }

  /// Whether it is off until the site switches it on.
  package var isOff: Bool { severity == nil }

  /// How much its findings matter, in a word for people.
  package var level: String { severity?.rawValue ?? "off" }

  /// The text for a terminal, ended by a line feed.
  package var text: String {
    let example = example.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
    return """
      \(id) (\(level))
      \(promise)

      Why: \(why)

      \(exampleIs.heading)
      \(example)

      Instead: \(repair)

      """
  }

  /// The text as Markdown below its heading, ended by a line feed.
  package var markdown: String {
    """
    **\(promise)** Default: \(level).

    \(why)

    ```text
    \(example)
    ```

    \(repair)

    """
  }
}
