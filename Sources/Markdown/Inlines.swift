import CCMark

// Text, code and the ends of lines.
extension Renderer {
  mutating func writeText(_ node: Node) {
    if mayHoldUnreadLinks { remarkUnreadLinks(in: node) }
    // What stands in a link is none, also where that link may not be made.
    if mayHoldAutolinks, openLinks == 0, unlinked.isEmpty, mayHoldAutolink(node.literal) {
      writeLinking(node.literal)
    } else {
      write(node.literal)
    }
  }

  mutating func writeCode(_ node: Node) {
    html.write("<code>")
    html.writeText(node.literal)
    html.write("</code>")
    collect(node.literal)
  }

  mutating func writeSoftBreak() {
    html.write("\n")
    collectSpace()
  }

  mutating func writeLineBreak() {
    html.write("<br>\n")
    collectSpace()
  }

  /// Writes text that has no links in it.
  mutating func write(_ text: Bytes) {
    html.writeText(text)
    collect(text)
  }

  /// Writes text with its bare URLs and e-mail addresses as links.
  private mutating func writeLinking(_ text: Bytes) {
    var end = 0
    var scan = AutolinkScan(text)
    while let found = scan.next() {
      write(Bytes(rebasing: text[end..<found.range.lowerBound]))
      writeAutolink(Bytes(rebasing: text[found.range]), prefix: found.prefix)
      end = found.range.upperBound
    }
    write(Bytes(rebasing: text[end...]))
  }

  private mutating func writeAutolink(_ text: Bytes, prefix: String) {
    let url = prefix + String(decoding: text, as: UTF8.self)
    let link = Link(.autolink, to: url, at: place(ofBareURL: text))
    let destination = resolve(link)
    guard let url = destination.url else { return write(text) }
    openAnchor(url, title: nil, rel: destination.rel)
    write(text)
    html.write("</a>")
  }
}

// The document's plain text.
extension Renderer {
  /// Adds words to the plain text.
  mutating func collect(_ text: Bytes) {
    guard options.collectsPlainText else { return }
    if result.plainText.sections.isEmpty {
      result.plainText.sections.append(PlainText.Section(id: nil, start: 0))
    }
    result.plainText.text.append(contentsOf: text)
  }

  /// Ends a line of the plain text.
  mutating func collectBreak() {
    guard options.collectsPlainText, let last = result.plainText.text.last, last != 0x0A else {
      return
    }
    result.plainText.text.append(0x0A)
  }

  /// Adds a space to the plain text.
  mutating func collectSpace() {
    if options.collectsPlainText { result.plainText.text.append(0x20) }
  }

  /// Begins a section of the plain text.
  mutating func beginSection(_ id: String) {
    guard options.collectsPlainText else { return }
    result.plainText.sections.append(
      PlainText.Section(id: id, start: result.plainText.text.count))
  }
}
