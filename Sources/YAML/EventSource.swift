/// Where the parts of a text come from: read beforehand where it is simple, else from libyaml.
struct EventSource: ~Copyable {
  private var simple: IndexingIterator<[LibYAML.Event]>
  private var parser: LibYAML?
  private let end: Int

  /// Creates a source of `text`, which begins at the offset `base` of the file and must stay where it is; `nil` when there is no memory
  /// for it.
  init?(_ text: UnsafeBufferPointer<UInt8>, at base: Int) {
    end = base + text.count
    if let events = SimpleText.events(of: text, at: base) {
      simple = events.makeIterator()
      parser = nil
      return
    }
    simple = [].makeIterator()
    parser = LibYAML(text, at: base)
    if parser == nil { return nil }
  }

  /// Reads on; throws where the text is no YAML, and must not be called again then.
  mutating func next() throws(SyntaxProblem) -> LibYAML.Event {
    if let event = simple.next() { return event }
    return try parser?.next()
      ?? LibYAML.Event(kind: .endOfText, range: end..<end, isMultiline: false, hasProperties: false)
  }
}
