/// Makes sure that search engines are asked to stay away from a page, whatever its layout says.
enum NoIndex {
  private static let tag = Array("<meta name=\"robots\" content=\"noindex\">".utf8)

  /// Puts the request behind `<head>` where the page's head does not hold one.
  ///
  /// A page without a head gets it in front.
  static func add(to page: inout [UInt8]) {
    let head = offset(of: "</head", in: page, before: page.count) ?? page.count
    guard offset(of: "noindex", in: page, before: head) == nil else { return }
    let start = offset(of: "<head", in: page, before: head)
      .flatMap { page[$0...].firstIndex(of: UInt8(ascii: ">")) }
    page.insert(contentsOf: tag, at: start.map { $0 + 1 } ?? 0)
  }

  /// Where `text` stands first before `end`.
  ///
  /// Heads are short, so the first few bytes tell.
  private static func offset(of text: StaticString, in page: [UInt8], before end: Int) -> Int? {
    let length = text.utf8CodeUnitCount
    guard end >= length else { return nil }
    return page.withUnsafeBufferPointer { bytes in
      (0...(end - length)).first { start in
        (0..<length).allSatisfy { bytes[start + $0] == text.utf8Start[$0] }
      }
    }
  }
}
