/// What a page may load by its own word.
enum PagePolicy {
  /// The policy in the page's `meta`, so that it holds as a field too; empty for none.
  static func of(_ html: [UInt8]) -> String {
    let head = html.firstIndex(of: "</head", before: html.count) ?? min(html.count, 16 << 10)
    guard
      let name = html.firstIndex(of: "http-equiv=\"content-security-policy\"", before: head),
      let content = html.firstIndex(of: "content=\"", from: name + 12, before: head)
    else { return "" }
    let value = html[(content + 9)..<head].prefix {
      $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ">")
    }
    // A field has no line ends, and nothing of a page may add one.
    let plain = value.filter { (0x20..<0x7F).contains($0) }
    return String(decoding: plain, as: UTF8.self).replacing("&#39;", with: "'")
  }
}
