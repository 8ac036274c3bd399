import ArgumentParser
import Disk
import Handbook

/// `handbook check`: tells what is wrong, and writes nothing.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what is wrong with the site, and write nothing.")

  @OptionGroup var options: SiteOptions

  func run() async throws {
    try await Run(options: options).finish { run in
      try await run.retrying {
        try await compile(try DiskSources(of: run.site), run.build, into: NoOutput())
      }
    }
  }
}
