import Disk
import Glibc
import Handbook
import NIOCore
import Synchronization
import Testing
import Values

@testable import Preview

/// A site in a folder, and a preview of it on a port of its own.
final class PreviewedSite: Sendable {
  let folder: String
  let server: PreviewServer
  let site: PreviewSite
  let audience: Audience
  private let following: Task<Void, Never>

  var port: Int { server.port }

  static let plain = [
    "site.yml": "title: Test\n",
    "content/index.md": "# Home\n\nTo [a](/a/).\n",
    "content/a.md": "---\ntitle: A\n---\nFirst text. [Home](/)\n",
    "assets/site.css": "body { color: red }\n",
    "content/digits.txt": "0123456789",
  ]

  init(_ files: [String: String] = plain, limits: ConnectionLimits = ConnectionLimits())
    async throws
  {
    let place = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(place)/handbook-preview-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    folder = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    for (path, text) in files { try Self.write(text, to: path, in: folder) }
    let audience = Audience()
    let feed = try WatchedSources(SiteFolder.find(folder), polls: false)
    let day = try #require(PlainDate("2026-06-30"))
    let site = PreviewSite(feed, audience: audience) {
      BuildOptions(asOf: day, url: nil, includesDrafts: false, workers: 2)
    }
    self.audience = audience
    self.site = site
    server = try await PreviewServer.start(
      PreviewServer.Address(port: 0), LivePreview(site, folder: folder, token: "token"),
      hosts: HostRule(allowing: ["extra.example"]), audience: audience, limits: limits)
    following = Task { await site.follow() }
  }

  func write(_ text: String, to path: String) throws {
    try Self.write(text, to: path, in: folder)
  }

  private static func write(_ text: String, to path: String, in folder: String) throws {
    for slash in path.indices where path[slash] == "/" {
      mkdir("\(folder)/\(path[..<slash])", 0o777)
    }
    let file = try #require(fopen("\(folder)/\(path)", "w"))
    defer { fclose(file) }
    try #require(fwrite(text, 1, text.utf8.count, file) == text.utf8.count)
  }

  func rename(_ old: String, _ new: String) throws {
    try #require(Glibc.rename("\(folder)/\(old)", "\(folder)/\(new)") == 0)
  }

  func get(_ path: String, _ method: String = "GET", _ fields: String = "") async throws -> String {
    try await Wire.get(port: port, path, method, fields)
  }

  /// Ends the preview and removes the folder.
  func end() async {
    following.cancel()
    await following.value
    await server.stop()
    await site.end()
    var process = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = [
      strdup("rm"), strdup("-rf"), strdup(folder), nil,
    ]
    defer { for argument in arguments { free(argument) } }
    guard posix_spawnp(&process, "rm", nil, nil, &arguments, environ) == 0 else { return }
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }
}

/// Runs a test with a previewed site.
func withPreview(
  _ files: [String: String] = PreviewedSite.plain, limits: ConnectionLimits = ConnectionLimits(),
  _ test: (PreviewedSite) async throws -> Void
) async throws {
  let site = try await PreviewedSite(files, limits: limits)
  do {
    try await test(site)
  } catch {
    await site.end()
    throw error
  }
  await site.end()
}

extension String {
  /// The status of an answer.
  var status: Int { split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0 }
  /// The body of an answer.
  var body: String { firstRange(of: "\r\n\r\n").map { String(self[$0.upperBound...]) } ?? "" }
}
