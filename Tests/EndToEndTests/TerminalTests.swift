import Foundation
import Testing

/// A site with one broken link.
private func site() throws -> Folder {
  let folder = try Folder()
  try folder.write("title: T\n", to: "site.yml")
  try folder.write("# Home\n\n[x](/x/)\n", to: "content/index.md")
  return folder
}

/// What a command prints on a terminal of its own, where somebody types `answers`.
func onTerminal(
  _ arguments: String, in folder: Folder, _ environment: [String: String],
  typing answers: String = ""
) throws -> String {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["script", "-qec", "\(Command.binary) \(arguments)", "/dev/null"]
  process.currentDirectoryURL = folder.url
  process.environment = ProcessInfo.processInfo.environment
    .filter { !["NO_COLOR", "TERM"].contains($0.key) }.merging(environment) { $1 }
  let output = try folder.open("printed")
  process.standardOutput = output
  let typed = Pipe()
  process.standardInput = typed
  try process.run()
  try typed.fileHandleForWriting.write(contentsOf: Data(answers.utf8))
  try typed.fileHandleForWriting.close()
  process.waitUntilExit()
  try output.close()
  return try folder.text("printed")
}

@Test func `colours come to a terminal alone, and not where nobody wants them`() throws {
  let folder = try site()
  let plain = try Command(arguments: ["check"], folder: folder).run().console
  #expect(!plain.contains("\u{1B}"))
  let coloured = try onTerminal("check", in: folder, ["TERM": "xterm"])
  #expect(coloured.contains("\u{1B}[1;31merror:\u{1B}[0m no page at '/x/'"))
  for environment in [["TERM": "dumb"], ["TERM": "xterm", "NO_COLOR": "1"]] {
    let printed = try onTerminal("check", in: folder, environment)
    #expect(printed.contains("error: no page at '/x/' [broken-link]"))
    #expect(!printed.contains("\u{1B}"))
  }
}

@Test func `--quiet leaves findings alone, on a terminal too`() throws {
  let folder = try site()
  let printed = try onTerminal("check --quiet", in: folder, ["TERM": "dumb"])
  #expect(printed.contains("[broken-link]"))
  #expect(!printed.contains("note:"))
  #expect(!printed.contains("pages as of"))
}

@Test func `a build says where the site is, seen from where one stands`() throws {
  let folder = try Folder()
  try folder.write("title: T\nurl: https://x.example\n", to: "site.yml")
  try folder.write("# Home\n", to: "content/index.md")
  let usual = try Command(arguments: ["build"], folder: folder).run()
  #expect(usual.console.hasSuffix("no errors or warnings. The site is in public.\n"))
  let named = try Command(arguments: ["build", "--output", "out/site"], folder: folder).run()
  #expect(named.console.hasSuffix(" The site is in out/site.\n"))
  let below = try Command(arguments: ["build"], folder: folder, through: ["env", "-C", "content"])
    .run()
  #expect(below.console.hasSuffix(" The site is in \(folder.url.path)/public.\n"))
  let checked = try Command(arguments: ["check"], folder: folder).run()
  #expect(checked.console.hasSuffix("no errors or warnings.\n"))
}

@Test(arguments: ["bash", "zsh", "fish"])
func `completions know the commands`(shell: String) throws {
  let folder = try Folder()
  let outcome = try Command(arguments: ["completions", shell], folder: folder).run()
  #expect(outcome.exitCode == 0)
  #expect(outcome.output.contains("where-used"))
}

@Test func `a shell completes the kinds of the handbook that one stands in`() throws {
  let folder = try Folder()
  let asks = ["---completion", "list", "--", "positional@0", "2", "0", "handbook", "list", ""]
  #expect(try Command(arguments: asks, folder: folder).run().output == "")
  try folder.write("title: T\nkinds: {service: {}, role: {}}\n", to: "site.yml")
  let outcome = try Command(arguments: asks, folder: folder).run()
  #expect(outcome.output.split(separator: "\n") == ["service", "role", "page"])
}

@Test func `completions of another shell are wrong usage`() throws {
  let folder = try Folder()
  #expect(try Command(arguments: ["completions", "csh"], folder: folder).run().exitCode == 64)
}

