import CCMark

/// Returns the remark on a text whose reference links expand to more than `limit` bytes.
///
/// All definitions must be known to the parser, so this comes after the last line and before
/// inlines are parsed. The count is cmark's own or higher: what looks like a link in code counts.
func referencesOverLimit(
  _ text: Bytes, _ parser: UnsafeMutablePointer<cmark_parser>, limit: Int
) -> Remark? {
  guard let map = parser.pointee.refmap, map.pointee.refs != nil else { return nil }
  let sizes = definitionSizes(map)
  let longest = sizes.values.max() ?? 0
  let uses = text.count { $0 == UInt8(ascii: "]") }
  let (most, isOver) = longest.multipliedReportingOverflow(by: uses)
  guard isOver || most > limit else { return nil }
  var total = 0
  var labels = LabelScan(text: text)
  while let label = labels.next() {
    total += sizes[normalized(Bytes(rebasing: text[label]), map.pointee.mem), default: 0]
    if total > limit {
      return .referencesTooLong(total, limit: limit, at: label)
    }
  }
  return nil
}

/// The bytes that one use of each definition expands to, by normalized label.
private func definitionSizes(_ map: UnsafeMutablePointer<cmark_map>) -> [[UInt8]: Int] {
  var sizes: [[UInt8]: Int] = [:]
  var entry = map.pointee.refs
  while let definition = entry {
    let label = Array(
      UnsafeBufferPointer(start: definition.pointee.label, count: length(definition)))
    let size = definition.withMemoryRebound(to: cmark_reference.self, capacity: 1) {
      Int($0.pointee.url.len) + Int($0.pointee.title.len)
    }
    // The first definition of a label holds, but counting the longest is safe and simple.
    sizes[label] = max(sizes[label, default: 0], size)
    entry = definition.pointee.next
  }
  return sizes
}

private func length(_ definition: UnsafeMutablePointer<cmark_map_entry>) -> Int {
  var length = 0
  while definition.pointee.label[length] != 0 { length += 1 }
  return length
}

/// Returns a label as cmark compares it: case folded, inner spaces collapsed, trimmed.
private func normalized(_ label: Bytes, _ memory: UnsafeMutablePointer<cmark_mem>) -> [UInt8] {
  var folded = cmark_strbuf()
  cmark_strbuf_init(memory, &folded, 0)
  cmark_utf8proc_case_fold(&folded, label.baseAddress, bufsize_t(clamping: label.count))
  cmark_strbuf_trim(&folded)
  cmark_strbuf_normalize_whitespace(&folded)
  return Array(UnsafeBufferPointer(start: folded.ptr, count: Int(folded.size)))
}

/// The parts of a text between `[` and the next bracket, where that one is `]`.
struct LabelScan {
  let text: Bytes
  private var index = 0
  private var open: Int?

  /// Creates a scan of the whole text.
  init(text: Bytes) { self.text = text }

  /// Returns the next label's range, without its brackets.
  ///
  /// cmark knows none over 1,000 bytes.
  mutating func next() -> Range<Int>? {
    while index < text.count {
      defer { index += 1 }
      switch text[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): open = index + 1
      case UInt8(ascii: "]"):
        guard let start = open else { continue }
        open = nil
        if index - start <= 1000 { return start..<index }
      default: break
      }
    }
    return nil
  }
}
