import Diagnostics

/// Where the definitions of a text's reference links have their URLs.
struct LinkDefinitions {
  private var places: [[UInt8]: SourceRange] = [:]

  /// Looks for all that is written like `[label]: url` in the text.
  ///
  /// The first of a label holds.
  init(of text: Bytes) {
    var labels = LabelScan(text: text)
    while let label = labels.next() {
      guard label.upperBound + 1 < text.count, text[label.upperBound + 1] == UInt8(ascii: ":")
      else {
        continue
      }
      var start = label.upperBound + 2
      while start < text.count, isSpace(text[start]) { start += 1 }
      var end = start
      if start < text.count, text[start] == UInt8(ascii: "<") {
        start += 1
        end = text.firstIndex(of: UInt8(ascii: ">"), from: start) ?? start
      } else {
        while end < text.count, !isSpace(text[end]) { end += 1 }
      }
      let key = Self.key(Bytes(rebasing: text[label]))
      if places[key] == nil, start < end { places[key] = start..<end }
    }
  }

  /// Where the definition of a label has its URL.
  subscript(label: Bytes) -> SourceRange? { places[Self.key(label)] }

  /// A label as two of them are compared: in lower case, with single spaces.
  private static func key(_ label: Bytes) -> [UInt8] {
    let lowered = String(decoding: label, as: UTF8.self).lowercased()
    return Array(lowered.utf8.split(whereSeparator: isSpace).joined(separator: [0x20]))
  }
}
