import CBytes

/// Where a link leads, or why it leads nowhere.
struct ResolvedLink: Sendable {
  /// What a link leads to.
  enum Destination: Sendable, Equatable {
    /// An anchor of a page; an empty fragment is its top.
    case page(PageIndex, fragment: String)
    /// A file that is published as it is.
    case file
    /// Somewhere outside the site.
    case external
    /// Nowhere that can be told.
    case none
  }

  /// The URL to print, without the base path; `nil` when the link must not be printed at all.
  var url: String?
  var destination: Destination
  /// What is wrong with it.
  var fault: LinkFault?
  /// Whether it is the plain address of a page, and leads there whatever else the site holds.
  var isPlain = false

  fileprivate static func broken(_ written: String, _ fault: LinkFault) -> ResolvedLink {
    var fault = fault
    fault.written = written
    return ResolvedLink(
      url: fault.isPrinted ? written : nil, destination: .none, fault: fault)
  }
}

/// Resolves links as they are written: the one place that knows every form of them.
///
/// A class, as it is asked for each link of each page and holds tables of the whole site.
final class LinkResolver: Sendable {
  private let table: LinkTable
  private let site: SiteURL?
  private let pages: [Page]
  /// For each page, whether it is a draft that is not published.
  private let isHidden: [Bool]
  private let registerURL: @Sendable (String) -> String?
  /// What an absolute URL of this site begins with; empty when the site has no address.
  private let siteStart: [UInt8]
  /// Where the handbook is published that this one adapts, and which pages are its own.
  private let base: (url: SiteURL, isFromBase: @Sendable (String) -> Bool)?

  /// Creates a resolver for the pages and files of `table`.
  ///
  /// `registerURL` gives the URL of a register entry by its id.
  init(
    table: LinkTable, pages: [Page], site: SiteURL?, publishesDrafts: Bool,
    registerURL: @escaping @Sendable (String) -> String?,
    base: (url: SiteURL, isFromBase: @Sendable (String) -> Bool)? = nil
  ) {
    self.base = base
    self.table = table
    self.pages = pages
    self.site = site
    isHidden = pages.map { $0.isDraft && !publishesDrafts }
    self.registerURL = registerURL
    siteStart = site.map { Array(($0.origin + $0.basePath).utf8) } ?? []
  }

  /// Resolves `written`, which stands on `page`; where it stands on none, it is absolute.
  func resolve(_ written: String, on page: PageIndex?) -> ResolvedLink {
    guard !written.isEmpty else { return .broken(written, LinkFault(.empty)) }
    if let known = wellFormed(written, on: page) { return known }
    switch LinkForm(written, under: site) {
    case .external:
      return toBase(written, on: page) ?? ResolvedLink(url: written, destination: .external)
    case .unsafe(let scheme): return .broken(written, LinkFault(.unsafe, subject: scheme))
    case .unsafeCharacter(let character):
      return .broken(
        written,
        LinkFault(
          .unsafeCharacter, subject: LinkFault.name(of: character),
          repair: withSlashes(written, on: page)))
    case .register(let id):
      guard let url = registerURL(id) else {
        return .broken(written, LinkFault(.noEntry, subject: id))
      }
      return resolve(url, on: page)
    case .figure(let figure): return .broken(written, LinkFault(.figureNotImage, subject: figure))
    case .internal(let reference):
      return resolve(reference, written: written, on: page)
    }
  }

  /// A path as Windows writes it with `/` in place of `\`; `nil` where that leads nowhere.
  private func withSlashes(_ written: String, on page: PageIndex?) -> String? {
    let path = written.replacing("\\", with: "/")
    guard case .internal(let reference) = LinkForm(path, under: nil),
      resolve(reference, written: path, on: page).fault == nil
    else { return nil }
    return path
  }

  /// Resolves a link that stands on no page: a path counts from the site's root.
  func resolve(rooted written: String) -> ResolvedLink {
    let isWhole = written.hasPrefix("/") || LinkForm.scheme(of: written) != nil
    return resolve(isWhole ? written : "/" + written, on: nil)
  }

  /// A link to the published base: in its own pages it means the page here.
  private func toBase(_ written: String, on page: PageIndex?) -> ResolvedLink? {
    // The register of differences names its base.
    guard let base, let page, pages[page].source != nil, pages[page].url != AdaptationPage.url,
      case .internal(let reference) = LinkForm(written, under: base.url)
    else {
      return nil
    }
    let here = resolve(reference, written: written, on: page)
    if pages[page].source.map({ base.isFromBase($0.path) }) ?? false, here.fault == nil {
      return here
    }
    var fault = LinkFault(
      .toBase, subject: base.url.absolute("/"), repair: here.fault == nil ? here.url : nil)
    fault.written = written
    return ResolvedLink(url: written, destination: .external, fault: fault)
  }

