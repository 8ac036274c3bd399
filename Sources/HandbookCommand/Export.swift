import ArgumentParser
import Diagnostics
import Disk
import Handbook

/// `handbook export`: the handbook in forms other than a site.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Make a file of the handbook for other uses than the web.",
    subcommands: [ExportPDF.self])
}

/// `handbook export pdf`: the handbook on paper.
struct ExportPDF: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pdf",
    abstract: "Make a PDF file of the whole handbook, or of a part of it.",
    discussion: """
      It has a cover, contents, the day and a page number on each sheet, and links that lead to their \
      pages in it. Pages stand in the order of the menu; what 'print' in site.yml names under \
      'always', such as a glossary, is in every part. With errors nothing is made. Needs WeasyPrint \
      (on Debian: sudo apt-get install weasyprint); a few hundred pages take it a minute or two.
      """)

  @OptionGroup var options: SiteOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The page at and below which pages are taken, such as /services/ (default: all).",
      valueName: "path"))
  var section: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The file to make (default: one named as the handbook, in the current folder).",
      valueName: "file"))
  var output: String?

  func run() async throws {
    try await Run(options: options).finish { run in
      try await run.retrying {
        let press = try PaperPress(for: run.site, in: Environment.temporaryFolder)
        var (sources, build) = try run.listed()
        build.book = BookRequest(section: section)
        let report = try await run.compiled(sources, build, into: press.pictures)
        if let book = report.book, !run.fails(report) {
          let path = output ?? book.name + ".pdf"
          if !options.quiet {
            Console.error("\(book.pageCount) pages of the handbook are laid out on paper …\n")
          }
          try press.press(book, to: path)
          if !options.quiet { Console.error("made \(Printable.text(path))\n") }
        }
        return report
      }
    }
  }
}
