import Values

/// What `handbook.lock` says: the base as it was when somebody last looked at the differences.
///
/// A line of text for each page and section, so that git shows what a newer base changed.
package struct BaseLock: Sendable, Equatable {
  /// Where it lies, in the site's folder.
  package static let path = "handbook.lock"

  /// The commit of a base in git; `nil` for a folder.
  package var commit: String?
  /// The address and version that the commit is of.
  package var source: String
  /// The base's pages, by path.
  package var pages: [String: PageHashes]

  init(commit: String?, source: String, pages: [String: PageHashes]) {
    self.commit = commit
    self.source = source
    self.pages = pages
  }

  /// Reads a lock; `nil` where it is none of this version.
  ///
  /// Of pages that are not `wanted` nothing is kept: those of a large handbook are passed over.
  package init?(parsing bytes: [UInt8], only wanted: Set<String>? = nil) {
    self.init(commit: nil, source: "", pages: [:])
    var page: (path: String, hashes: PageHashes)?
    var isLock = false
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var line = bytes[start..<end]
      start = end + 1
      // Git may have given it the line ends of another system.
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if line.first == UInt8(ascii: " ") {
        if page == nil { continue }
        let words = Self.words(line.dropFirst(2), 2)
        guard words.count == 2 else { return nil }
        page?.hashes.add(words[1], words[0])
        continue
      }
      if let known = page { pages[known.path] = known.hashes }
      page = nil
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let words = Self.words(line, 3)
      switch (words.first ?? "", words.count) {
      case ("lock", 2) where words[1] == "1": isLock = true
      case ("page", 3) where isLock:
        guard wanted?.contains(words[2]) ?? true else { continue }
        page = (words[2], PageHashes(page: words[1]))
      case ("commit", 2) where isLock: commit = words[1]
      case ("base", _) where isLock: source = String(decoding: line.dropFirst(5), as: UTF8.self)
      default: return nil
      }
    }
    if let known = page { pages[known.path] = known.hashes }
    guard isLock else { return nil }
  }

  /// The words of a line; the last of so many holds the rest.
  private static func words(_ line: ArraySlice<UInt8>, _ count: Int) -> [String] {
    line.split(separator: UInt8(ascii: " "), maxSplits: count - 1)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The commit that is pinned of a base; `nil` where none of it is.
  package func commit(of base: BaseReference) -> String? { source == base.text ? commit : nil }

  /// The text of the file.
  package var text: String {
    var text = """
      # The base as it was when the differences from it were last looked at.
      # 'handbook adapt update' writes this file; keep it under version control.
      lock 1
      base \(source)

      """
    if let commit { text += "commit \(commit)\n" }
    for (path, page) in pages.sorted(by: { $0.key.precedes($1.key) }) {
      text += "page \(page.page) \(path)\n"
      for section in page.sections { text += "  \(section.hash) \(section.key)\n" }
    }
    return text
  }
}

extension BaseReference {
  /// The base in one line.
  package var text: String {
    switch self {
    case .folder(let path): path
    case .git(let url, let at, let path): "\(url) at \(at)" + (path.isEmpty ? "" : " in \(path)")
    }
  }
}
