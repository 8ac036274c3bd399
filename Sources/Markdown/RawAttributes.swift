import CCMark
import Diagnostics

// The tags of raw HTML that stay, and their attributes.
extension Renderer {
  /// Writes a start tag with the attributes that it may have.
  mutating func writeTag(_ tag: StartTag, _ piece: RawHTMLPiece) {
    let start = html.count
    html.write("<")
    html.writeText(tag.name)
    var names: Set<String> = []
    var hasSource = false
    for attribute in tag.attributes where names.insert(attribute.name).inserted {
      let isWritten = write(attribute, of: tag, piece)
      if attribute.name == "src" || attribute.name == "srcset" {
        hasSource = hasSource || isWritten
      }
    }
    html.write(">")
    guard tag.name == "img" else { return }
    guard !hasSource else {
      if !names.contains("alt") {
        result.wordlessImages.append(place(of: tag.range, in: piece))
      }
      return
    }
    // Without a picture the words that stand for it are left.
    html.truncate(to: start)
    guard let words = tag.attributes.first(where: { $0.name == "alt" }) else { return }
    html.writeText(value(of: words, piece))
  }

  /// Writes an attribute.
  ///
  /// Returns whether it stays.
  private mutating func write(
    _ attribute: StartTag.Attribute, of tag: StartTag, _ piece: RawHTMLPiece
  ) -> Bool {
    guard let kind = kind(of: attribute, tag) else {
      remark(
        "unsafe-html", at: place(of: attribute.range, in: piece),
        "the attribute `\(attribute.name)` of `<\(tag.name)>` is left out of the page",
        help: "remove it; handbooks allow only attributes that do nothing")
      return false
    }
    let value = value(of: attribute, piece)
    switch kind {
    case .boolean:
      html.write(" ")
      html.writeText(attribute.name)
      return true
    case .plain where attribute.value == nil && options.html == .all:
      html.write(" ")
      html.writeText(attribute.name)
    case .plain: writeAttribute(attribute.name, value)
    case .name:
      // An anchor of former days; beside an id it says the same, or is a second one.
      guard let id = tag.attributes.first(where: { $0.name == "id" }) else {
        return writeAnchor("id", value, attribute, piece)
      }
      return self.value(of: id, piece) == value
        || writeAnchor("name", value, attribute, piece)
    case .id: return writeAnchor("id", value, attribute, piece)
    case .url:
      guard let url = resolveURL(value, attribute, tag, piece) else { return false }
      html.write(" ")
      html.writeText(attribute.name)
      html.write("=\"")
      html.writeURL(url)
      html.write("\"")
    case .urlList:
      let list = resolveList(value, attribute, tag, piece)
      guard !list.isEmpty else { return false }
      writeAttribute(attribute.name, list)
    }
    return true
  }

  private func kind(of attribute: StartTag.Attribute, _ tag: StartTag) -> HTMLAttribute? {
    if options.html == .all {
      let isName = attribute.name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x3A).contains($0) || "-_.@".utf8.contains($0)
      }
      return isName ? HTMLAttribute(unrestricted: attribute.name) : nil
    }
    return HTMLAttribute(attribute.name, of: tag.name)
  }

  private mutating func writeAttribute(_ name: String, _ value: String) {
    html.write(" ")
    html.writeText(name)
    html.write("=\"")
    html.writeText(value)
    html.write("\"")
  }

  /// Writes an anchor of the page's own; one that cannot be is left out, with a remark.
  private mutating func writeAnchor(
    _ name: String, _ id: String, _ attribute: StartTag.Attribute, _ piece: RawHTMLPiece
  ) -> Bool {
    let place = place(of: attribute.range, in: piece)
    guard !id.isEmpty, !id.utf8.contains(where: isSpace) else {
      remark(
        "unsafe-html", at: place, "an id has at least one character and no spaces",
        help: "write one such as `id=\"part-one\"`")
      return false
    }
    guard anchors.take(id) else {
      remark(
        "duplicate-id", at: place, "the id '\(id)' is taken already on this page",
        help: "choose another one")
      return false
    }
    writeAttribute(name, anchors.prefix + id)
    return true
  }

  /// Resolves the URL of an attribute, or one that is only a part of it.
  private mutating func resolveURL(
    _ url: String, at part: Range<Int>? = nil, _ attribute: StartTag.Attribute, _ tag: StartTag,
    _ piece: RawHTMLPiece
  ) -> String? {
    let range = (part ?? attribute.value).map { place(of: $0, in: piece) }
    let link = Link(
      .attribute(element: tag.name, name: attribute.name), to: url,
      at: range ?? place(of: attribute.range, in: piece))
    return resolve(link).url
  }

  /// Resolves each URL of a `srcset`; those that are refused are left out.
  private mutating func resolveList(
    _ list: String, _ attribute: StartTag.Attribute, _ tag: StartTag, _ piece: RawHTMLPiece
  ) -> String {
    var resolved: [String] = []
    // Where character references were decoded, places in the list are none in the source.
    let value = attribute.value.flatMap { $0.count == list.utf8.count ? $0 : nil }
    for candidate in list.split(separator: ",") {
      let parts = candidate.split { $0.isWhitespace }
      guard let url = parts.first else { continue }
      let part = value.map { value in
        let start =
          value.lowerBound + list.utf8.distance(from: list.startIndex, to: url.startIndex)
        return start..<(start + url.utf8.count)
      }
      guard let written = resolveURL(String(url), at: part, attribute, tag, piece) else { continue }
      var encoded = HTMLWriter()
      encoded.writeURL(written)
      let plain = String(decoding: encoded.bytes(), as: UTF8.self).split(separator: "&amp;")
        .joined(separator: "&")
      resolved.append(([plain] + parts.dropFirst().map(String.init)).joined(separator: " "))
    }
    return resolved.joined(separator: ", ")
  }

  /// Returns an attribute's value with its character references decoded.
  private func value(of attribute: StartTag.Attribute, _ piece: RawHTMLPiece) -> String {
    guard let range = attribute.value else { return "" }
    let written = Bytes(rebasing: piece.node.literal[range])
    guard written.contains(UInt8(ascii: "&")) else {
      return String(decoding: written, as: UTF8.self)
    }
    var decoded = cmark_strbuf()
    cmark_strbuf_init(piece.node.pointee.content.mem, &decoded, 0)
    houdini_unescape_html_f(&decoded, written.baseAddress, bufsize_t(clamping: written.count))
    return String(
      decoding: UnsafeBufferPointer(start: decoded.ptr, count: Int(decoded.size)), as: UTF8.self)
  }
}
