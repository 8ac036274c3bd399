import Values

/// JSON for people too: what fits on a line stands on one, all else is indented.
struct JSONText {
  private let width: Int

  /// The value as text with lines of about `width` characters, ended by a line feed.
  static func lines(_ value: Value, width: Int = 100) -> String {
    JSONText(width: width).text(value, depth: 0) + "\n"
  }

  /// Costs O(*size* × *depth*).
  private func text(_ value: Value, depth: Int) -> String {
    let compact = compact(value)
    guard compact.utf8.count + 2 * depth > width else { return compact }
    let inner = String(repeating: " ", count: 2 * depth + 2)
    let outer = inner.dropLast(2)
    switch value {
    case .array(let items) where !items.isEmpty:
      let lines = items.map { inner + text($0, depth: depth + 1) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
    case .map(let map) where map.count > 0:
      let lines = map.entries.map { key, value in
        inner + self.compact(.string(key)) + ": " + text(value, depth: depth + 1)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    default: return compact
    }
  }

  private func compact(_ value: Value) -> String {
    var writer = JSONWriter()
    writer.write(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
