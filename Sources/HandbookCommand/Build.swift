import ArgumentParser
import Disk
import Handbook

/// `handbook build`: makes the site, all of it or nothing.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the site.",
    discussion: """
      The site is put in the output folder at once when it is complete. With errors, or with \
      warnings under --strict, nothing there changes and the exit code is 1.

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

  @Flag(name: .long, help: "Print how long each stage took, on standard error.")
  var timings = false

  func validate() throws { try untrusted.validate(beside: options) }

  func run() async throws {
    try await Run(options: options, untrusted: untrusted).finish { run in
      try await run.retrying {
        let stages = timings ? Timings() : nil
        stages?.begin("listing")
        try run.untrusted?.check(output: output)
        var (sources, build) = try run.listed()
        build.begins = { stages?.begin($0.rawValue) }
        let publication = try Publication(
          of: run.site, to: output, manifest: manifest ? .digests : .paths, patience: .seconds(10))
        let report = try await run.compiled(sources, build, into: publication.output)
        stages?.begin("publish")
        if !run.fails(report) { try publication.publish() }
        if let stages { Console.error(stages.text) }
        return report
      }
    }
  }
}
