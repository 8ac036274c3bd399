import CYAML
import Diagnostics

/// Owns one parser of libyaml.
///
/// No other type holds a pointer of libyaml. It reads a part of a file's bytes, which must stay where they are while it lives, and answers in
/// ranges of that file.
struct LibYAML: ~Copyable {
  /// What libyaml read.
  struct Event {
    /// Its kind.
    let kind: Kind
    /// Where in the file, as libyaml says; collections and blocks are looked at again by the reader.
    let range: SourceRange
    /// Whether it begins and ends in different lines.
    let isMultiline: Bool
    /// Whether an anchor or a tag stands before it.
    let hasProperties: Bool
  }

  /// The kinds of what libyaml reads; how streams and documents end is left out.
  enum Kind {
    case documentStart, endOfText
    case scalar(Scalar)
    case alias
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let base: Int
  private var offsets: CharacterOffsets

  /// Creates a parser of `text`, which begins at the offset `base` of the file; `nil` when there is
  /// no memory for it.
  init?(_ text: UnsafeBufferPointer<UInt8>, at base: Int) {
    parser = .allocate(capacity: 1)
    self.base = base
    offsets = CharacterOffsets(text)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// Reads on; throws where the text is no YAML, and must not be called again then.
  mutating func next() throws(SyntaxProblem) -> Event {
    var event = yaml_event_t()
    while true {
      guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
      defer { yaml_event_delete(&event) }
      if let kind = Self.kind(of: event) {
        let start = base + offsets.offset(of: event.start_mark.index)
        let end = base + offsets.offset(of: event.end_mark.index)
        return Event(
          kind: kind, range: start..<max(start, end),
          isMultiline: event.start_mark.line != event.end_mark.line,
          hasProperties: Self.hasProperties(event))
      }
    }
  }

  private static func kind(of event: yaml_event_t) -> Kind? {
    switch event.type {
    case YAML_SCALAR_EVENT: .scalar(scalar(of: event))
    case YAML_ALIAS_EVENT: .alias
    case YAML_SEQUENCE_START_EVENT: .sequenceStart
    case YAML_SEQUENCE_END_EVENT: .sequenceEnd
    case YAML_MAPPING_START_EVENT: .mappingStart
    case YAML_MAPPING_END_EVENT: .mappingEnd
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: nil
    // After its end libyaml answers with no event at all.
    default: .endOfText
    }
  }

  private static func scalar(of event: yaml_event_t) -> Scalar {
    let bytes = UnsafeBufferPointer(
      start: event.data.scalar.value, count: event.data.scalar.length)
    let style: Scalar.Style =
      switch event.data.scalar.style {
      case YAML_PLAIN_SCALAR_STYLE: .plain
      case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
      default: .quoted
      }
    return Scalar(String(decoding: bytes, as: UTF8.self), style)
  }

  private static func hasProperties(_ event: yaml_event_t) -> Bool {
    switch event.type {
    case YAML_SCALAR_EVENT: event.data.scalar.anchor != nil || event.data.scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT:
      event.data.sequence_start.anchor != nil || event.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT:
      event.data.mapping_start.anchor != nil || event.data.mapping_start.tag != nil
    default: false
    }
  }

  private mutating func problem() -> SyntaxProblem {
    let words = parser.pointee.problem.map { String(cString: $0) } ?? ""
    let context = parser.pointee.context.map { String(cString: $0) } ?? ""
    guard parser.pointee.error != YAML_READER_ERROR else {
      // The reader counts bytes, not characters.
      let offset = base + parser.pointee.problem_offset
      return SyntaxProblem(words: words, context: "", offset: offset, contextOffset: offset)
    }
    let offset = base + offsets.offset(of: parser.pointee.problem_mark.index)
    return SyntaxProblem(
      words: words, context: context, offset: offset,
      contextOffset: context.isEmpty
        ? offset : base + offsets.offset(of: parser.pointee.context_mark.index))
  }
}

/// Where libyaml could not read on, and what it says about it.
struct SyntaxProblem: Error {
  /// What is wrong, in libyaml's words.
  let words: String
  /// What it was reading, in its words; may be empty.
  let context: String
  /// Where in the file it noticed.
  let offset: Int
  /// Where in the file began what it was reading.
  let contextOffset: Int
}
