import Diagnostics
import Values

/// Writes to the output: everything that is printed goes through here.
extension Renderer {
  private var isMapping: Bool { segments != nil && captures == 0 }

  /// Prints a part of the file as it stands.
  mutating func write(copyOf range: SourceRange) throws(Failure) {
    place = range
    try checkRoom(for: range.count)
    output.append(range, of: bytes)
    guard isMapping else { return }
    let file = target.unit.source.file
    segments?.appendCopy(of: range, in: file)
  }

  /// Prints bytes that the tag at `place` made.
  mutating func write(_ bytes: [UInt8]) throws(Failure) {
    try checkRoom(for: bytes.count)
    output.append(bytes)
    noteMade(bytes.count)
  }

  /// Prints text that the tag at `place` made.
  mutating func print(_ text: String) throws(Failure) {
    try checkRoom(for: text.utf8.count)
    output.append(text)
    noteMade(text.utf8.count)
  }

  /// Prints a value as it is.
  mutating func printPlain(_ value: Value) throws(Failure) {
    let start = output.count
    try appendPlain(value)
    noteMade(output.count - start)
  }

  /// Prints a value escaped for HTML, unless it is HTML.
  mutating func printEscaped(_ value: Value) throws(Failure) {
    let start = output.count
    try appendEscaped(value, depth: 0)
    noteMade(output.count - start)
  }

  /// Prints the text of a value escaped for HTML.
  mutating func printEscaped(text value: Value) throws(Failure) {
    let start = output.count
    try appendEscaped(value.text)
    noteMade(output.count - start)
  }

  private mutating func noteMade(_ count: Int) {
    guard isMapping else { return }
    let place = Place(target.unit.source.file, place)
    segments?.appendMade(count, by: place)
  }

  private mutating func appendPlain(_ value: Value) throws(Failure) {
    switch value {
    case .string(let text):
      try checkRoom(for: text.utf8.count)
      output.append(text)
    case .html(let html): try appendHTML(html)
    case .array(let elements):
      for element in elements {
        try budget.spend(1)
        try appendPlain(element)
      }
    case .integer(let number):
      try checkRoom(for: 20)
      output.append(decimal: number)
    case .none: break
    case .bool, .decimal, .date, .map, .range, .object:
      let text = value.text
      try checkRoom(for: text.utf8.count)
      output.append(text)
    }
  }

  private mutating func appendEscaped(_ value: Value, depth: Int) throws(Failure) {
    switch value {
    case .string(let text): try appendEscaped(text)
    case .html(let html): try appendHTML(html)
    case .array(let elements):
      guard depth < 100 else { return }
      for element in elements {
        try budget.spend(1)
        try appendEscaped(element, depth: depth + 1)
      }
    case .integer(let number):
      try checkRoom(for: 20)
      output.append(decimal: number)
    case .none: break
    case .bool, .decimal, .date, .map, .range, .object: try appendEscaped(value.text)
    }
  }

  private mutating func appendHTML(_ html: HTML) throws(Failure) {
    try checkRoom(for: html.bytes.count)
    if isEscaping, isInAttribute { return output.append(quoteless: html.bytes) }
    let start = output.count
    output.append(html.bytes)
    if html.isBody, captures == 0 { bodies.append(start..<output.count) }
  }

  /// Whether the tag that prints stands in an attribute's value.
  private var isInAttribute: Bool {
    let attributes = target.program.attributes
    return !attributes.isEmpty
      && attributes.contains(OutputPlace(unit: target.number, offset: place.lowerBound))
  }

  private mutating func appendEscaped(_ text: String) throws(Failure) {
    // An escaped byte takes six at most.
    let count = text.utf8.count
    if count > 1024 { try budget.spend(count >> 6) }
    try checkRoom(for: count)
    output.append(escaping: text)
    try checkRoom(for: 0)
  }
}
