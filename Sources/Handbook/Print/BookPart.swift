/// One page as it stands in a book: what its layout marks to be printed, with ids that are its own
/// among those of all pages, and links that stay in the book.
///
/// Printed is what stands in elements with the attribute `data-print`; where there is none, in `main`,
/// else in `body`. What can only be clicked is left out, and what has `data-print="no"`.
struct BookPart {
  /// Where links lead that leave the book.
  enum Outside: Sendable {
    /// To the same site: the book is one of its pages.
    case site
    /// Nowhere but to the site's own address, where that is known: the book is read elsewhere.
    case address(SiteURL?)
  }

  /// The addresses of the pages in the book, which are their ids too, without the base path.
  let pages: Set<String>
  let basePath: String
  let outside: Outside

  /// The id of an anchor of a page: an address has no colon behind its last slash.
  static func id(_ page: String, _ anchor: String) -> String {
    anchor.isEmpty ? page : "\(page):\(anchor)"
  }

  private static let clicked: Set<String> = ["button", "form", "nav", "noscript", "script"]
  private static let parts: Set<String> = [
    "article", "aside", "footer", "header", "main", "section",
  ]
  private static let empty: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
  private static let references: Set<String> = [
    "aria-controls", "aria-describedby", "aria-labelledby", "for", "headers",
  ]
  private static let resources: Set<String> = ["src", "poster", "data", "cite"]

  /// What of a finished page is printed.
  func html(of page: [UInt8], at url: String) -> [UInt8] {
    page.withUnsafeBufferPointer { bytes in
      var output: [UInt8] = []
      for region in regions(of: bytes) {
        let part = UnsafeBufferPointer(rebasing: bytes[region])
        var edits = Edits(part)
        edit(part, at: url, &edits)
        var changed: [UInt8] = []
        edits.apply(to: &changed)
        output += changed
      }
      return output
    }
  }

  /// The insides of the elements that are printed, in order.
  private func regions(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    func isMarked(_ tag: TagScan.Tag) -> Bool { tag.value("data-print")?.isEmpty ?? false }
    for isWanted in [isMarked, { $0.name == "main" }, { $0.name == "body" }] {
      var scan = TagScan(bytes)
      var found: [Range<Int>] = []
      while let tag = scan.next() {
        guard !tag.isEnd, isWanted(tag) else { continue }
        let end = end(of: tag, in: &scan, bytes.count)
        found.append(tag.range.upperBound..<end.lowerBound)
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The end tag of an element whose start tag was just read.
  private func end(of start: TagScan.Tag, in scan: inout TagScan, _ count: Int) -> Range<Int> {
    guard !Self.empty.contains(start.name) else {
      return start.range.upperBound..<start.range.upperBound
    }
    var depth = 1
    while let tag = scan.next() {
      guard tag.name == start.name else { continue }
      depth += tag.isEnd ? -1 : 1
      if depth == 0 { return tag.range }
    }
    return count..<count
  }

  private func edit(_ bytes: UnsafeBufferPointer<UInt8>, at url: String, _ edits: inout Edits) {
    var scan = TagScan(bytes)
    while let tag = scan.next() {
      let name = tag.range.lowerBound + (tag.isEnd ? 2 : 1)
      let isLeftOut =
        Self.clicked.contains(tag.name)
        || tag.value("data-print").map { edits.text($0) == "no" } ?? false
      if !tag.isEnd, isLeftOut {
        let end = end(of: tag, in: &scan, bytes.count)
        edits.replace(tag.range.lowerBound..<end.upperBound, with: "")
        continue
      }
      let isPart = Self.parts.contains(tag.name)
      if isPart {
        edits.replace(name..<(name + tag.name.utf8.count), with: "div")
      } else if let level = headingLevel(tag.name), level < 6 {
        edits.replace(name..<(name + 2), with: "h\(level + 1)")
      } else if isClosed(tag, edits) {
        edits.insert(" open", at: name + tag.name.utf8.count)
      }
      for attribute in tag.attributes { edit(attribute, isPart, at: url, &edits) }
      if case .address = outside, tag.name == "svg", !tag.isEnd {
        edits.insert(BookStyle.picture, at: tag.range.upperBound)
      }
    }
  }

  /// Whether what can be unfolded is not; the table under a picture may stay so, as it tells the same.
  private func isClosed(_ tag: TagScan.Tag, _ edits: Edits) -> Bool {
    guard tag.name == "details", !tag.isEnd, !tag.has("open") else { return false }
    return tag.value("class").map { !edits.text($0).contains("figure-data") } ?? true
  }

  private func headingLevel(_ name: String) -> Int? {
    name.utf8.count == 2 && name.hasPrefix("h") ? Int(name.dropFirst()) : nil
  }

  private func edit(
    _ attribute: TagScan.Attribute, _ isPart: Bool, at url: String, _ edits: inout Edits
  ) {
    let value = attribute.value
    // Parts of pages are no landmarks of the book, of which each has but a few.
    if isPart, attribute.name.hasPrefix("aria-") || attribute.name == "role" {
      edits.replace(attribute.range, with: "")
    } else if attribute.name == "id" {
      edits.replace(value, with: escapedAttribute(Self.id(url, edits.text(value))))
    } else if Self.references.contains(attribute.name) {
      let ids = edits.text(value).split(separator: " ").map { Self.id(url, String($0)) }
      edits.replace(value, with: escapedAttribute(ids.joined(separator: " ")))
    } else if attribute.name == "href" {
      edits.replace(value, with: escapedAttribute(link(edits.text(value), at: url)))
    } else if Self.resources.contains(attribute.name) {
      let written = edits.text(value)
      if let path = onSite(written) {
        edits.replace(value, with: escapedAttribute(resource(path)))
      } else if case .address = outside {
        // What is read elsewhere asks nobody for anything.
        edits.replace(attribute.range, with: "")
      }
    } else if attribute.name == "srcset" {
      edits.replace(attribute.range, with: "")
    }
  }

  /// An address on this site without its base path; `nil` for any other.
  private func onSite(_ written: String) -> String? {
    guard written.hasPrefix(basePath + "/") else { return nil }
    let path = written.dropFirst(basePath.count)
    return path.hasPrefix("//") ? nil : String(path)
  }

  private func link(_ written: String, at url: String) -> String {
    if written.hasPrefix("#") {
      return "#" + Self.id(url, written == "#top" ? "" : String(written.dropFirst()))
    }
    guard let path = onSite(written) else { return written }
    let parts = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let target = String(parts[0])
    if pages.contains(target) {
      return "#" + Self.id(target, parts.count > 1 ? String(parts[1]) : "")
    }
    return switch outside {
    case .site: path
    case .address(let site): site?.absolute(path) ?? path
    }
  }

  private func resource(_ path: String) -> String {
    switch outside {
    case .site: path
    case .address: String(path.dropFirst())
    }
  }
}