  /// Whether every link leads where it does by `other`, with the same page numbers.
  ///
  /// O(*pages*).
  func isSame(as other: LinkResolver) -> Bool {
    site == other.site && isHidden == other.isHidden && table.isSame(as: other.table)
      && pages.elementsEqual(other.pages) { page, other in
        page.path == other.path && page.source?.path == other.source?.path
          && page.subject == other.subject
      }
  }

  /// Whether the page's own URL leads to it: of pages that claim one URL, to one alone.
  func leadsToItself(_ page: PageIndex) -> Bool {
    table.target(String(pages[page].path.key)) == .page(page)
  }

  /// What is published at a path without its final slash.
  func target(_ key: String) -> LinkTarget? { table.target(key) }

  /// The page written in the file at `path`, such as `content/a/b.md`.
  func page(source path: String) -> PageIndex? { table.page(source: path) }

  /// The page that `path` names, written as a path of the site, a former one too, or of a source
  /// file.
  func page(named path: String) -> PageIndex? {
    if let page = table.page(source: path.hasPrefix("content/") ? path : "content/" + path) {
      return page
    }
    return switch table.target(path.hasPrefix("/") ? path : "/" + path) {
    case .page(let page), .alias(let page): page
    case .file, nil: nil
    }
  }

  /// A link in a usual form: a page, and where the fragment begins behind `#`.
  struct PlainLink {
    /// What it begins with.
    enum Form {
      case path, anchor, siteURL
    }

    var page: PageIndex
    var fragmentStart: Int
    var form = Form.path
  }

