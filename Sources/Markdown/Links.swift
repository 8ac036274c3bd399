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
    let link = link(node, isImage: false)
    if options.longestLinkText > 0 { collectLinkText(of: node, link) }
    let destination = resolve(link)
    guard let url = destination.url else {
      unlinked.append(node)
      return true
    }
    openAnchor(url, title: node.pointee.`as`.link.title.bytes, rel: destination.rel)
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

  /// Notes the words of a link that are one short text.
  private mutating func collectLinkText(of node: Node, _ link: Link) {
    guard let text = node.pointee.first_child, text.kind == .text, text.pointee.next == nil,
      text.literal.count <= options.longestLinkText, link.kind == .link
    else { return }
    result.linkTexts.append(
      LinkText(
        text: String(decoding: text.literal, as: UTF8.self),
        range: place(ofText: text) ?? link.range))
  }

  /// Writes the start tag of a link.
  mutating func openAnchor(_ url: String, title: Bytes?, rel: String?) {
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
