import Values

extension Page {
  /// The texts that a field of the page holds, as they were written: none, one or a list.
  func texts(of field: String) -> [String] { head.data[field]?.texts ?? [] }
}

extension Value {
  /// The texts of a list, or the one in its place.
  var texts: [String] {
    switch self {
    case .string(let text): text.isEmpty ? [] : [text]
    case .integer(let number): [String(number)]
    case .decimal(let number): [String(number)]
    case .bool(let truth): [String(truth)]
    case .date(let date): [date.description]
    case .array(let items): items.flatMap(\.texts)
    case .none, .html, .map, .range, .object: []
    }
  }
}