  /// Resolves the usual forms in plain letters, which stand on `page`: `/a/b/`, `/a/b/#part`, both
  /// behind the site's own address, and `#part`; `nil` for every other form and for what leads
  /// nowhere.
  ///
  /// Allocates nothing.
  func plain(_ written: UnsafeBufferPointer<UInt8>, on page: PageIndex?) -> PlainLink? {
    switch written.first {
    case UInt8(ascii: "/"): return plainPath(written)
    case UInt8(ascii: "#"):
      let fragment = written[1...]
      guard let page, !fragment.isEmpty, !fragment.elementsEqual("top".utf8),
        fragment.allSatisfy({
          isPlain($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#")
        })
      else { return nil }
      return PlainLink(page: page, fragmentStart: 1, form: .anchor)
    default:
      guard !siteStart.isEmpty, written.starts(with: siteStart),
        var link = plainPath(UnsafeBufferPointer(rebasing: written[siteStart.count...]))
      else { return nil }
      link.fragmentStart += siteStart.count
      link.form = .siteURL
      return link
    }
  }

  private func plainPath(_ written: UnsafeBufferPointer<UInt8>) -> PlainLink? {
    var end = 0
    while end < written.count, isPlain(written[end]), written[end] != UInt8(ascii: "#") {
      end &+= 1
    }
    // A fragment with a slash may be a path behind a second `#`.
    guard end > 0, written[..<end].first == UInt8(ascii: "/"),
      end == written.count
        || written[end] == UInt8(ascii: "#")
          && written[end...].allSatisfy({ isPlain($0) && $0 != UInt8(ascii: "/") })
    else { return nil }
    // A doubled slash is another form; a path ends in one slash, and the root is one.
    guard written[end - 1] == UInt8(ascii: "/"),
      let page = table.plainPaths.page(UnsafeBufferPointer(rebasing: written[..<(end - 1)])),
      !isHidden[page],
      !(end < written.count && written[(end + 1)...].elementsEqual("top".utf8))
    else { return nil }
    return PlainLink(page: page, fragmentStart: min(end + 1, written.count))
  }

  private func wellFormed(_ written: String, on page: PageIndex?) -> ResolvedLink? {
    var written = written
    let link = written.withUTF8 { bytes -> (page: PageIndex, fragment: String)? in
      // With the site's address it is printed without.
      guard let link = plain(bytes, on: page), link.form != .siteURL else { return nil }
      return (
        link.page,
        String(
          decoding: UnsafeBufferPointer(rebasing: bytes[link.fragmentStart...]), as: UTF8.self)
      )
    }
    return link.map { page, fragment in
      ResolvedLink(url: written, destination: .page(page, fragment: fragment), isPlain: true)
    }
  }

  /// The page that a plain address without fragment leads to, `/a/b/`; `nil` for every other form and for what leads nowhere.
  func page(plain url: String) -> PageIndex? {
    var url = url
    return url.withUTF8 { url in
      plainPath(url).flatMap { $0.fragmentStart == url.count ? $0.page : nil }
    }
  }

  private func resolve(
    _ reference: LinkReference, written: String, on page: PageIndex?
  ) -> ResolvedLink {
    guard let path = reference.path else {
      guard let page else { return .broken(written, LinkFault(.noPage, subject: written)) }
      return ResolvedLink(
        url: "#" + reference.encodedFragment,
        destination: .page(page, fragment: reference.fragment))
    }
    // A query alone is about the page that it stands on.
    if path.isEmpty, let page { return resolved(.page(page), reference, on: page) }
    let candidates = candidates(path, on: page)
    for path in candidates {
      guard let target = target(written: path) else { continue }
      let former = path.hasSuffix(".md") ? URLPath(contentPath: "content" + path).text : path
      guard case .alias = target, table.isFormerAnchor(reference.fragment, at: former) else {
        return resolved(target, reference, on: page)
      }
      return resolved(target, reference.withoutFragment, on: page)
    }
    if let base = site?.basePath, !base.isEmpty, path == base || path.hasPrefix(base + "/"),
      let target = target(written: String(path.dropFirst(base.count)))
    {
      var link = resolved(target, reference, on: page)
      link.fault = link.fault ?? LinkFault(.basePathTyped, subject: base, repair: link.url)
      link.fault?.written = written
      return link
    }
    let wanted = candidates.first ?? path
    return .broken(
      written, LinkFault(Self.namesFile(wanted) ? .noFile : .noPage, subject: wanted))
  }

  /// The absolute, decoded paths that `path` may mean, the likeliest first.
  private func candidates(_ path: String, on page: PageIndex?) -> [String] {
    guard let page, !path.hasPrefix("/") else { return [normalized(path)] }
    let url = pages[page].path.text
    let byURL = normalized(url.prefix(through: url.lastIndex(of: "/") ?? url.startIndex) + path)
    guard let entry = pages[page].source else { return [byURL] }
    let source = "/" + entry.path.dropFirst(URLPath.contentPrefix.count)
    let folder = source.prefix(through: source.lastIndex(of: "/") ?? source.startIndex)
    let bySource = normalized(folder + path)
    // A file that is published elsewhere is still found by its name, with or without `.md`.
    let file = "content" + bySource + ".md"
    if table.page(source: file) ?? table.successor(ofSource: file) != nil {
      return [bySource + ".md"]
    }
    return bySource == byURL ? [bySource] : [bySource, byURL]
  }

  private func target(written path: String) -> LinkTarget? {
    if path.hasSuffix(".md") {
      if let page = table.page(source: "content" + path) { return .page(page) }
      if let page = table.successor(ofSource: "content" + path) { return .alias(page) }
    }
    return table.target(path)
  }

  private func resolved(
    _ target: LinkTarget, _ reference: LinkReference, on source: PageIndex?
  ) -> ResolvedLink {
    switch target {
    case .page(let page), .alias(let page):
      // A draft may lead to drafts: nobody reads the one without the others.
      let isFault = isHidden[page] && !(source.map { isHidden[$0] } ?? false)
      return ResolvedLink(
        url: pages[page].url + reference.query
          + (reference.fragment.isEmpty ? "" : "#" + reference.encodedFragment),
        destination: .page(page, fragment: reference.fragment),
        fault: isFault ? LinkFault(.toDraft, subject: pages[page].url) : nil)
    case .file(let url):
      return ResolvedLink(
        url: url + reference.query + reference.writtenFragment, destination: .file)
    }
  }

  /// Whether a path names a file rather than a page: it ends in an extension other than those of pages.
  private static func namesFile(_ path: String) -> Bool {
    let name = path.suffix(from: path.lastIndex(of: "/") ?? path.startIndex)
    guard let dot = name.lastIndex(of: ".") else { return false }
    let fileExtension = name[name.index(after: dot)...]
    return !["md", "html", ""].contains(fileExtension.lowercased())
      && fileExtension.utf8.count <= 8 && fileExtension.utf8.contains { $0 > UInt8(ascii: "9") }
      && fileExtension.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }
}

/// Returns the path without `.` and `..` parts and doubled slashes; `..` above the root is dropped.
func normalized(_ path: some StringProtocol) -> String {
  guard path.utf8.contains(UInt8(ascii: ".")) || path.contains("//") else { return String(path) }
  var parts: [Substring] = []
  let written = path.split(separator: "/", omittingEmptySubsequences: true)
  for part in written {
    switch part {
    case ".": break
    case "..": _ = parts.popLast()
    default: parts.append(Substring(part))
    }
  }
  let isFolder = path.hasSuffix("/") || written.last == "." || written.last == ".."
  return "/" + parts.joined(separator: "/") + (isFolder && !parts.isEmpty ? "/" : "")
}

/// Whether a byte means nothing but itself in a URL and needs no decoding: letters, digits and `/-_#`.
private func isPlain(_ byte: UInt8) -> Bool {
  ascii_set_holds(0x03FF_A008_0000_0000, 0x07FF_FFFE_87FF_FFFE, byte)
}
