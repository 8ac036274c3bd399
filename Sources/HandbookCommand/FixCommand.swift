import ArgumentParser
import Diagnostics
import Disk
import Handbook

/// `handbook fix`: applies the repairs that findings carry.
struct FixCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: "Repair what findings know the repair of.",
    discussion: """
      What is surely meant is written at once, such as a link without the base path that was typed. \
      What is only likely, such as the page with the nearest name, is asked about on a terminal, \
      and written without a question under --yes.
      """)

  @OptionGroup var options: ImpactOptions

  @Flag(name: .long, help: "Write what is only likely too, without asking.")
  var yes = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The handbook.json of the site as published, to add lost addresses as aliases.",
      valueName: "file"), completion: .file())
  var previous: String?

  func run() async throws {
    try await options.run { folder, build in
      let sources = try HandbookSources(of: folder)
      var build = build
      build.previous = try SiteRun.read(previous, PreviousSite.init(parsing:))
      let report = try await compile(sources, build, into: NoOutput())
      var edits: [String: [TextEdit]] = [:]
      var files: [String: SourceFile] = [:]
      var open = 0
      var regions = Regions()
      for finding in report.findings {
        guard let fix = try Self.repair(of: finding, in: sources) else { continue }
        guard fix.isCertain || yes || isConfirmed(finding, fix, &regions) else {
          open += 1
          continue
        }
        let file = finding.place.file
        files[file.path] = file
        edits[file.path, default: []].append(TextEdit(fix.range, fix.replacement))
        Console.output("\(description(of: finding, fix, &regions))\n")
      }
      let contents = edits.reduce(into: [String: [UInt8]]()) { contents, entry in
        contents[entry.key] = files[entry.key]?.bytes.applying(entry.value)
      }
      try SourceChanges(in: sources, contents: contents).write(to: folder)
      let count = edits.values.reduce(0) { $0 + $1.count }
      Console.error(
        "\(count == 0 ? "nothing" : "\(count)") repaired"
          + (open == 0 ? "" : "; \(open) more with --yes, or when confirmed on a terminal") + "\n")
      let left = try report.counted.count { try Self.repair(of: $0, in: sources) == nil }
      if left > 0 {
        Console.error(
          "\(left) \(left == 1 ? "finding needs" : "findings need") a person: 'handbook check' tells\n"
        )
      }
    }
  }

  /// The repair that a finding carries, where it stands in a file of this site: those of a base, and a file of people
  /// outside the site, are repaired where they are kept.
  private static func repair(of finding: Diagnostic, in sources: HandbookSources) throws -> Fix? {
    guard let fix = finding.fix else { return nil }
    return try sources.own.find(finding.place.file.path) == nil ? nil : fix
  }

  private func description(of finding: Diagnostic, _ fix: Fix, _ regions: inout Regions) -> String {
    let old = String(decoding: finding.place.file.bytes[fix.range], as: UTF8.self)
    return "\(regions.line(of: finding.place)): \(old.isEmpty ? "+" : "'\(Printable.line(old))'")"
      + " → '\(Printable.line(fix.replacement))'"
  }

  /// Asks the person at the terminal; nobody there says no.
  private func isConfirmed(_ finding: Diagnostic, _ fix: Fix, _ regions: inout Regions) -> Bool {
    guard Terminal.hasPerson else { return false }
    Console.error("\(description(of: finding, fix, &regions))? [y/N] ")
    return readLine()?.lowercased().hasPrefix("y") ?? false
  }
}
