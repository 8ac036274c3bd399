import CCMark
import Diagnostics

// Links and images, with the destinations that the caller gives them.
extension Renderer {
  mutating func enterLink(_ node: Node) -> Bool {
    // HTML has no link inside a link; only raw HTML could bring one about.
    guard openLinks == 0 else {
      unlinked.append(node)
      return true
    }
    let wanted = wantedText(of: node)
    if wanted == nil, isSettled(node) { return true }
    let link = link(node, isImage: false)
    if let wanted, link.kind == .link { collect(wanted, of: link) }
    let destination = resolve(link)
    guard let url = destination.url else {
      unlinked.append(node)
      return true
    }
    openAnchor(url, title: node.pointee.`as`.link.title.bytes, rel: destination.rel)
    openLinks += 1
    return true
  }

  /// Whether a link leads where its URL says, and nobody asks more about it than where it stands; then its start is written.
  private mutating func isSettled(_ node: Node) -> Bool {
    let link = node.pointee.`as`.link
    var range: SourceRange?
    let isSettled = settles(link.url.bytes) {
      let found = range ?? place(of: node).range
      range = found
      return found
    }
    guard isSettled else { return false }
    if range == nil { unplacedLinks.append(node) }
    openAnchor(link.url.bytes, title: link.title.bytes, rel: nil)
    openLinks += 1
    return true
  }

  mutating func leaveLink(_ node: Node) {
    if unlinked.last == node {
      unlinked.removeLast()
    } else {
      html.write("</a>")
      openLinks -= 1
    }
  }

  mutating func writeImage(_ node: Node) {
    let words = words(of: node)
    var link = link(node, isImage: true)
    link.words = String(decoding: words, as: UTF8.self)
    if words.isEmpty { result.wordlessImages.append(link.range) }
    let destination = resolve(link)
    if let block = destination.block, makeRoom(forBlockAt: node, link) {
      html.writeMarkup(block)
      return words.withUnsafeBufferPointer { collect($0) }
    }
    guard let url = destination.url else {
      return words.withUnsafeBufferPointer { write($0) }
    }
    html.write("<img src=\"")
    html.writeURL(url)
    html.write("\" alt=\"")
    words.withUnsafeBufferPointer { html.writeText($0) }
    html.write("\"")
    writeTitle(node.pointee.`as`.link.title.bytes)
    if let width = destination.width {
      html.write(" width=\"")
      html.write(width)
      html.write("\"")
    }
    if let height = destination.height {
      html.write(" height=\"")
      html.write(height)
      html.write("\"")
    }
    html.write(destination.isLazy ? " loading=\"lazy\">" : ">")
    words.withUnsafeBufferPointer { collect($0) }
  }

  /// Notes the words of a link that somebody asked for.
  private mutating func collect(_ text: Node, of link: Link) {
    result.linkTexts.append(
      LinkText(
        text: String(decoding: text.literal, as: UTF8.self),
        range: place(ofText: text) ?? link.range))
  }

  /// The one text that a link holds, when its words are asked for, in small or capital letters.
  private func wantedText(of node: Node) -> Node? {
    guard let text = node.pointee.first_child, text.kind == .text, text.pointee.next == nil,
      options.linkTexts.contains(where: { text.literal.says($0.utf8) })
    else { return nil }
    return text
  }

  /// Writes the start tag of a link.
  mutating func openAnchor(_ url: String, title: Bytes?, rel: String?) {
    var url = url
    url.withUTF8 { openAnchor($0, title: title, rel: rel) }
  }

  private mutating func openAnchor(_ url: Bytes, title: Bytes?, rel: String?) {
    html.write("<a href=\"")
    html.writeURL(url)
    html.write("\"")
    if let title { writeTitle(title) }
    if let rel {
      html.write(" rel=\"")
      html.writeText(rel)
      html.write("\"")
    }
    html.write(">")
  }

  private mutating func writeTitle(_ title: Bytes) {
    guard !title.isEmpty else { return }
    html.write(" title=\"")
    html.writeText(title)
    html.write("\"")
  }

  private mutating func link(_ node: Node, isImage: Bool) -> Link {
    let written = node.pointee.`as`.link
    let place = place(of: node)
    let title = written.title.bytes
    let kind: Link.Kind = isImage ? .image : place.isAutolink ? .autolink : .link
    return Link(
      kind, to: String(decoding: written.url.bytes, as: UTF8.self),
      title: title.isEmpty ? nil : String(decoding: title, as: UTF8.self), at: place.range,
      definition: place.definition)
  }
}

extension Bytes {
  /// Whether they are `words`, which are small letters, in letters of either size.
  fileprivate func says(_ words: String.UTF8View) -> Bool {
    count == words.count
      && zip(self, words).allSatisfy { $0 == $1 || (0x41...0x5A).contains($0) && $0 | 0x20 == $1 }
  }
}
