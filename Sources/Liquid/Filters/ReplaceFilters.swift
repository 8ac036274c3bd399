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
      let (text, part) = (Bytes.of(input.text), Bytes.of(arguments.first.text))
      let place = Bytes.firstIndex(of: part, in: text, from: 0)
      return try replace(part, at: place, in: text, by: arguments.second.text, &renderer)
    },
    Filter("replace_last", 2...2, usage: "replace_last: 'old', 'new'") {
      input, arguments, renderer throws(Failure) in
      let (text, part) = (Bytes.of(input.text), Bytes.of(arguments.first.text))
      let place = Bytes.lastIndex(of: part, in: text)
      return try replace(part, at: place, in: text, by: arguments.second.text, &renderer)
    },
    Filter("remove", 1...1, usage: "remove: 'text'") { input, arguments, renderer throws(Failure) in
      try replaceAll(input.text, arguments.first.text, "", &renderer)
    },
    Filter("remove_first", 1...1, usage: "remove_first: 'text'") {
      input, arguments, renderer throws(Failure) in
      let (text, part) = (Bytes.of(input.text), Bytes.of(arguments.first.text))
      let place = Bytes.firstIndex(of: part, in: text, from: 0)
      return try replace(part, at: place, in: text, by: "", &renderer)
    },
    Filter("remove_last", 1...1, usage: "remove_last: 'text'") {
      input, arguments, renderer throws(Failure) in
      let (text, part) = (Bytes.of(input.text), Bytes.of(arguments.first.text))
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
    guard !pattern.isEmpty else { return try surround(text, by: replacement, &renderer) }
    let (bytes, part) = (Bytes.of(text), Bytes.of(pattern))
    guard var place = Bytes.firstIndex(of: part, in: bytes, from: 0) else { return .string(text) }
    let replacement = Bytes.of(replacement)
    var (result, start) = ([UInt8](), 0)
    try renderer.budget.grow(bytes.count)
    result.reserveCapacity(bytes.count + replacement.count)
    while place < bytes.count {
      try renderer.budget.grow(replacement.count)
      result.append(start..<place, of: bytes)
      result.append(contentsOf: replacement)
      start = place + part.count
      place = Bytes.firstIndex(of: part, in: bytes, from: start) ?? bytes.count
    }
    result.append(start..<bytes.count, of: bytes)
    return .string(String(decoding: result, as: UTF8.self))
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

  private static func replace(
    _ part: [UInt8], at place: Int?, in text: [UInt8], by replacement: String,
    _ renderer: inout Renderer
  ) throws(Failure) -> Value {
    guard let place else { return try renderer.made(text) }
    try renderer.budget.grow(text.count + replacement.utf8.count)
    let result = text[..<place] + Bytes.of(replacement) + text[(place + part.count)...]
    return .string(String(decoding: result, as: UTF8.self))
  }
}
