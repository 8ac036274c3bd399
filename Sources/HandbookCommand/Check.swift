import ArgumentParser
import Disk
import Handbook

/// `handbook check`: tells what is wrong, and writes nothing.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what is wrong with the site, and write nothing.",
    discussion: """
      With --external, other sites are asked too whether what is linked to is there: each at most \
      once a second, as its robots.txt allows. Answers are kept for a week in \
      .handbook/external-links.json.
      """)

  @OptionGroup var options: SiteOptions

  @Flag(name: .long, help: "Look at links to other sites too; that takes a while.")
  var external = false

  func run() async throws {
    try await Run(options: options).finish { run in
      try await run.retrying {
        let sources = try DiskSources(of: run.site)
        var build = run.build
        if external {
          build.external = try await OtherSites(run.site, isQuiet: options.quiet)
            .answers(sources, build)
        }
        return try await run.compiled(sources, build, into: NoOutput())
      }
    }
  }
}
