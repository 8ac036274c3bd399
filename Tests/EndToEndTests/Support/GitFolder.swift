import Foundation
import Testing

extension Folder {
  /// Runs git in the folder, as somebody, at a time, and wants it to succeed.
  func git(_ arguments: String..., date: String = "2026-01-01T12:00:00Z") throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["git", "-C", url.path, "-c", "user.name=N", "-c", "user.email=n@x.example"] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging([
      "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date,
    ]) { $1 }
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}
