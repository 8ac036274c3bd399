package import Diagnostics

/// Reads a YAML text part by part, so that a large file never stands in memory as a tree.
///
/// What is wrong with the text is collected, never thrown; after an error of syntax the text ends.
package struct EventReader: ~Copyable {
  /// A part of the text.
  package struct Event: Sendable {
    /// What begins, ends or stands here.
    package let kind: Kind
    /// Where: of a scalar its smallest range, of a collection where its start or end stands.
    package let range: SourceRange
  }

  /// The kinds of parts.
  package enum Kind: Sendable {
    /// Text.
    case scalar(Scalar)
    /// A sequence or mapping begins or ends.
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  /// More findings than this in one text are not looked for.
  static let mostDiagnostics = 1000

  private var source: EventSource
  private let input: YAMLInput
  private var depth = 0
  private var nodes = 0
  private var hasDocument = false
  private var hasEnded = false
  private var peeked: Event?
  /// How many parts were taken; tells whether a value was read.
  private(set) var consumed = 0
  private var lastScalar: (range: SourceRange, isMultiline: Bool)?

  /// What was found so far.
  package private(set) var diagnostics: [Diagnostic] = []
  /// The scalars over several lines so far, in order: nothing in them is a comment.
  package private(set) var multilineScalars: [SourceRange] = []

  init(_ source: consuming EventSource, _ input: YAMLInput) {
    self.source = source
    self.input = input
  }

  /// Whether the text has ended or cannot be read further.
  package var isAtEnd: Bool {
    mutating get { peek() == nil }
  }

  /// Returns the next part without going on to it.
  package mutating func peek() -> Event? {
    if peeked == nil { peeked = advance() }
    return peeked
  }

  /// Returns the next part, or `nil` at the end.
  package mutating func next() -> Event? {
    consumed += 1
    guard let event = peeked else { return advance() }
    peeked = nil
    return event
  }

  /// Adds a finding about what was read.
  package mutating func report(_ diagnostic: Diagnostic) {
    guard diagnostics.count < Self.mostDiagnostics else { return }
    diagnostics.append(diagnostic)
    if diagnostics.count == Self.mostDiagnostics {
      diagnostics.append(
        input.tooMuch(
          at: diagnostic.place.range, "more than \(Self.mostDiagnostics) problems in one file",
          help: "the rest of the file was not read; correct these first"))
      hasEnded = true
    }
  }

  /// Adds a finding in the text's own rule.
  mutating func report(at range: SourceRange, _ message: String, help: String?) {
    report(input.error(at: range, message, help: help))
  }

  /// Adds that the key at `range` was written at `first` already.
  mutating func reportDuplicate(_ key: String, at range: SourceRange, first: SourceRange) {
    report(input.duplicate(key, at: range, first: first))
  }

  /// Adds that a key is a list or a mapping; most often that is a template without quotes.
  mutating func reportKeyThatIsNoText(at range: SourceRange) {
    let lines = SourceLines(input)
    guard range.lowerBound > 0, lines.isTemplate(at: range.lowerBound - 1) else {
      report(
        at: range, "a key must be text, not a list or a mapping",
        help: "put text that begins with a bracket or a brace in quotes")
      return
    }
    let value = lines.needsQuotes(lines.value(in: lines.words(at: range.lowerBound)))
    report(at: value.range, value.message, help: value.help)
  }

  private mutating func advance() -> Event? {
    while !hasEnded {
      do {
        let event = try source.next()
        if let event = accept(event) { return event }
      } catch {
        hasEnded = true
        let finding = input.explain(error, lastScalar: lastScalar)
        // A template without quotes is found as a key that is no text before.
        if finding.place.range != diagnostics.last?.place.range { report(finding) }
      }
    }
    return nil
  }

  /// Turns what libyaml read into a part, and reports what this handbook's YAML does without.
  private mutating func accept(_ event: LibYAML.Event) -> Event? {
    switch event.kind {
    case .endOfText:
      hasEnded = true
      return nil
    case .documentStart:
      if hasDocument { endAtSecondDocument(event.range) }
      hasDocument = true
      return nil
    case .sequenceEnd: return end(.sequenceEnd, event)
    case .mappingEnd: return end(.mappingEnd, event)
    case .sequenceStart: return begin(.sequenceStart, event)
    case .mappingStart: return begin(.mappingStart, event)
    case .alias:
      report(input.refusedAlias(at: event.range))
      return count(
        Event(kind: .scalar(Scalar(input.text(event.range), .quoted)), range: event.range))
    case .scalar(let scalar):
      let range = scalar.style == .block ? input.trimmed(event.range) : event.range
      lastScalar = (range, event.isMultiline)
      if event.isMultiline { multilineScalars.append(range) }
      refuseProperties(of: event)
      return count(Event(kind: .scalar(scalar), range: range))
    }
  }

  private mutating func begin(_ kind: Kind, _ event: LibYAML.Event) -> Event? {
    refuseProperties(of: event)
    depth += 1
    guard depth <= input.limits.depth else {
      hasEnded = true
      report(
        input.tooMuch(
          at: event.range, "more than \(input.limits.depth) lists and mappings inside each other",
          help: "write it flatter"))
      return nil
    }
    return count(Event(kind: kind, range: event.range))
  }

  private mutating func end(_ kind: Kind, _ event: LibYAML.Event) -> Event {
    depth -= 1
    return Event(kind: kind, range: event.range)
  }

  private mutating func count(_ event: Event) -> Event? {
    nodes += 1
    guard let most = input.limits.nodes, nodes > most else { return event }
    hasEnded = true
    report(
      input.tooMuch(
        at: event.range, "more than \(most) values in one file", help: "split the file"))
    return nil
  }

  private mutating func refuseProperties(of event: LibYAML.Event) {
    guard event.hasProperties || input.startsWithTag(event) else { return }
    for finding in input.refusedProperties(at: event.range.lowerBound) { report(finding) }
  }

  private mutating func endAtSecondDocument(_ range: SourceRange) {
    hasEnded = true
    report(
      at: range, "a second document begins here; a file holds one",
      help: "remove the line of three hyphens, or move what follows to a file of its own")
  }
}
