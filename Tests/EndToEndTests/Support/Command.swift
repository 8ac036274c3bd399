import Foundation

/// The `handbook` command as people run it: the built binary in a process of its own.
struct Command {
  /// What a run gave.
  struct Outcome {
    /// What it printed, on standard output and standard error together.
    var console: String
    /// What it printed on standard output alone.
    var output: String
    var exitCode: Int32
  }

  var arguments: [String]
  /// The folder to run it in.
  var folder: Folder
  /// Set in place of the environment's own.
  var environment: [String: String] = [:]
  /// What the command is started through, such as `setpriv` and its options.
  var through: [String] = []

  /// The binary, which lies beside the tests.
  static let binary =
    Bundle.main.executableURL?.deletingLastPathComponent()
    .appending(path: "handbook").path ?? "handbook"

  /// Runs it to its end.
  func run() throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = through + [Self.binary] + arguments
    process.currentDirectoryURL = folder.url
    process.environment = ProcessInfo.processInfo.environment
      .filter { !["SOURCE_DATE_EPOCH", "NO_COLOR", "TZ"].contains($0.key) }
      .merging(environment) { $1 }
    // Files, not pipes: nobody has to read while it runs. Both streams append to `console`.
    let scratch = try Folder()
    let console = try scratch.open("console")
    let output = try scratch.open("output")
    process.standardError = console
    process.standardOutput = output
    try process.run()
    process.waitUntilExit()
    try console.close()
    try output.close()
    let printed = try scratch.text("output")
    return Outcome(
      console: printed + (try scratch.text("console")), output: printed,
      exitCode: process.terminationStatus)
  }
}
