import Foundation
import Testing

/// What builds leave for each other in `.handbook/cache` is never needed.
struct CacheDamageTests {
  private let site: RepeatedBuild
  private let cache: URL

  init() throws {
    site = try RepeatedBuild()
    cache = site.folder.url.appending(path: ".handbook/cache")
  }

  /// The one record in it.
  private var record: URL {
    get throws {
      let names = try records
      try #require(names.count == 1, "\(names)")
      return cache.appending(path: names[0])
    }
  }

  private var records: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: cache.path)
        .filter { $0.hasSuffix(".build") }
    }
  }

  @Test func `a record that is cut short, or has another byte anywhere, is none`() throws {
    let first = try site.build()
    let whole = try Data(contentsOf: try record)
    var damaged = [
      Data(), whole.prefix(20), whole.dropLast(), whole + [0], Data(repeating: 0xFF, count: 9999),
    ]
    for part in 0..<8 {
      var other = whole
      other[whole.count * part / 8] ^= 1
      damaged.append(other)
    }
    for bytes in damaged {
      try bytes.write(to: try record)
      let again = try site.build()
      #expect(!again.isTakenOver && again.console == first.console)
      #expect(try site.build().isTakenOver)
    }
    #expect(try site.isAsBuiltAnew())
  }

  @Test func `a cache that was deleted, or is something else, is none`() throws {
    let manager = FileManager.default
    let first = try site.build()
    let elsewhere = try Folder()
    try elsewhere.write("kept", to: "file")
    let deeds: [() throws -> Void] = [
      { try manager.removeItem(at: cache) },
      { try manager.removeItem(at: cache.deletingLastPathComponent()) },
      {
        let path = try record.path
        try manager.removeItem(atPath: path)
        try manager.createDirectory(atPath: path + "/in", withIntermediateDirectories: true)
      },
      {
        let path = try record.path
        try manager.removeItem(atPath: path)
        #expect(mkfifo(path, 0o666) == 0)
      },
      {
        try manager.removeItem(at: cache)
        try Data("a file".utf8).write(to: cache)
      },
      {
        try manager.removeItem(at: cache)
        try manager.createSymbolicLink(at: cache, withDestinationURL: elsewhere.url)
      },
    ]
    for deed in deeds {
      try deed()
      let again = try site.build()
      #expect(!again.isTakenOver && again.console == first.console)
      #expect(try site.isAsBuiltAnew())
    }
    #expect(try Tree(elsewhere.url).files.keys.sorted() == ["file"])
  }

  @Test func `a site that nobody may write to is built as ever`() throws {
    let other = try Folder(named: "output")
    let output = ["--output", other.url.path + "/o"]
    let rights = getuid() == 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : []
    let folder = site.folder
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
    }
    for _ in 0..<2 {
      let outcome = try Command(
        arguments: ["build", "--as-of", "2026-06-30", "--timings"] + output, folder: folder,
        through: rights
      ).run()
      #expect(
        outcome.exitCode == 0 && !outcome.console.contains("taken over"), "\(outcome.console)")
    }
    #expect(!FileManager.default.fileExists(atPath: cache.path))
  }

  /// What its owner and others may do with a file.
  private func rights(of file: URL) throws -> UInt32 {
    var status = stat()
    try #require(lstat(file.path, &status) == 0)
    return status.st_mode & 0o777
  }

  private func build(underMask mask: String) throws -> Bool {
    try site.build(through: ["sh", "-c", "umask \(mask); exec \"$@\"", "sh"]).isTakenOver
  }

  @Test func `a record is its user's alone, and one that others may read is none`() throws {
    #expect(try !build(underMask: "000"))
    #expect(try rights(of: record) == 0o600)
    #expect(try build(underMask: "000"))
    #expect(chmod(try record.path, 0o644) == 0)
    #expect(try !build(underMask: "000"))
    #expect(try rights(of: record) == 0o600)
  }

  @Test func `files with other rights are another site`() throws {
    #expect(try !build(underMask: "022"))
    #expect(try !build(underMask: "027"))
    #expect(try rights(of: site.published.appending(path: "index.html")) == 0o640)
    #expect(try build(underMask: "027"))
  }

  @Test func `no more than eight outputs are remembered`() throws {
    for number in 0..<10 { try site.build("--output", "o\(number)") }
    #expect(try records.count == 8)
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache.path).count == 16)
    #expect(try site.build("--output", "o9").isTakenOver)
    #expect(try !site.build("--output", "o0").isTakenOver)
  }
}
