package import Diagnostics

/// What a site takes of a branch that somebody else wrote.
package struct UntrustedChange: Sendable {
  /// The paths of pages whose text is the branch's: these have less of everything.
  package private(set) var pages: Set<String> = []
  /// All files that are the branch's, pages too, by path.
  private(set) var files: [String: SourceEntry] = [:]
  /// What of the branch was not used, and why.
  package private(set) var findings: [Diagnostic] = []

  private let limits: UntrustedLimits
  private var images = 0
  private var imageBytes = 0
  /// Of what too many were told: one finding tells of all the others.
  private var toldOf: Set<String> = []

  init(within limits: UntrustedLimits = .standard) {
    self.limits = limits
  }

  /// Takes a page or an image that is not as the base has it, or says why not.
  ///
  /// `read` is asked for the bytes of an image that is not too large.
  mutating func take(
    _ entry: SourceEntry, _ file: BranchFile, _ read: () throws(SourceError) -> [UInt8]
  ) throws(SourceError) {
    guard entry.kind == .file else {
      // What is no file is told where all files are sorted.
      files[entry.path] = entry
      return
    }
    if file == .page {
      guard isWithin(entry, count: pages.count, limits.pages, limits.pageBytes, "page") else {
        return
      }
      pages.insert(entry.path)
    } else {
      guard isWithin(entry, count: images, limits.images, limits.imageBytes, "image") else {
        return
      }
      guard imageBytes + entry.size <= limits.allImageBytes else {
        return report(
          "limit-exceeded", .error, entry.path,
          "the images of an untrusted change have more than \(limits.allImageBytes) bytes in all",
          help: "make them smaller, or send them in parts")
      }
      guard BranchFile.isImage(try read(), at: entry.path) else {
        return report(
          "unused-change", .error, entry.path,
          "this file is not the kind of image that its name says, so it was not used",
          help: "save it as PNG, JPEG, GIF or WebP under a name that ends so")
      }
      images += 1
      imageBytes += entry.size
    }
    files[entry.path] = entry
  }

  /// Whether one more of its kind may be taken, and is small enough.
  private mutating func isWithin(
    _ entry: SourceEntry, count: Int, _ most: Int, _ mostBytes: Int, _ noun: String
  ) -> Bool {
    if entry.size > mostBytes {
      report(
        "limit-exceeded", .error, entry.path,
        "this \(noun) has \(entry.size) bytes, and none of an untrusted change may have more than "
          + "\(mostBytes)", help: noun == "page" ? "divide it" : "make it smaller")
      return false
    }
    guard count >= most else { return true }
    if toldOf.insert(noun).inserted {
      report(
        "limit-exceeded", .error, entry.path,
        "an untrusted change may have \(most) \(noun)s, and this is one more",
        help: "send it in parts")
    }
    return false
  }

  /// Says that a file of the branch was not used.
  mutating func leave(_ path: String, _ message: String, at place: Place? = nil) {
    report(
      "unused-change", .warning, path, message,
      help: "let somebody who may change the base look at it", at: place)
  }

  /// Says why a file of the branch could not be used.
  mutating func refuse(_ path: String, _ message: String, help: String) {
    report("unused-change", .error, path, message, help: help)
  }

  private mutating func report(
    _ rule: String, _ severity: Severity, _ path: String, _ message: String, help: String,
    at place: Place? = nil
  ) {
    findings.append(
      Diagnostic(
        rule, severity, at: place ?? Place(SourceFile(path: path, bytes: []), 0..<0), message,
        help: help))
  }

  /// What is wrong with the addresses of pages that the branch changed: a page is a page, and takes no
  /// script's or style sheet's name.
  func judge(_ kept: [Page], _ sources: any SourceTree) throws(SourceError) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for page in kept {
      guard let source = page.source, pages.contains(source.path) else { continue }
      let addresses = [page.path.text] + page.head.aliases.map(\.value)
      guard let odd = addresses.first(where: { !Self.isPage($0) }) else { continue }
      let file = SourceFile(path: source.path, bytes: try sources.read(source))
      let written = file.bytes.firstRange(of: Array(odd.utf8)) ?? 0..<0
      found.append(
        Diagnostic(
          "unused-change", .error, at: Place(file, written),
          "an untrusted change may have no page under a name like this one",
          help: "let it end in '/' or '.html'"))
    }
    return found
  }

  private static func isPage(_ address: String) -> Bool {
    let path = address.prefix { $0 != "#" }
    return path.hasSuffix("/") || FileName.fileExtension(String(path)).map { $0 == "html" } ?? true
  }
}
