import ArgumentParser
import Disk
import Handbook

/// `handbook adapt resolve`: the handbook as plain files, without a base.
struct AdaptResolve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Write the handbook out as plain files, put together from the base and its own.",
    discussion: """
      The folder must be new or empty. The same sources make the same files. What differed from the \
      base, and why, is kept in content/adaptations.md. 'check' may warn there of what it lets pass \
      in pages of a base.
      """)

  @OptionGroup var options: ImpactOptions

  @Argument(help: "The folder to write into.")
  var folder: String

  func run() async throws {
    try await options.run { site, build in
      let files = try await ResolvedFiles(HandbookSources(of: site), build).files
      let new: NewFolder
      do throws(NewFolderRefusal) {
        new = try NewFolder(folder)
      } catch {
        throw ValidationError(error.description)
      }
      for file in files { try new.write(file.bytes, to: file.path) }
      Console.output("\(files.count) files in \(Printable.text(new.path))\n")
    }
  }
}
