import Foundation
import Testing

/// Runs the script's own functions outside a browser.
enum Node {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Search/Script/index.js").path

  /// Why the tests that need it are skipped where it is missing.
  static let missing: Comment = "node is not installed: the script is tested in the browser alone"

  static let isInstalled = path != nil

  private static let path: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { "\($0)/node" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Runs `body`, an asynchronous function of `search` (what the script offers) and `input`, and
  /// returns what it returns.
  static func run<Input: Encodable, Output: Decodable>(
    _ body: String, _ input: Input, as type: Output.Type = Output.self
  ) throws -> Output {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (given, made) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try JSONEncoder().encode(input).write(to: given)
    let process = Process()
    process.executableURL = URL(filePath: try #require(path))
    process.arguments = [
      "-e",
      """
      const fs = require("fs");
      const search = require(process.argv[1]);
      const input = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
      (async () => { \(body) })().then((answer) => fs.writeFileSync(process.argv[3], JSON.stringify(answer)));
      """, script, given.path, made.path,
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try JSONDecoder().decode(Output.self, from: Data(contentsOf: made))
  }
}
