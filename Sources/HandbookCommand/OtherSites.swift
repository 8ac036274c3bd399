import Disk
import Handbook
import WebCheck

/// What other sites say of the links to them: asked for now, or kept from some days ago.
struct OtherSites {
  private let cache: WorkingFile
  private let isQuiet: Bool

  init(_ site: SiteFolder, isQuiet: Bool) {
    cache = WorkingFile("external-links.json", of: site)
    self.isQuiet = isQuiet
  }

  /// The answers for all links of the site to others; those of the web are asked that are not known.
  func answers(
    _ sources: any SourceTree, _ build: BuildOptions
  ) async throws -> [String: ExternalAnswer] {
    var build = build
    build.keepsLinks = true
    let report = try await compile(sources, build, into: NoOutput())
    let urls = report.linked.map { ExternalLinks(of: $0).urls } ?? []
    let today = try Clock.today()
    var kept = AnswerCache(parsing: cache.read() ?? [])
    let known = kept.answers(on: today)
    let open = urls.filter { known[$0] == nil }
    if !isQuiet, !open.isEmpty {
      Console.error(
        "note: asking other sites for \(open.count) of \(urls.count) links, "
          + "each at most once a second\n")
    }
    let check = ExternalCheck(
      version: ProgramVersion.current.description, environment: Surroundings.forNetwork)
    let answers = try check.ask(open) { count in
      guard !isQuiet, Console.isTerminal else { return }
      Console.error("\r\(count)/\(open.count)" + (count == open.count ? "\n" : ""))
    }
    kept.take(answers, on: today, of: urls)
    // A folder that nobody may write costs the next run its time, nothing else.
    try? cache.write(kept.text)
    return known.merging(answers) { $1 }
  }
}
