import Values

/// Filters that replace and remove parts of a text.
enum ReplaceFilters {
  /// All of them.
  static let all: [Filter] = [
    Filter("replace", 1...2, usage: "replace: 'old', 'new'") {
      input, arguments, renderer throws(Failure) in
      try replaceAll(input.text, arguments.first.text, arguments.second.text, &renderer)
    },
    Filter("replace_first", 1...2, usage: "replace_first: 'old', 'new'") {
      input, arguments, renderer throws(Failure) in
      try replaceOne(input.text, arguments.first.text, arguments.second.text, &renderer)
    },
    Filter("replace_last", 2...2, usage: "replace_last: 'old', 'new'") {
      input, arguments, renderer throws(Failure) in
      try replaceOne(
        input.text, arguments.first.text, arguments.second.text, isLast: true, &renderer)
    },
    Filter("remove", 1...1, usage: "remove: 'text'") { input, arguments, renderer throws(Failure) in
      try replaceAll(input.text, arguments.first.text, "", &renderer)
    },
    Filter("remove_first", 1...1, usage: "remove_first: 'text'") {
      input, arguments, renderer throws(Failure) in
      try replaceOne(input.text, arguments.first.text, "", &renderer)
    },
    Filter("remove_last", 1...1, usage: "remove_last: 'text'") {
      input, arguments, renderer throws(Failure) in
      try replaceOne(input.text, arguments.first.text, "", isLast: true, &renderer)
    },
  ]

  /// The parts of `text` between all occurrences of `pattern`, which must not be empty.
  static func pieces(of text: String, between pattern: String) -> [String] {
    pattern.withBytes { pattern in
      text.withBytes { text in
        var (pieces, start) = ([String](), 0)
        while let place = Bytes.firstIndex(of: pattern, in: text, from: start) {
          pieces.append(String(decoding: text[start..<place], as: UTF8.self))
          start = place + pattern.count
        }
        pieces.append(String(decoding: text[start...], as: UTF8.self))
        return pieces
      }
    }
  }

  private static func replaceAll(
    _ text: String, _ pattern: String, _ replacement: String, _ renderer: inout Renderer
  ) throws(Failure) -> Value {
    guard !pattern.isEmpty else { return try surround(text, by: replacement, &renderer) }
    let count = Bytes.count(of: pattern, in: text)
    guard count > 0 else { return .string(text) }
    let (growth, overflow) = replacement.utf8.count.multipliedReportingOverflow(by: count)
    guard !overflow else { throw Failure("the text grows too long", rule: .limit) }
    let size = text.utf8.count.addingReportingOverflow(growth).partialValue
    return try renderer.build(size) { result in
      pattern.withBytes { pattern in
        text.withBytes { text in
          var start = 0
          while let place = Bytes.firstIndex(of: pattern, in: text, from: start) {
            result.append(start..<place, of: text)
            result.append(replacement)
            start = place + pattern.count
          }
          result.append(start..<text.count, of: text)
        }
      }
    }
  }

  /// The text with `mark` before each character and behind the last: where nothing is replaced.
  private static func surround(_ text: String, by mark: String, _ renderer: inout Renderer)
    throws(Failure) -> Value
  {
    let scalars = text.unicodeScalars
    let (growth, overflow) = mark.utf8.count.multipliedReportingOverflow(by: scalars.count + 1)
    guard !overflow else { throw Failure("the text grows too long", rule: .limit) }
    try renderer.budget.grow(text.utf8.count.addingReportingOverflow(growth).partialValue)
    return .string(mark + scalars.map { String($0) + mark }.joined())
  }

  private static func replaceOne(
    _ text: String, _ pattern: String, _ replacement: String, isLast: Bool = false,
    _ renderer: inout Renderer
  ) throws(Failure) -> Value {
    try renderer.build(text.utf8.count + replacement.utf8.count) { result in
      pattern.withBytes { pattern in
        text.withBytes { text in
          let place =
            isLast
            ? Bytes.lastIndex(of: pattern, in: text)
            : Bytes.firstIndex(of: pattern, in: text, from: 0)
          guard let place else { return result.append(text) }
          result.append(0..<place, of: text)
          result.append(replacement)
          result.append(place + pattern.count..<text.count, of: text)
        }
      }
    }
  }
}
