import Foundation
import Testing

/// A handbook, a branch of it by somebody whom nobody knows, and what lies beside them on the machine.
final class PullRequest {
  /// Holds `base`, `change` and `outside`; the site is put into `out`.
  let folder: Folder
  /// What nobody but the machine may see.
  static let secret = "token-of-the-machine-4711"

  /// Makes both alike.
  init() throws {
    folder = try Folder(named: "machine")
    for (path, text) in Self.handbook { try folder.write(text, to: "base/\(path)") }
    try Self.pixel(width: 4).write(to: folder.url.appending(path: "base/assets/logo.png"))
    try FileManager.default.copyItem(
      at: folder.url.appending(path: "base"), to: folder.url.appending(path: "change"))
    try folder.write(Self.secret, to: "outside/secret.txt")
    try folder.write("title: \(Self.secret)\n", to: "outside/site.yml")
    try folder.write("# \(Self.secret)\n", to: "outside/content/index.md")
  }

  /// A branch in which one file is otherwise.
  func change(_ path: String, _ text: String) throws {
    try folder.write(text, to: "change/\(path)")
  }

  func write(_ data: Data, to path: String) throws {
    try Tree.write(data, to: folder.url.appending(path: "change/\(path)"))
  }

  /// Puts a symbolic link in place of what the branch has.
  func link(_ path: String, to target: String) throws {
    let place = folder.url.appending(path: "change/\(path)")
    try? FileManager.default.removeItem(at: place)
    try FileManager.default.createSymbolicLink(atPath: place.path, withDestinationPath: target)
  }

  func remove(_ path: String) { folder.remove("change/\(path)") }

  /// Builds or checks it as CI does.
  func run(_ words: String..., through: [String] = [], environment: [String: String] = [:]) throws
    -> Command.Outcome
  {
    let usual =
      words.first == "check" ? [] : words.contains("--output") ? [] : ["--output", "out"]
    return try Command(
      arguments: words + ["--as-of", "2026-06-30", "--untrusted", "--base", "base"] + usual
        + (words.contains("--site") ? [] : ["--site", "change"]),
      folder: folder, environment: environment, through: through
    ).run()
  }

  /// What is published.
  var output: Tree { get throws { try Tree(folder.url.appending(path: "out")).published } }
  /// All that no run may change.
  var untouched: [Tree] {
    get throws {
      try [
        Tree(folder.url.appending(path: "base")), Tree(folder.url.appending(path: "outside")),
      ]
    }
  }

  /// The first bytes of a PNG, as far as sizes are read, and some more.
  static func pixel(width: UInt8) -> Data {
    Data(
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
        + [0, 0, 0, width, 0, 0, 0, 4, 8, 2, 0, 0, 0])
  }

  private static let handbook = [
    "site.yml": """
    title: Handbook
    url: https://example.org/
    html: all
    data: data.yml
    feed: false
    """,
    "data.yml": "office: Leeds\n",
    "layouts/page.html": """
    <!doctype html><html lang="en"><title>{{ page.title }}</title>
    <link rel="stylesheet" href="/assets/site.css"><script src="/assets/site.js"></script>
    <body>{{ content }}</body></html>
    """,
    "assets/site.css": "body { color: black }\n",
    "assets/site.js": "document.title;\n",
    "content/index.md":
      "# Home\n\n[Roles](roles.md) in {{ site.data.office }} {% include note.html %}\n",
    "content/roles.md": "---\ntitle: Roles\n---\nWho does what. <script>own()</script>\n",
    "content/note.html": "a note",
    "content/notes.txt": "Notes.\n",
    "content/register.yml": "schema: 1\n",
    "content/.well-known/security.txt": "Contact: mailto:a@example.org\n",
  ]
}
