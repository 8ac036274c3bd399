import Foundation
import Testing

@testable import HandbookCommand

/// `handbook serve` in a process of its own, on a port that the system chose.
final class ServedSite {
  let folder: Folder
  private let process = Process()
  private let scratch: Folder

  /// Starts it in the folder, and waits until it says where it is.
  init(
    in folder: Folder, environment: [String: String] = [:], through: [String] = [],
    options: [String] = []
  ) throws {
    self.folder = folder
    scratch = try Folder()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = through + [Command.binary, "serve", "--port", "0"] + options
    process.currentDirectoryURL = folder.url
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = try scratch.open("output")
    process.standardError = try scratch.open("console")
    try process.run()
    for _ in 0..<2400 where try address() == nil { usleep(50_000) }
    let said = try said()
    _ = try #require(try address(), "\(said)")
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  /// Which process it is; the same for as long as it lives.
  var number: Int32 { process.processIdentifier }

  /// What it said until now on standard error.
  func said() throws -> String { try scratch.text("console") }

  /// Where it says that it is.
  private func address() throws -> String? {
    try scratch.text("output").firstMatch(of: /http:\/\/localhost:\d+/).map { String($0.output) }
  }

  /// The whole answer to a request, its head too; empty for none.
  func get(_ path: String, _ options: String...) throws -> String {
    let curl = Process()
    curl.executableURL = URL(filePath: "/usr/bin/env")
    let address = try #require(try address()) + path
    curl.arguments =
      ["curl", "--silent", "--include", "--noproxy", "*", "--max-time", "120"] + options + [address]
    // A file, not a pipe: other tests start processes, which would keep the pipe open.
    let answer = "answer-\(UUID().uuidString)"
    let file = try scratch.open(answer)
    curl.standardOutput = file
    try curl.run()
    curl.waitUntilExit()
    try file.close()
    return try scratch.text(answer)
  }
}
