import ArgumentParser

/// `handbook adapt`: keeps a handbook that adapts another beside its base.
struct AdaptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adapt",
    abstract: "Keep a handbook that adapts another beside its base.",
    discussion: """
      'extends' in site.yml names the base; handbook.lock pins it, with a hash for each page and \
      section. 'status' tells what a newer base changed, 'diff' shows what changed in both, \
      'update' moves the pin, and 'resolve' writes the whole handbook out as plain files.

      Such as:
        handbook adapt status
        handbook adapt status --to v1.5.0
        handbook adapt diff content/executive/index.md
        handbook adapt update --accept content/executive/index.md
        handbook adapt resolve ../plain
      """,
    subcommands: [AdaptStatus.self, AdaptDiff.self, AdaptUpdate.self, AdaptResolve.self])
}

/// Which base is compared with what is pinned.
struct BaseVersion: ParsableArguments {
  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "For a base in git: this version in place of the one in site.yml.", valueName: "version"))
  var version: String?

  @Flag(name: .long, help: "For a base in git: look at the copy that is here, and ask nobody.")
  var offline = false

  func validate() throws {
    if offline, version != nil {
      throw ValidationError("'--to' asks for another version, which '--offline' cannot fetch")
    }
    if let version, version.isEmpty || version.hasPrefix("-") {
      throw ValidationError("'\(version)' is no version: write a tag, a branch or a commit")
    }
  }
}
