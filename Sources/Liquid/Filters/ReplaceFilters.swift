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
      let (text, part) = (Array(input.text.utf8), Array(arguments.first.text.utf8))
      let place = Bytes.firstIndex(of: part, in: text, from: 0)
      return try replace(part, at: place, in: text, by: arguments.second.text, &renderer)
    },
    Filter("replace_last", 2...2, usage: "replace_last: 'old', 'new'") {
      input, arguments, renderer throws(Failure) in
      let (text, part) = (Array(input.text.utf8), Array(arguments.first.text.utf8))
      let place = Bytes.lastIndex(of: part, in: text)
      return try replace(part, at: place, in: text, by: arguments.second.text, &renderer)
    },
    Filter("remove", 1...1, usage: "remove: 'text'") { input, arguments, renderer throws(Failure) in
      try replaceAll(input.text, arguments.first.text, "", &renderer)
    },
    Filter("remove_first", 1...1, usage: "remove_first: 'text'") {
      input, arguments, renderer throws(Failure) in
      let (text, part) = (Array(input.text.utf8), Array(arguments.first.text.utf8))
      let place = Bytes.firstIndex(of: part, in: text, from: 0)
      return try replace(part, at: place, in: text, by: "", &renderer)
    },
    Filter("remove_last", 1...1, usage: "remove_last: 'text'") {
      input, arguments, renderer throws(Failure) in
      let (text, part) = (Array(input.text.utf8), Array(arguments.first.text.utf8))
      let place = Bytes.lastIndex(of: part, in: text)
      return try replace(part, at: place, in: text, by: "", &renderer)
    },
  ]

  /// The parts of `text` between all occurrences of `pattern`, which must not be empty.
  static func pieces(of text: [UInt8], between pattern: [UInt8]) -> [ArraySlice<UInt8>] {
    var (pieces, start) = ([ArraySlice<UInt8>](), 0)
    while let place = Bytes.firstIndex(of: pattern, in: text, from: start) {
      pieces.append(text[start..<place])
      start = place + pattern.count
    }
    pieces.append(text[start...])
    return pieces
  }

  private static func replaceAll(
    _ text: String, _ pattern: String, _ replacement: String, _ renderer: inout Renderer
  ) throws(Failure) -> Value {
    let bytes = Array(text.utf8)
    let pattern = Array(pattern.utf8)
    if !pattern.isEmpty, Bytes.firstIndex(of: pattern, in: bytes, from: 0) == nil {
      return .string(text)
    }
    let replacement = Array(replacement.utf8)
    let pieces =
      pattern.isEmpty
      ? [[][...]] + text.unicodeScalars.map { Array(String($0).utf8)[...] } + [[][...]]
      : pieces(of: bytes, between: pattern)
    let (growth, overflow) = replacement.count.multipliedReportingOverflow(by: pieces.count)
    guard !overflow else { throw Failure("the text grows too long", rule: .limit) }
    try renderer.budget.grow(bytes.count.addingReportingOverflow(growth).partialValue)
    return .string(String(decoding: Array(pieces.joined(separator: replacement)), as: UTF8.self))
  }

  private static func replace(
    _ part: [UInt8], at place: Int?, in text: [UInt8], by replacement: String,
    _ renderer: inout Renderer
  ) throws(Failure) -> Value {
    guard let place else { return try renderer.made(text) }
    try renderer.budget.grow(text.count + replacement.utf8.count)
    let result = text[..<place] + Array(replacement.utf8) + text[(place + part.count)...]
    return .string(String(decoding: result, as: UTF8.self))
  }
}
