import Foundation
import Testing

/// The cache lies in the site's folder, where somebody whom nobody trusts may have written it, and where the
/// next build may be one that is trusted.
struct UntrustedCacheTests {
  private let request: PullRequest

  init() throws { request = try PullRequest() }

  private func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: request.folder.url.appending(path: path).path)
  }

  @Test func `a build of a stranger's change leaves nothing for the next, and takes nothing over`()
    throws
  {
    for _ in 0..<2 {
      let outcome = try request.run("build", "--timings")
      #expect(outcome.exitCode == 0 && !outcome.console.contains("taken over"))
    }
    #expect(!isThere("change/.handbook/cache") && !isThere("base/.handbook/cache"))
    // What it took of the base decides, and nothing remembers that.
    try request.folder.write("body { color: white }\n", to: "base/assets/site.css")
    try request.folder.write("body { color: white }\n", to: "change/assets/site.css")
    #expect(try request.run("build").exitCode == 0)
    #expect(try request.output.files.contains { $0.value == Data("body { color: white }\n".utf8) })
  }

  @Test func `what a trusted build left is neither read nor changed`() throws {
    let trusted = Command(
      arguments: [
        "build", "--site", "change", "--output", "out", "--as-of", "2026-06-30", "--timings",
      ], folder: request.folder)
    #expect(try trusted.run().exitCode == 0)
    let whole = try request.output
    #expect(try trusted.run().console.contains("taken over"))
    let cache = request.folder.url.appending(path: "change/.handbook/cache")
    let before = try Untouched(cache)
    let outcome = try request.run("build", "--timings")
    #expect(outcome.exitCode == 0 && !outcome.console.contains("taken over"))
    #expect(try Untouched(cache) == before)
    // The output is another's now.
    #expect(try !trusted.run().console.contains("taken over"))
    #expect(try request.output == whole)
  }
}
