import Digest
import Disk
import Handbook

/// One run of `build`: the site is made anew, or left as the last build made it where nothing changed.
struct BuildRun {
  let run: SiteRun
  /// Where to put the site; `nil` for `public`.
  let output: String?
  let manifest: ManifestDetail
  /// Whether what the last build left behind is looked at, and this one leaves something.
  let usesCache: Bool
  let stages: Timings?
  private let graphviz: Graphviz

  init(
    run: SiteRun, output: String?, manifest: ManifestDetail, usesCache: Bool, stages: Timings?
  ) {
    (self.run, self.output, self.manifest) = (run, output, manifest)
    (self.usesCache, self.stages) = (usesCache, stages)
    graphviz = Graphviz(run.site, cache: usesCache ? .keeps : .none)
  }

  /// How long to wait for another build of the same output.
  private static let patience = Duration.seconds(10)

  /// The site's report: what is found where nothing changed, or the site made and put in its place where
  /// nothing keeps it from being published.
  func report() async throws -> BuildReport {
    stages?.begin("listing")
    try run.untrusted?.check(output: output)
    for path in run.reportPaths where try run.site.isInOutput(path, output) {
      throw MisplacedReport(path: path)
    }
    let listed = CoarseClock.before
    var (sources, build) = try run.listed(graphviz)
    build.begins = { [stages] in stages?.begin($0.rawValue) }
    var claim = try OutputClaim(of: run.site, to: output, patience: Self.patience)
    guard usesCache, let key = run.key(manifest) else {
      return try await made(sources, build, claim)
    }
    let cache = BuildCache(for: claim)
    build.keepsPages = key
    var last = cache.read().flatMap(BuildRecord.init)
    if let kept = last {
      stages?.begin("compare")
      // The output first: that takes least, and tells the build too that nobody added anything.
      if claim.holds(OutputFacts(kept: kept.output)), kept.key == key, isSaidAgain(kept) {
        if let report = await taken(kept, sources) {
          stages?.remark("Nothing changed since the last build, and what it made was taken over.")
          return report
        }
        build.earlier = pages(kept, sources, cache)
      } else {
        last = nil
      }
    }
    return try await made(sources, build, claim, key: key, listed: listed, for: cache, over: last)
  }

  /// Whether other programs say today what they said then.
  private func isSaidAgain(_ kept: BuildRecord) -> Bool {
    run.git.says(kept.git) && (kept.graphviz == nil || kept.graphviz == graphviz.version)
  }

  /// What came of the last build, where this one would read the same.
  private func taken(_ kept: BuildRecord, _ sources: any SourceTree) async -> BuildReport? {
    // What keeps sources from being read is for the build to say.
    guard (try? await kept.sources.isSame(as: sources, workers: Machine.processors)) == true
    else { return nil }
    return try? kept.report(sources)
  }

  /// The pages that the output has, where nothing else was read than is listed now.
  private func pages(
    _ kept: BuildRecord, _ sources: any SourceTree, _ cache: BuildCache
  ) -> KeptPages? {
    guard let digest = kept.pages, (try? kept.sources.areNamedSame(in: sources)) == true
    else { return nil }
    return cache.pages(digest).flatMap(KeptPages.init)
  }

  /// Throws where what decides over pages that were taken over changed between the look at it and its being read:
  /// the run begins again then.
  private func checkHeld(_ kept: BuildRecord, _ recorded: RecordedSources) throws {
    if run.git.answers.history != kept.git.history { throw SourceError.changed(path: ".git") }
    if try !kept.sources.areNamedSame(in: recorded) {
      throw SourceError.changed(path: "site.yml")
    }
  }

  /// Makes the site.
  private func made(
    _ sources: any SourceTree, _ build: BuildOptions, _ claim: consuming OutputClaim
  ) async throws -> BuildReport {
    let publication = try Publication(claim, manifest: manifest)
    let report = try await run.compiled(sources, build, into: publication.output)
    stages?.begin("publish")
    if !run.fails(report) { try publication.publish() }
    return report
  }

  /// Makes the site, and leaves what the next build takes it over by.
  private func made(
    _ sources: any SourceTree, _ build: BuildOptions, _ claim: consuming OutputClaim,
    key: SHA256, listed: Int64, for cache: BuildCache, over kept: BuildRecord?
  ) async throws -> BuildReport {
    let recorded = RecordedSources(sources, listed: listed)
    let publication = try Publication(claim, manifest: manifest)
    let report = try await run.compiled(recorded, build, into: publication.output)
    stages?.begin("publish")
    if report.taken != (0, 0), let kept { try checkHeld(kept, recorded) }
    guard !run.fails(report) else { return report }
    if report.taken != (0, 0) {
      stages?.remark(
        "Taken over from the last build: \(report.taken.pages) pages, \(report.taken.bodies) bodies."
      )
    }
    // What is not drawn today may be tomorrow.
    let record =
      graphviz.isUnsure
      ? nil
      : try? await BuildRecord(
        report, key: key, git: run.git.answers,
        graphviz: graphviz.isAsked ? graphviz.version : nil, sources: recorded,
        brought: Set([build.people?.path].compactMap(\.self)),
        workers: build.workers)
    try publication.publish(
      then: record.map { record in
        { facts in
          var record = record
          record.output = facts.bytes
          record.pages = report.pages.map { SHA256(of: $0) }
          cache.write(pages: report.pages)
          cache.write(record.bytes)
        }
      })
    return report
  }
}

/// A report that would lie among what a build publishes, where the next build finds a file that it did not make.
struct MisplacedReport: Error, CustomStringConvertible {
  let path: String

  var description: String {
    "the report '\(path)' would lie in the output, which holds what builds make and nothing else; "
      + "write it beside, and copy it where the site is published"
  }
}
