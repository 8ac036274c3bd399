import ArgumentParser
import Disk
import Handbook

/// `handbook schema`: tells editors what may be written.
struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Write JSON Schema, so that editors complete and check while you type.",
    discussion: """
      Writes one schema each for site.yml, the register, the private file of people, and for the \
      front matter of each kind of page, to \(EditorSettings.folder) beside site.yml. Run it again \
      when site.yml declares other kinds.

      VS Code with the YAML extension is told of them by \(EditorSettings.path), which is made \
      where it is not there. docs/kinds.md tells what other editors need.
      """)

  @OptionGroup var options: ImpactOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to write them; then no settings are made.", valueName: "dir"))
  var output: String?

  func run() async throws {
    try await options.run { folder, build in
      let data = try await PageData(try HandbookSources(of: folder), build)
      let path = output ?? "\(folder.path)/\(EditorSettings.folder)"
      for schema in data.schemas { try FilledFolder(path).write(schema.text, to: schema.path) }
      let shown = output ?? EditorSettings.folder
      Console.output(data.schemas.map { Printable.text("\(shown)/\($0.path)") + "\n" }.joined())
      if output == nil { try wire(data, folder) }
    }
  }

  /// Makes the settings of VS Code, or tells what is to be added to those that are there.
  private func wire(_ data: PageData, _ folder: SiteFolder) throws {
    let settings = EditorSettings(data)
    let path = "\(folder.path)/\(EditorSettings.path)"
    guard let bytes = try NamedFile(path).readIfThere() else {
      let extensions = EditorSettings.extensions
      try FilledFolder(folder.path).write(settings.text, to: EditorSettings.path)
      try FilledFolder(folder.path).write(extensions.text, to: extensions.path)
      Console.output("\(EditorSettings.path)\n")
      return
    }
    let written = String(decoding: bytes, as: UTF8.self)
    if settings.schemas.allSatisfy(written.contains) { return }
    Console.error(
      "note: \(EditorSettings.path) does not name all schemas; these are to be in it:\n\(settings.text)"
    )
  }
}
