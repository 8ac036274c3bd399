import Diagnostics
import Disk
import Glibc
import Handbook
import Synchronization
import Testing
import Values

@testable import Preview

/// Edits on a disk, in every way in which editors save: after each the previewed site is that of a
/// clean build.
@Suite(.serialized)
struct SaveStyleTests {
  /// The ways in which editors put a new text in the place of an old one.
  enum Style: CaseIterable {
    case truncate, renameOver, backupAndRename, removeAndCreate, twice, append, swapFile, moveFolder
  }

  static let files = [
    "site.yml": "title: Test\nurl: https://x.example/b/\n",
    "layouts/page.html":
      "<title>{{ page.title }}</title>{{ content }}{% for p in page.backlinks %}{{ p.title }}{% endfor %}",
    "content/index.md": "# Home\n\n[a](/a/) [b](/s/b/#part)\n",
    "content/a.md": "---\ntitle: A\n---\n[b](s/b.md)\n",
    "content/s/b.md": "---\ntitle: B\n---\n## Part\n",
    "assets/site.css": "a { b: c }\n",
  ]

  /// What may be written where: bodies, titles, mistakes, layouts, settings, styles.
  private static let texts: [(path: String, text: String)] = [
    ("content/a.md", "---\ntitle: A\n---\nNew. [b](s/b.md#part)\n"),
    ("content/a.md", "---\ntitle: A\n---\n[gone](/gone/) {{ page.title }}\n"),
    ("content/a.md", "---\ntitle: Other\n---\n[b](/s/b/)\n"),
    ("content/s/b.md", "---\ntitle: B\n---\n## Else\n"),
    ("content/s/b.md", "---\ntitle: [\n---\n## Part\n"),
    ("content/new.md", "# New\n\n[a](/a/)\n"),
    ("layouts/page.html", "<h1>{{ page.title }}</h1>{{ content }}"),
    ("layouts/page.html", "{{ content }}{{ page.backlinks.size }}"),
    ("site.yml", "title: Other\n"),
    ("site.yml", "title: Test\nurl: https://x.example/b/\nrules: {broken-link: warning}\n"),
    ("assets/site.css", "a { b: d }\n"),
    ("content/index.md", "# Home\n\n[a](/a/) [b](/s/b/#part)\n"),
  ]

  private func save(_ text: String, to path: String, _ style: Style, _ site: PreviewedSite) throws {
    let isNew = access("\(site.folder)/\(path)", F_OK) != 0
    switch style {
    case .truncate: try site.write(text, to: path)
    case .renameOver:
      try site.write(text, to: path + ".tmp")
      try site.rename(path + ".tmp", path)
    case .backupAndRename:
      if !isNew { try site.rename(path, path + "~") }
      try site.write(text, to: path)
    case .removeAndCreate:
      if !isNew { unlink("\(site.folder)/\(path)") }
      try site.write(text, to: path)
    case .twice:
      try site.write("", to: path)
      try site.write(text, to: path)
    case .append:
      try site.write(String(text.prefix(3)), to: path)
      let file = try #require(fopen("\(site.folder)/\(path)", "a"))
      fputs(String(text.dropFirst(3)), file)
      fclose(file)
    case .swapFile:
      try site.write("x", to: "content/.swap.swp")
      try site.write(text, to: path)
      unlink("\(site.folder)/content/.swap.swp")
    case .moveFolder:
      // As a branch switch does: a folder goes, and another one comes with other files.
      let isMoved = access("\(site.folder)/content/t", F_OK) == 0
      try site.rename(isMoved ? "content/t" : "content/s", isMoved ? "content/s" : "content/t")
      try site.write(
        text, to: path.replacing("content/s/", with: isMoved ? "content/s/" : "content/t/"))
    }
  }

  @Test(arguments: Style.allCases)
  func `after every save the previewed site is that of a clean build`(_ style: Style) async throws {
    try await withPreview(Self.files) { site in
      for round in 0..<25 {
        let (path, text) = Self.texts[(round * 7 + round / 12) % Self.texts.count]
        try save(text, to: path, style, site)
        let (built, findings) = try await Self.built(site.folder)
        let (seen, told) = try await Self.seen(site.site)
        #expect(seen == built, "\(style), round \(round), \(path)")
        #expect(told == findings, "\(style), round \(round), \(path)")
        guard seen == built else { return }
      }
    }
  }

  private static func built(_ folder: String) async throws -> ([String: [UInt8]], [String]) {
    let sources = try DiskSources(of: SiteFolder.find(folder))
    let output = KeptOutput(sources)
    let options = BuildOptions(
      asOf: try #require(PlainDate("2026-06-30")), url: nil, includesDrafts: false, workers: 2)
    let report = try await compile(sources, options, into: output)
    return (output.files.withLock { $0 }, report.findings.map { TextPrinter().print($0) })
  }

  private static func seen(_ site: PreviewSite) async throws -> ([String: [UInt8]], [String]) {
    var files: [String: [UInt8]] = [:]
    let live = try #require(await site.whole())
    for path in live.publishedPaths {
      let url = "/" + (path.text.hasSuffix("index.html") ? path.text.dropLast(10) : path.text[...])
      switch live.resource(at: url) {
      case .page(let number): files[path.text] = try live.page(number).html
      case .source(let entry): files[path.text] = try live.read(entry)
      case .bytes(let bytes): files[path.text] = bytes
      case .needsWholeSite: files[path.text] = live.wholeSiteFile(at: url)
      case .folder, nil: break
      }
    }
    return (files, (try live.report()?.findings ?? []).map { TextPrinter().print($0) })
  }
}

/// An output that keeps what is written.
private final class KeptOutput: OutputSink {
  let files = Mutex<[String: [UInt8]]>([:])
  private let sources: DiskSources

  init(_ sources: DiskSources) { self.sources = sources }

  func write(_ bytes: UnsafeRawBufferPointer, to path: OutputPath) {
    files.withLock { $0[path.text] = Array(bytes) }
  }

  func copy(_ entry: SourceEntry, to path: OutputPath) throws {
    let bytes = try sources.read(entry)
    files.withLock { $0[path.text] = bytes }
  }
}
