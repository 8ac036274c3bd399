package import Diagnostics

extension EventReader {
  /// Reads the next value whole; `nil` at the end of the text or of the collection being read.
  ///
  /// A collection that an error of syntax cuts off holds what was read of it.
  package mutating func node() -> Node? {
    switch peek()?.kind {
    case nil, .sequenceEnd, .mappingEnd: nil
    case .scalar, .sequenceStart, .mappingStart: next().map { node(from: $0) }
    }
  }

  /// Reads a mapping, calling `body` for each of its keys once.
  ///
  /// `body` reads the key's value; one that it leaves unread is skipped. Returns `false`, and reads nothing, where the next
  /// part is no mapping.
  package mutating func entries(
    _ body: (_ key: String, _ keyRange: SourceRange, _ reader: inout EventReader) -> Void
  ) -> Bool {
    guard case .mappingStart = peek()?.kind else { return false }
    _ = next()
    var keys = KeyRanges()
    while let event = next() {
      if case .mappingEnd = event.kind { break }
      guard let key = self.key(from: event, &keys) else {
        skip()
        continue
      }
      let before = consumed
      body(key, event.range, &self)
      if consumed == before { skip() }
    }
    return true
  }

  /// Reads a sequence, calling `body` for each of its values.
  ///
  /// `body` reads the value; one that it leaves unread is skipped. Returns
  /// `false`, and reads nothing, where the next part is no sequence.
  package mutating func elements(_ body: (_ reader: inout EventReader) -> Void) -> Bool {
    guard case .sequenceStart = peek()?.kind else { return false }
    _ = next()
    while let event = peek() {
      if case .sequenceEnd = event.kind {
        _ = next()
        break
      }
      let before = consumed
      body(&self)
      if consumed == before { skip() }
    }
    return true
  }

  /// Passes over the next value, looking at it like at one that is read.
  ///
  /// Its depth is bounded by the limits.
  package mutating func skip() {
    switch peek()?.kind {
    case nil, .sequenceEnd, .mappingEnd: break
    case .scalar: _ = next()
    case .sequenceStart: _ = elements { $0.skip() }
    case .mappingStart: _ = entries { $2.skip() }
    }
  }

  /// Reads the rest of the value that begins with `event`.
  ///
  /// Its depth is bounded by the limits.
  private mutating func node(from event: Event) -> Node {
    switch event.kind {
    case .scalar(let scalar): Node(.scalar(scalar), at: event.range)
    case .sequenceStart: sequence(from: event.range)
    case .mappingStart: mapping(from: event.range)
    // Ends are read by what began, so that they never come here.
    case .sequenceEnd, .mappingEnd: Node(.scalar(Scalar("", .plain)), at: event.range)
    }
  }

  private mutating func sequence(from start: SourceRange) -> Node {
    var items: [Node] = []
    var end = start.upperBound
    while let event = next() {
      if case .sequenceEnd = event.kind {
        end = event.range.isEmpty ? end : event.range.upperBound
        break
      }
      let item = node(from: event)
      end = max(end, item.range.upperBound)
      items.append(item)
    }
    return Node(.sequence(items), at: start.lowerBound..<end)
  }

  private mutating func mapping(from start: SourceRange) -> Node {
    var pairs: [Pair] = []
    pairs.reserveCapacity(4)
    var keys = KeyRanges()
    var end = start.upperBound
    while let event = next() {
      if case .mappingEnd = event.kind {
        end = event.range.isEmpty ? end : event.range.upperBound
        break
      }
      let key = self.key(from: event, &keys)
      let value =
        next().map { node(from: $0) }
        ?? Node(.scalar(Scalar("", .plain)), at: event.range.upperBound..<event.range.upperBound)
      end = max(end, value.range.upperBound)
      if let key { pairs.append(Pair(key, at: event.range, value)) }
    }
    let range = start.lowerBound..<end
    return Node(.mapping(Mapping(pairs, at: range)), at: range)
  }

  /// The text of the key that begins with `event`; `nil`, with a finding, for one that is refused.
  private mutating func key(from event: Event, _ keys: inout KeyRanges) -> String? {
    guard case .scalar(let scalar) = event.kind else {
      reportKeyThatIsNoText(at: node(from: event).range)
      return nil
    }
    if scalar.text == "<<", scalar.style == .plain {
      report(
        at: event.range, "'<<' takes over the keys of another mapping, which is not read",
        help: "write the keys and values themselves")
      return nil
    }
    if let first = keys.add(scalar.text, at: event.range) {
      reportDuplicate(scalar.text, at: event.range, first: first)
      return nil
    }
    return scalar.text
  }
}

/// The keys of one mapping and where each was first written.
private struct KeyRanges {
  private static let linearLimit = 16
  private var keys: [(text: String, range: SourceRange)] = []
  private var positions: [String: Int] = [:]

  init() { keys.reserveCapacity(8) }

  /// Adds a key, or returns where it was written before.
  mutating func add(_ text: String, at range: SourceRange) -> SourceRange? {
    if let known = position(of: text) { return keys[known].range }
    keys.append((text, range))
    if keys.count > Self.linearLimit {
      for position in positions.count..<keys.count { positions[keys[position].text] = position }
    }
    return nil
  }

  private func position(of text: String) -> Int? {
    keys.count > Self.linearLimit
      ? positions[text] : keys.firstIndex { $0.text == text }
  }
}
