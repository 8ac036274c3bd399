import Foundation
import Testing

/// A whole tiny site that the command is run on, and what it must do there: a folder in `Sites`.
///
/// - `site`: the site's sources.
/// - `arguments`: those of the command, in one line; `build --as-of 2026-06-30` where it is missing.
/// - `special`: what git does not keep, one a line: `link PATH TARGET` or `unreadable PATH`.
/// - `console`: the command, all it prints, and its exit code.
/// - `expected`: the published files, where there are any.
/// - `only`: the paths of those that are looked at, one a line; all where it is missing.
struct TestSite: CustomTestStringConvertible, Sendable {
  let name: String

  var testDescription: String { name }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sites")

  /// All sites there are.
  static let all: [TestSite] =
    ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted().map { TestSite(name: $0) }

  private var folder: URL { Self.root.appending(path: name) }

  /// The arguments that the command gets.
  var arguments: [String] {
    (text("arguments") ?? "build --as-of 2026-06-30")
      .split { $0 == " " || $0 == "\n" }.map(String.init)
  }

  /// What the command must print.
  var console: String? { text("console") }

  /// What it must publish.
  var expected: Tree { get throws { try Tree(folder.appending(path: "expected")) } }

  /// What of a published tree is looked at.
  func lookedAt(_ published: Tree) -> Tree {
    let published = published.withoutSearch
    return text("only").map { published.keeping($0.split(separator: "\n").map(String.init)) }
      ?? published
  }

  /// Copies the sources into `folder`, and makes what git does not keep.
  func install(in target: Folder) throws {
    try target.copy(contentsOf: folder.appending(path: "site"))
    target.remove(".gitkeep")
    for line in text("special")?.split(separator: "\n") ?? [] {
      let words = line.split(separator: " ").map(String.init)
      try #require(words.count >= 2)
      let path = target.url.appending(path: words[1]).path
      switch words[0] {
      case "link":
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: words[2])
      case "unreadable":
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
      default: Issue.record("'\(words[0])' is nothing special")
      }
    }
  }

  /// Keeps what the command did as what it must do.
  func keep(_ console: String, _ published: Tree) throws {
    try Tree.write(Data(console.utf8), to: folder.appending(path: "console"))
    try published.write(to: folder.appending(path: "expected"))
  }

  private func text(_ path: String) -> String? {
    (try? Data(contentsOf: folder.appending(path: path))).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
