import Digest
import Glibc
import Handbook
import Testing

@testable import Disk

/// A publication whole or not at all.
struct PublicationTests {
  let folder: TemporaryFolder
  let site: SiteFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["site.yml": "title: T", "content/index.md": "# Hello"])
    site = try SiteFolder.find(folder.path)
  }

  @Test func `the first publication makes the output and leaves nothing beside it`() throws {
    try site.publish(["index.html": "home", "a/b/index.html": "deep"])
    #expect(
      try folder.drawing() == [
        ".handbook/", "content/", "content/index.md: # Hello", "public/",
        "public/.handbook-output: handbook output 1\n-  a/b/index.html\n-  index.html\n",
        "public/a/", "public/a/b/", "public/a/b/index.html: deep", "public/index.html: home",
        "site.yml: title: T",
      ])
  }

  @Test func `a later publication takes the place of the whole output`() throws {
    try site.publish(["old/index.html": "old", "index.html": "one"])
    try site.publish(["index.html": "two"])
    #expect(
      try folder.drawing(of: "public", without: [".handbook-output"]) == ["index.html: two"])
    #expect(try folder.drawing().filter { $0.hasPrefix(".public") } == [])
  }
}

extension SiteFolder {
  /// Begins a publication as the command does.
  func begin(
    _ output: String? = nil, manifest: ManifestDetail = .paths, patience: Duration = .zero
  ) throws(DiskError) -> Publication {
    try Publication(of: self, to: output, manifest: manifest, patience: patience)
  }

  /// Publishes files given by their paths.
  func publish(
    _ files: [String: String], to output: String? = nil, manifest: ManifestDetail = .paths
  ) throws {
    let publication = try begin(output, manifest: manifest)
    for (path, text) in files { try publication.output.write(text, to: path) }
    try publication.publish()
  }
}

extension OutputSink {
  /// Writes a text to a path that must be allowed.
  func write(_ text: String, to path: String) throws {
    let path = try #require(OutputPath(path))
    try Array(text.utf8).withUnsafeBytes { try write($0, to: path) }
  }
}
