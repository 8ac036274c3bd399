import ArgumentParser
import Disk
import Handbook
import Starter

/// `handbook init`: makes a new handbook.
struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a new handbook, or make one of pages that you have.",
    discussion: """
      The folder is made, or must be empty. The new handbook is small and complete: a home page, a \
      service, a role, a process, a register with one organisation, and all that publishing takes.

      With --from, it is made of the Markdown files in another folder instead: a site of Eleventy, or \
      plain folders. Pages and the files beside them are copied as they are, and keep their \
      addresses; a README becomes its folder's page where there is no other, and links follow. What is wrong with them is written to \(Takeover.baseline) as known, and what was not \
      understood to \(Takeover.report).
      """)

  @Option(name: .long, help: "What the handbook is called (default: after the folder's name).")
  var title: String?

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("A folder of Markdown files to make the handbook of.", valueName: "dir"),
    completion: .directory)
  var origin: String?

  @Argument(help: ArgumentHelp("The new folder.", valueName: "dir"), completion: .directory)
  var folder: String

  func validate() throws {
    guard title == nil || origin == nil else {
      throw ValidationError("with --from, the title is that of the pages; change it in site.yml")
    }
    guard title?.contains(where: { !$0.isWhitespace }) ?? true else {
      throw ValidationError("--title is empty; leave it out to call the handbook after its folder")
    }
  }

  func run() async throws {
    do {
      let source = try origin.map { try SiteFolder.any($0) }
      if let source { try Self.refuse(folder, inside: source) }
      let target = if let source { try await takeOver(source) } else { try begin() }
      try await Self.addEditorHelp(to: target)
      Console.output(nextSteps)
    } catch let error as ValidationError {
      throw Run.wrongUsage(error.message)
    } catch {
      Console.error("handbook: \(Failure.sentence(for: error))\n")
      throw Run.couldNotRun
    }
  }

  private var isHere: Bool { folder == "." }
  private var shownFolder: String { isHere ? "this folder" : "'\(Printable.text(folder))'" }

  private var nextSteps: String {
    let known = origin == nil ? "" : " --baseline \(Takeover.baseline)"
    return (isHere ? "" : "  cd \(Printable.shellWord(folder))\n") + """
        handbook serve     show it in your browser while you edit it
        handbook check\(known)     tell what is wrong

      """
  }

  private static func write(_ files: [NewFile], to target: NewFolder) throws {
    for file in files { try target.write(Array(file.text.utf8), to: file.path) }
  }

  /// Schemas of what may be written, and what tells editors of them.
  private static func addEditorHelp(to target: NewFolder) async throws {
    let site = try SiteFolder.find(target.path)
    let options = BuildOptions(
      asOf: try Clock.today(), url: nil, includesDrafts: true, workers: Machine.processors)
    let data = try await PageData(try DiskSources(of: site), options)
    let schemas = data.schemas.map { NewFile("\(EditorSettings.folder)/\($0.path)", $0.text) }
    let extensions = EditorSettings.extensions
    try write(
      schemas + [
        NewFile(EditorSettings.path, EditorSettings(data).text),
        NewFile(extensions.path, extensions.text),
      ], to: target)
  }

  private func begin() throws -> NewFolder {
    let target = try NewFolder(folder)
    let title = title ?? NewHandbook.title(of: target.name)
    try Self.write(NewHandbook(title: title, day: try Clock.today()).files, to: target)
    Console.output("A new handbook is in \(shownFolder). What now:\n")
    return target
  }

  private func takeOver(_ source: SiteFolder) async throws -> NewFolder {
    let sources = try DiskSources(everythingIn: source)
    let takeover = try Takeover(sources, name: source.name)
    guard takeover.pageCount > 0 else {
      throw ValidationError(
        "the folder that --from names has no page, which is a Markdown file such as 'index.md'")
    }
    let target = try NewFolder(folder)
    for copy in takeover.copies {
      try target.write(try copy.contents ?? sources.read(copy.entry), to: copy.path)
    }
    try Self.write(takeover.files, to: target)
    let made = try SiteFolder.find(target.path)
    let options = BuildOptions(
      asOf: try Clock.today(), url: nil, includesDrafts: true, workers: Machine.processors)
    let found = try await compile(try DiskSources(of: made), options, into: NoOutput()).findings
    try Self.write(
      [NewFile(Takeover.baseline, Baseline(found).text), takeover.report(of: found)], to: target)
    Console.output(
      """
      A handbook of \(takeover.copied) is now in \(shownFolder).
      \(Takeover.report) tells what was not understood (\(takeover.remarks.count)), and \(Takeover.baseline) holds what is wrong (\(found.count)).
      What now:

      """)
    return target
  }

  /// The copy would be a part of what is copied.
  private static func refuse(_ folder: String, inside source: SiteFolder) throws {
    guard source.holds(folder) else { return }
    throw ValidationError("'\(folder)' lies in the folder that --from names; name one outside it")
  }
}
