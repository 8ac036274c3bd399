/// Goes once over a page as its layout rendered it: puts the base path and the names of hashed
/// assets into its URLs, checks the links that the layout wrote, and collects the layout's anchors.
struct PageFinisher {
  /// A link of the layout that is wrong, and where it stands in the rendered page.
  struct Fault: Sendable {
    var fault: LinkFault
    var range: Range<Int>
  }

  /// A link of the layout to an anchor of a page, to be held against that page's anchors.
  struct LayoutLink: Sendable {
    var target: PageIndex
    var fragment: String
    var range: Range<Int>
  }

  /// What a page turned out to hold.
  struct Result: Sendable {
    var faults: [Fault] = []
    var fragments: [LayoutLink] = []
    var anchors: [String] = []
    var targets: [PageIndex] = []
    /// Where URLs stand in the rendered page.
    var links: [Range<Int>] = []
    /// Where the body stands in the finished page; `nil` where more than base paths was put into it.
    var body: PublishedBody?
    /// Whether the page is published as it was rendered.
    var isUnchanged = false
  }

  let links: LinkResolver
  let assets: HashedAssets
  let basePath: String
  /// Whether somebody asks where the layout's links lead.
  let collectsTargets: Bool
  /// Whether somebody asks where the layout's links stand.
  let keepsLinks: Bool

  /// Writes the finished page to `output`, which is emptied first, unless nothing in it changes.
  ///
  /// `body` is where the page's own body stands: its links are resolved and checked already and
  /// want nothing but the base path.
  func finish(
    _ rendered: UnsafeBufferPointer<UInt8>, body: Range<Int>, page: PageIndex,
    into output: inout [UInt8]
  ) -> Result {
    var edits = Edits(rendered)
    var result = Result()
    var scan = AttributeScan(rendered)
    checkLinks(&scan, before: body.lowerBound, page, &edits, &result)
    if basePath.isEmpty {
      scan.skip(to: body.upperBound)
    } else {
      addBasePath(&scan, before: body.upperBound, &edits)
    }
    checkLinks(&scan, before: rendered.count, page, &edits, &result)
    result.body = edits.published(body, basePath)
    result.isUnchanged = edits.isEmpty
    if !result.isUnchanged { edits.apply(to: &output) }
    return result
  }

  /// Puts the base path before the internal URLs of the body.
  private func addBasePath(_ scan: inout AttributeScan, before limit: Int, _ edits: inout Edits) {
    while let attribute = scan.next(before: limit) {
      switch attribute.role {
      case .url, .resource:
        if edits.isRootRelative(attribute.value) {
          edits.insert(basePath, at: attribute.value.lowerBound)
        }
      case .urlList:
        for url in edits.urls(inList: attribute.value) where edits.isRootRelative(url) {
          edits.insert(basePath, at: url.lowerBound)
        }
      case .anchor, .metaContent, .integrity: break
      }
    }
  }

  private func checkLinks(
    _ scan: inout AttributeScan, before limit: Int, _ page: PageIndex, _ edits: inout Edits,
    _ result: inout Result
  ) {
    var tagWithIntegrity: Int?
    while let attribute = scan.next(before: limit) {
      edits.addIntegrity(behind: attribute.tagStart)
      switch attribute.role {
      case .anchor: result.anchors.append(edits.text(attribute.value))
      case .url: check(attribute.value, page, &edits, &result)
      case .resource:
        if let asset = check(attribute.value, page, &edits, &result),
          attribute.tagStart != tagWithIntegrity
        {
          edits.integrity = (attribute.value.upperBound, asset.integrity)
        }
      case .integrity:
        // The author's own stays alone, before the URL or behind it.
        tagWithIntegrity = attribute.tagStart
        edits.integrity = nil
      case .urlList:
        for url in edits.urls(inList: attribute.value) { check(url, page, &edits, &result) }
      case .metaContent:
        if let url = edits.refreshURL(attribute.value) { check(url, page, &edits, &result) }
      }
    }
    edits.addIntegrity(behind: limit)
  }

  /// Checks one URL and writes the form that is published; returns the hashed asset it leads to.
  @discardableResult
  private func check(
    _ range: Range<Int>, _ page: PageIndex, _ edits: inout Edits, _ result: inout Result
  ) -> HashedAssets.Asset? {
    if keepsLinks { result.links.append(range) }
    if let plain = edits.plainLink(range, on: page, links) {
      if collectsTargets { result.targets.append(plain.page) }
      if !plain.fragment.isEmpty {
        result.fragments.append(
          LayoutLink(target: plain.page, fragment: plain.fragment, range: range))
      }
      if !basePath.isEmpty, plain.form == .path {
        edits.insert(basePath, at: range.lowerBound)
      }
      return nil
    }
    let written = edits.text(range)
    let link = links.resolve(written, on: page)
    if let fault = link.fault { result.faults.append(Fault(fault: fault, range: range)) }
    if case .page(let target, let fragment) = link.destination {
      if collectsTargets { result.targets.append(target) }
      if !fragment.isEmpty {
        result.fragments.append(LayoutLink(target: target, fragment: fragment, range: range))
      }
    }
    guard let url = link.url else {
      // What must not be printed becomes a link to nowhere; the finding keeps it from being published.
      edits.replace(range, with: "#")
      return nil
    }
    // An absolute URL of the site, as in a canonical link, stays what it is.
    guard url.utf8.first == UInt8(ascii: "/"),
      written.utf8.first != UInt8(ascii: "h") || !written.contains("://")
    else { return nil }
    let asset = link.destination == .file ? assets[url] : nil
    let published = asset?.url ?? url
    if published != written {
      edits.replace(range, with: escapedAttribute(basePath + published))
    } else if !basePath.isEmpty {
      edits.insert(basePath, at: range.lowerBound)
    }
    return asset
  }
}

/// Returns `text` as it may stand between double quotes.
package func escapedAttribute(_ text: String) -> String {
  guard
    text.utf8.contains(where: {
      [
        UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "'"),
      ].contains($0)
    })
  else { return text }
  var result = ""
  for character in text.unicodeScalars {
    switch character {
    case "&": result += "&amp;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    default: result.unicodeScalars.append(character)
    }
  }
  return result
}
