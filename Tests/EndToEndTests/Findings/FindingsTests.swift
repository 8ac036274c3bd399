import Diagnostics
import Testing

@Suite struct FindingsTests {
  private let page = "---\nslug: x\n---\n# Home\n\n[a](/a/)\n"

  /// A site in the folder `docs` of a repository.
  private func site(_ page: String? = nil) throws -> Folder {
    let folder = try Folder(named: "docs")
    try folder.write("", to: "../.git/HEAD")
    try folder.write("title: Test\n", to: "site.yml")
    try folder.write(page ?? self.page, to: "content/index.md")
    return folder
  }

  private func run(
    _ arguments: String..., in folder: Folder, environment: [String: String] = [:]
  ) throws -> Command.Outcome {
    try Command(arguments: arguments, folder: folder, environment: environment).run()
  }

  /// What a run printed on standard error.
  private func errors(_ outcome: Command.Outcome) -> Substring {
    outcome.console.dropFirst(outcome.output.count)
  }

  private func json(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }

  @Test func `text goes to standard error, other forms to standard output`() throws {
    let site = try site()
    let text = try run("check", "--quiet", in: site)
    #expect(text.exitCode == 1)
    #expect(text.output == "")
    #expect(errors(text).hasPrefix("content/index.md:2:1: warning: "))
    let machine = try run("check", "--quiet", "--format", "json", in: site)
    #expect(machine.exitCode == 1)
    #expect(errors(machine) == "")
    #expect(try json(machine.output)["findings"]?.array?.count == 2)
  }

  @Test func `forms for CI name files from the root of the repository`() throws {
    let site = try site()
    let gitlab = try json(try run("check", "--format", "gitlab", in: site).output)
    #expect(gitlab.array?.first?["location"]?["path"] == "docs/content/index.md")
    let github = try run("check", "--format", "github", in: site).output
    #expect(github.hasPrefix("::error file=docs/content/index.md,line=6,"))
    let sarif = try json(try run("check", "--format", "sarif", in: site).output)
    let result = sarif["runs"]?.array?.first?["results"]?.array?.first
    let place = result?["locations"]?.array?.first?["physicalLocation"]
    #expect(place?["artifactLocation"]?["uri"] == "docs/content/index.md")
  }

  @Test func `reports are files beside what is printed`() throws {
    let site = try site()
    let outcome = try run(
      "check", "--quiet", "--report", "json=a.json", "--report", "text=b.txt", in: site)
    #expect(try json(site.text("a.json"))["findings"]?.array?.count == 2)
    #expect(try site.text("b.txt") == errors(outcome))
  }

  @Test func `a report that cannot be written is exit code 2`() throws {
    let outcome = try run("check", "--quiet", "--report", "json=no/a.json", in: try site())
    #expect(outcome.exitCode == 2)
    #expect(errors(outcome).hasSuffix("cannot write 'no/a.json': No such file or directory.\n"))
  }

  @Test func `what GitHub does not show is added to the job's summary`() throws {
    let links = (1...12).map { "[a](/a\($0)/)" }.joined(separator: "\n")
    let site = try site("# Home\n\n\(links)\n")
    try site.write("before\n", to: "summary.md")
    let outcome = try run(
      "check", "--format", "github", in: site, environment: ["GITHUB_STEP_SUMMARY": "summary.md"])
    #expect(outcome.output.split(separator: "\n").count == 10)
    let summary = try site.text("summary.md")
    #expect(summary.hasPrefix("before\n### handbook: 2 more findings\n"))
    #expect(
      summary.contains("| error | docs/content/index.md:14 | no page at '/a12/' | broken-link |"))
  }

  @Test(arguments: ["json", "sarif", "gitlab"])
  func `a run that fails is one document`(format: String) throws {
    let outcome = try run("check", "--format", format, "--baseline", "none.json", in: try site())
    #expect(outcome.exitCode == 2)
    #expect(outcome.output.contains("cannot read 'none.json': No such file or directory."))
    _ = try json(outcome.output)
  }

  @Test func `findings that were written down do not fail, new ones do`() throws {
    let site = try site()
    let written = try run("check", "--write-baseline", "known.json", in: site)
    #expect(written.exitCode == 0)
    let known = try run("check", "--strict", "--baseline", "known.json", in: site)
    #expect(known.exitCode == 0)
    #expect(errors(known).contains("no errors or warnings; 2 known, not counted."))
    try site.write("new line\n\n" + "# Home\n\n[a](/a/) [b](/b/)\n", to: "content/index.md")
    let new = try run("check", "--quiet", "--baseline", "known.json", in: site)
    #expect(new.exitCode == 1)
    #expect(errors(new).split(separator: "\n").count { $0.contains("error:") } == 1)
  }

  @Test func `a baseline that is none is exit code 2`() throws {
    let site = try site()
    try site.write("{}", to: "known.json")
    let outcome = try run("check", "--baseline", "known.json", in: site)
    #expect(outcome.exitCode == 2)
    #expect(errors(outcome) == "handbook: cannot read 'known.json': it is no baseline.\n")
  }

  @Test func `an address that the published site had is missed`() throws {
    let site = try site("# Home\n")
    try site.write("# A\n", to: "content/a.md")
    #expect(try run("build", "--quiet", in: site).exitCode == 0)
    try site.write("---\nurl: /b/\n---\n# A\n", to: "content/a.md")
    let outcome = try run(
      "check", "--quiet", "--strict", "--previous", "public/handbook.json", in: site)
    #expect(outcome.exitCode == 1)
    #expect(errors(outcome).hasPrefix("content/a.md:1:1: warning: '/a/' was published before"))
  }

  @Test func `a rule is explained, a wrong one is wrong usage with the nearest`() throws {
    let site = try site()
    let right = try run("explain", "lost-url", in: site)
    #expect(right.exitCode == 0)
    #expect(right.output.hasPrefix("lost-url (warning)\n"))
    let wrong = try run("explain", "lost-urls", in: site)
    #expect(wrong.exitCode == 64)
    #expect(errors(wrong).contains("did you mean 'lost-url'?"))
    #expect(try run("explain", in: site).output.contains("\nlost-url "))
  }
}
