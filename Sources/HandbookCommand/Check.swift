import ArgumentParser
import Disk
import Handbook

/// `handbook check`: tells what is wrong, and writes nothing.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell what is wrong with the site, and write nothing.",
    discussion: """
      With --external, other sites are asked too whether what is linked to is there: each at most \
      once a second, as its robots.txt allows. Answers are kept for a week in \
      .handbook/external-links.json.

      With --published, a copy of the site as it was published is looked at instead: every file must \
      have the bytes that 'build --manifest' listed, and no other may be there.

      \(UntrustedOptions.discussion)
      """)

  @OptionGroup var options: SiteOptions

  @OptionGroup var untrusted: UntrustedOptions

  @Flag(name: .long, help: "Look at links to other sites too; that takes a while.")
  var external = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Hold a published copy against what was built, and look at nothing else.", valueName: "dir"))
  var published: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The .handbook-output to hold it against (default: the one in the copy).", valueName: "file"))
  var manifest: String?

  func validate() throws {
    if manifest != nil, published == nil {
      throw ValidationError("'--manifest' tells what '--published' is held against: name both")
    }
    try untrusted.validate(beside: options)
    guard untrusted.untrusted else { return }
    if external {
      throw ValidationError(
        "'--external' cannot go with '--untrusted': an untrusted run asks no other sites")
    }
    if published != nil {
      throw ValidationError(
        "'--published' cannot go with '--untrusted': it looks at no change, only at a copy")
    }
  }

  func run() async throws {
    if let published {
      return try PublishedRun(path: published, manifest: manifest, options: options).finish()
    }
    try await Run(options: options, untrusted: untrusted).finish { run in
      try await run.retrying {
        var (sources, build) = try run.listed()
        if external {
          build.external = try await OtherSites(run.site, isQuiet: options.quiet)
            .answers(sources, build)
        }
        return try await run.compiled(sources, build, into: NoOutput())
      }
    }
  }
}
