import Foundation
import Glibc
import Testing

/// The limits of an untrusted run, on the process itself.
@Suite struct ConfinementTests {
  @Test func `an untrusted run has limits, and may start nothing`() throws {
    let request = try PullRequest()
    // A pipe where the base's settings are makes the run wait, so that it can be looked at.
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    try request.folder.write("title: T\n", to: "known.json")
    let pipe = request.folder.url.appending(path: "waiting").path
    #expect(mkfifo(pipe, 0o666) == 0)
    process.arguments = [
      Command.binary, "check", "--untrusted", "--base", "base", "--site", "change", "--baseline",
      "waiting",
    ]
    process.currentDirectoryURL = request.folder.url
    process.standardError = FileHandle.nullDevice
    try process.run()
    // Opening it waits until the run has opened it too.
    let end = open(pipe, O_WRONLY)
    defer { close(end) }
    let number = process.processIdentifier
    let limits = try String(contentsOfFile: "/proc/\(number)/limits", encoding: .utf8)
    let status = try String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)
    for (name, most) in [
      ("Max cpu time", 300), ("Max file size", 256 << 20), ("Max core file size", 0),
      ("Max open files", 64), ("Max address space", 4 << 30),
    ] {
      let line = limits.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
      let soft = line.dropFirst(name.count).split(separator: " ").first.flatMap { Int($0) }
      #expect(soft.map { $0 <= most } == true, "\(line)")
    }
    #expect(status.contains("Seccomp:\t2") && status.contains("NoNewPrivs:\t1"), "\(status)")
    process.terminate()
    process.waitUntilExit()
  }

  @Test func `a run that is out of time ends with a sentence and code 2`() throws {
    let request = try PullRequest()
    #expect(try request.run("build").exitCode == 0)
    let before = try request.output
    for page in 0..<40 {
      try request.change(
        "content/\(page).md",
        "{% for a in (1..600) %}{% for b in (1..700) %}{% endfor %}{% endfor %}\n")
    }
    let outcome = try request.run("build", through: ["prlimit", "--cpu=1:30"])
    #expect(outcome.exitCode == 2, "\(outcome.console)")
    #expect(
      outcome.console.contains("takes more memory or time than an untrusted run may have"),
      "\(outcome.console)")
    #expect(try request.output == before)
    let document = try request.run("check", "--format", "json", through: ["prlimit", "--cpu=1:30"])
    #expect(document.exitCode == 2)
    let read = try JSONSerialization.jsonObject(with: Data(document.output.utf8))
    #expect(((read as? [String: Any])?["error"] as? String)?.contains("memory or time") == true)
  }

  @Test func `a run that is out of memory ends with a sentence and code 2`() throws {
    let request = try PullRequest()
    // Fonts are read whole, and compared with what the branch has.
    let font = Data(repeating: 7, count: 60 << 20)
    for place in ["base", "change"] {
      try Tree.write(font, to: request.folder.url.appending(path: "\(place)/assets/font.woff2"))
    }
    let outcome = try request.run("build", through: ["prlimit", "--as=150000000"])
    #expect(outcome.exitCode == 2, "\(outcome.console)")
    #expect(
      outcome.console.contains("takes more memory or time than an untrusted run may have"),
      "\(outcome.console)")
    #expect(try request.output == .nothing)
  }

  @Test func `a run that may write no large files publishes nothing`() throws {
    let request = try PullRequest()
    let outcome = try request.run("build", through: ["prlimit", "--fsize=100"])
    #expect(outcome.exitCode == 2, "\(outcome.console)")
    #expect(outcome.console.contains("File too large"), "\(outcome.console)")
    #expect(try request.output == .nothing)
  }
}
