import ArgumentParser
import Diagnostics
import Disk
import Handbook

/// `handbook where-used`: lists what links to a page.
struct WhereUsed: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "where-used",
    abstract: "List every link to a page, or to an anchor on it, with its place.",
    discussion: """
      The page is named by its address or its file: '/roles/lead/', 'roles/lead' or \
      'content/roles/lead.md', with '#anchor' for a part of it. A link that a template prints is \
      listed where it is written.
      """)

  /// How links can be listed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var options: ImpactOptions

  @Option(name: .long, help: "How to list the links: text or json.")
  var format = Format.text

  @Argument(
    help: ArgumentHelp("The page, by address or file.", valueName: "page[#anchor]"),
    completion: .file())
  var page: String

  func run() async throws {
    try await options.run { folder, build in
      var build = build
      build.keepsLinks = true
      let report = try await compile(try HandbookSources(of: folder), build, into: NoOutput())
      guard let linked = report.linked else { return }
      let query = try linked.query(folder.pageName(page))
      let uses = linked.uses(of: query)
      if let remark = query.remark { Console.error("note: \(Printable.text(remark))\n") }
      switch format {
      case .text:
        var regions = Regions()
        Console.output(
          uses.map { "\(regions.line(of: $0.place)): \(Printable.text($0.written))\n" }.joined())
        let count = uses.count == 1 ? "1 link" : "\(uses.isEmpty ? "no" : "\(uses.count)") links"
        let target = query.url + (query.fragment.map { "#" + $0 } ?? "")
        Console.error("\(count) to \(Printable.text(target))\n")
      case .json: Console.output(document(query, uses).text(linesTo: 2))
      }
    }
  }

  private func document(_ query: UsageQuery, _ uses: [WrittenLink]) -> JSON {
    var regions = Regions()
    let links = uses.map { link -> JSON in
      let region = regions.region(of: link.place)
      return [
        "kind": .string(link.kind.rawValue), "file": .string(link.place.file.path),
        "line": .integer(region.start.line), "column": .integer(region.start.column),
        "endLine": .integer(region.end.line), "endColumn": .integer(region.end.column),
        "written": .string(link.written), "anchor": .string(link.fragment),
      ]
    }
    return [
      "schemaVersion": "1", "page": .string(query.url),
      "anchor": query.fragment.map { .string($0) } ?? .null, "links": .array(links),
    ]
  }
}
