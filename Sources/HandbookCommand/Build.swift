import ArgumentParser
import Disk
import Handbook

/// `handbook build`: makes the site, all of it or nothing.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make the site.",
    discussion: """
      The site is put in the output folder at once when it is complete. With errors, or with \
      warnings under --strict, nothing there changes and the exit code is 1.

      Where nothing changed since the last build, and nobody touched what it made, all is left as it is \
      and the same is printed; where only bodies of pages changed, the other pages are taken over. What \
      that takes lies in .handbook/cache and may be deleted at any time.

      \(UntrustedOptions.discussion)
      """)

  @OptionGroup var options: SiteOptions

  @OptionGroup var untrusted: UntrustedOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Where to put the site (default: public in the site's folder).", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Flag(
    name: .long,
    help: "List the SHA-256 of every file in .handbook-output, for 'check --published'.")
  var manifest = false

  @Flag(
    name: .customLong("no-cache"),
    help: "Build everything anew, and leave nothing in .handbook/cache for the next build.")
  var withoutCache = false

  @Flag(name: .long, help: "Print how long each stage took, on standard error.")
  var timings = false

  func validate() throws { try untrusted.validate(beside: options) }

  func run() async throws {
    try await Run(options: options, untrusted: untrusted).finish(
      output: { output ?? $0.shownOutput }
    ) { run in
      try await run.retrying {
        let stages = timings ? Timings() : nil
        let report = try await BuildRun(
          run: run, output: output, manifest: manifest ? .digests : .paths,
          usesCache: !withoutCache, stages: stages
        ).report()
        if let stages { Console.error(stages.text) }
        return report
      }
    }
  }
}
