import Diagnostics
import Digest
import YAML

/// A page as its own file tells of it, before titles and addresses are settled.
struct ReadPage: Sendable {
  var entry: SourceEntry
  var head: Boxed<PageHead>
  /// The offset at which the body begins.
  var bodyStart: Int
  /// The page's first heading as written, where nothing else gives a title.
  var firstHeading: String?
  /// Tells apart what stands before two bodies.
  var headDigest: SHA256
}

/// Reads what the survey needs of a page.
enum PageReader {
  /// Reads the page of `entry` for a site with `kinds`: `nil` when it is not text at all.
  static func read(
    _ entry: SourceEntry, from sources: some SourceTree, kinds: KindTable,
    _ patterns: inout PatternCache
  ) throws(SourceError) -> Diagnosed<ReadPage?> {
    let file = SourceFile(path: entry.path, bytes: try sources.read(entry))
    if let offset = UTF8Check.firstInvalid(in: file.bytes) {
      return Diagnosed(nil, [.notText(file, at: offset)])
    }
    let split = FrontMatter.split(file)
    var diagnostics = split.diagnostics
    var head = PageHead()
    // A page without front matter may lack what its kind asks for.
    let yaml = split.value.yaml ?? (kinds.kind(ofFile: entry.path) == nil ? nil : 0..<0)
    if let yaml {
      let read = HeadReader.read(
        file, yaml, kinds: kinds, isFound: split.diagnostics.isEmpty, &patterns)
      head = read.value
      diagnostics += read.diagnostics
    }
    var page = ReadPage(
      entry: entry, head: Boxed(head), bodyStart: split.value.bodyStart,
      headDigest: file.bytes.withUnsafeBytes {
        SHA256(of: UnsafeRawBufferPointer(rebasing: $0[..<split.value.bodyStart]))
      })
    if head.title == nil, head.subtitle == nil {
      page.firstHeading = BodyRenderer.firstHeading(file, from: page.bodyStart)
    }
    return Diagnosed(page, diagnostics)
  }
}

extension Diagnostic {
  /// A file that is not UTF-8, at its first wrong byte.
  static func notText(_ file: SourceFile, at offset: Int) -> Diagnostic {
    let isUTF16 = file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF])
    let isZero = !isUTF16 && file.bytes[offset] == 0
    return Diagnostic(
      "invalid-encoding", .error, at: Place(file, offset..<(offset + 1)),
      isUTF16
        ? "this file is saved as UTF-16"
        : isZero ? "this byte is zero, which no text has" : "this character is not saved as UTF-8",
      help: isZero
        ? "remove it, or take the file from where it was whole"
        : "open the file in an editor and save it with the encoding UTF-8")
  }
}