@Test func `doctor looks at the handbook's folder, and says how to get what is missing`() throws {
  let folder = try site()
  let outcome = try Command(
    arguments: ["doctor"], folder: folder, environment: ["PATH": "/nowhere", "LC_ALL": "C"]
  ).run()
  #expect(outcome.exitCode == 0, "\(outcome.console)")
  #expect(outcome.output.contains("good     the handbook in "))
  #expect(outcome.output.contains("lacking  git: keeps"))
  #expect(outcome.output.contains("         sudo apt-get install git\n"))
  #expect(outcome.output.contains("export LANG=C.UTF-8"))
  let none = try Command(arguments: ["doctor"], folder: try Folder()).run()
  #expect(none.output.contains("handbook init FOLDER"))
}

@Test func `--version names the program and its Markdown parser`() throws {
  let outcome = try Command(arguments: ["--version"], folder: try Folder()).run()
  #expect(outcome.output.contains(/^\d+\.\d+\.\d+\S*\ncmark-gfm \d/))
}

@Test func `help groups the commands`() throws {
  let help = try Command(arguments: ["help"], folder: try Folder()).run().output
  for group in ["EVERY DAY", "PUBLISH", "THIS MACHINE"] {
    #expect(help.uppercased().contains(group), "\(help)")
  }
}

@Test func `a build prints how long each stage took where that is asked for`() throws {
  let folder = try site()
  try folder.write("# Home\n", to: "content/index.md")
  let outcome = try Command(arguments: ["build", "--timings", "--quiet"], folder: folder).run()
  #expect(outcome.output == "")
  let names = outcome.console.split(separator: "\n").map { $0.prefix { $0 != " " } }
  let stages = ["survey", "assets", "bodies", "join", "pages", "files"]
  #expect(names.map(String.init) == ["listing"] + stages + ["publish", "in"])
  #expect(try !Command(arguments: ["build"], folder: folder).run().console.contains("survey"))
}

@Test func `an answer that cannot be written to its end is none`() throws {
  let folder = try site()
  try folder.write("# Home\n", to: "content/index.md")
  let full = ["sh", "-c", "\"$@\" > /dev/full", "sh"]
  for arguments in [["check", "--format", "json"], ["list"], ["explain"]] {
    let outcome = try Command(arguments: arguments, folder: folder, through: full).run()
    #expect(outcome.exitCode == 2, "\(arguments)")
    #expect(outcome.console.contains("cannot write 'standard output': No space left on device."))
  }
  let gone = ["sh", "-c", "\"$@\" >&-", "sh"]
  #expect(try Command(arguments: ["list"], folder: folder, through: gone).run().exitCode == 0)
}

@Test func `a report goes to standard output where that is asked for, and never into the output`()
  throws
{
  let folder = try site()
  try folder.write("# Home\n", to: "content/index.md")
  let answered = try Command(
    arguments: ["build", "--quiet", "--report", "json=-"], folder: folder
  ).run()
  #expect(answered.exitCode == 0 && answered.output.hasPrefix("{"), "\(answered.console)")
  for path in ["public/r.json", "./public/none/r.json", folder.url.path + "/public/r.json"] {
    let refused = try Command(arguments: ["build", "--report", "json=" + path], folder: folder)
      .run()
    #expect(refused.exitCode == 64, "\(path)")
    #expect(refused.console.contains("would lie in the output"))
  }
  let beside = try Command(arguments: ["build", "--report", "json=public.json"], folder: folder)
    .run()
  #expect(beside.exitCode == 0, "\(beside.console)")
}

@Test func `a register may be a folder beside the content`() throws {
  let folder = try site()
  try folder.write("title: T\nregistry: registry/\n", to: "site.yml")
  try folder.write("# Home\n", to: "content/index.md")
  try folder.write("organisations:\n- id: org-a\n  name: Org A\n", to: "registry/a.yml")
  try folder.write("notes", to: "registry/README.txt")
  let run = { try Command(arguments: ["build", "--as-of", "2026-01-01"], folder: folder).run() }
  let first = try run()
  #expect(first.exitCode == 0, "\(first.console)")
  #expect(try folder.text("public/registry/organisations/org-a/index.html").contains("Org A"))
  #expect(!FileManager.default.fileExists(atPath: folder.url.path + "/public/registry/a.yml"))
  try folder.write("organisations:\n- id: org-b\n  nmae: Org B\n", to: "registry/b.yml")
  #expect(try run().console.contains("registry/b.yml:3:3:"))
}
