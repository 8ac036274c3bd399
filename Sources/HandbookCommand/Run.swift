import ArgumentParser
import Diagnostics
import Digest
import Disk
import Glibc
import Handbook
import Values

/// One run of `build` or `check`: from its options to what is printed and the exit code.
struct Run {
  /// The content has errors, or warnings that were to fail.
  static let contentFailed = ExitCode(1)
  /// Something could not be read, written or locked.
  static let couldNotRun = ExitCode(2)

  /// Says what is wrong with what was asked for, and returns the exit code for it.
  static func wrongUsage(_ reason: String) -> ExitCode {
    let end = reason.hasSuffix("?") ? "" : "."
    Console.error("handbook: \(Printable.text(reason))\(end)\n")
    return .validationFailure
  }

  let options: SiteOptions
  /// The base of a change that nobody trusts; `nil` where the site is trusted.
  private let base: String?
  private let asOf: PlainDate

  init(options: SiteOptions, untrusted: UntrustedOptions? = nil) throws {
    self.options = options
    base = untrusted?.base
    asOf = try options.view.day()
  }

  /// Has somebody see to it that no page takes for ever: the run then ends by naming it, and what is
  /// published stays as it is.
  private func watched(_ report: RunReport) -> Watchdog {
    let watchdog = Watchdog()
    let delivery = ReportDelivery(format: options.format, files: options.reports)
    watchdog.start { work in
      var report = report
      report.error = watchdog.sentence(work, "nothing is published")
      try? delivery.deliver(report)
      _exit(Self.couldNotRun.rawValue)
    }
    return watchdog
  }

  /// Does the work, prints what came of it and ends with the exit code.
  ///
  /// `output` tells where the site is put; `nil` where it is put nowhere.
  func finish(
    output: ((SiteFolder) -> String)? = nil, _ work: (SiteRun) async throws -> BuildReport
  ) async throws {
    let start = ContinuousClock.now
    let delivery = ReportDelivery(format: options.format, files: options.reports)
    var printed = RunReport(
      version: ProgramVersion.current.description, asOf: asOf.description, folder: "")
    printed.rules = RuleCatalogue.all
    let remarks = base == nil ? [] : UntrustedRun.confine(options.format, printed)
    do {
      let untrusted = try base.map { try UntrustedRun(options, base: $0) }
      let site = try untrusted?.branch ?? SiteFolder.find(options.place.site)
      printed.folder = site.folderInRepository
      let run = try SiteRun(
        site: site, untrusted: untrusted, options: options, asOf: asOf, watch: watched(printed))
      let report = try run.recorded(try await work(run))
      report.remains?.abandon()
      printed.findings = report.findings
      printed.rules = report.rules
      printed.suppressed = report.suppressed
      try delivery.deliver(printed)
      if !options.quiet {
        for note in remarks + report.notes { Console.error("note: \(note)\n") }
        let took = ContinuousClock.now - start
        let outcome: Summary.Outcome =
          run.fails(report) ? .refused : output.map { .published(folder: $0(site)) } ?? .looked
        Console.error(Summary(report, as: asOf, took: took, outcome).text)
      }
      if run.fails(report) { throw Self.contentFailed }
    } catch let error as ExitCode {
      throw error
    } catch let error as UnknownPage {
      throw ValidationError(error.description)
    } catch let error as UntrustedFault {
      throw ValidationError(error.description)
    } catch let error as MisplacedReport {
      throw ValidationError(error.description)
    } catch let error as UndeliveredReport {
      Console.error("handbook: \(Failure.sentence(for: error.reason))\n")
      throw Self.couldNotRun
    } catch {
      printed.error = Failure.sentence(for: error)
      try? delivery.deliver(printed)
      throw Self.couldNotRun
    }
  }
}

/// A run whose site was found.
struct SiteRun {
  let site: SiteFolder
  let untrusted: UntrustedRun?
  /// Who is asked what only git knows.
  let git: GitQuestions
  /// The options, and what the files hold that they name.
  private let asked: BuildKey
  private let usual: BuildOptions
  private let options: SiteOptions

  init(
    site: SiteFolder, untrusted: UntrustedRun?, options: SiteOptions, asOf: PlainDate,
    watch: any WorkWatch
  ) throws {
    self.site = site
    self.untrusted = untrusted
    self.options = options
    var build = BuildOptions(
      asOf: asOf, url: options.view.url?.url, includesDrafts: options.drafts,
      workers: Machine.processors)
    var asked = BuildKey(site, options, asOf)
    build.baseline = try Self.read(options.baseline, Baseline.init(parsing:)) { asked.add($0) }
    build.previous = try Self.read(options.previous, PreviousSite.init(parsing:)) { asked.add($0) }
    let register = try options.previousRegistry.map { try RegisterFile($0).file() }
    build.previousRegistry = try register.map(RegisterFile.previous)
    build.people = try options.people.map { try RegisterFile($0).people(of: site) }
    asked.add(register?.path)
    asked.add(register?.bytes)
    asked.add(build.people?.path)
    asked.add(build.people?.bytes)
    self.asked = asked
    build.watch = watch
    git = GitQuestions(
      history: { [history = GitHistory(site)] in history.read() },
      ignores: { [git = Git(site)] in git.ignores($0) })
    if untrusted == nil {
      build.asksGit = { [git] in git.askIgnored($0) }
      build.history = { [git] in git.askHistory() }
    }
    usual = build
  }

  /// The files that reports are written to.
  var reportPaths: [String] { options.reports.map(\.path).filter { $0 != "-" } }

  /// Lists the sources as they are now, with what to make of them; `graphviz` lays out networks, unless nobody
  /// trusts the site.
  func listed(
    _ graphviz: Graphviz? = nil
  ) throws -> (sources: any SourceTree, build: BuildOptions) {
    guard let untrusted else {
      let graphviz = graphviz ?? Graphviz(site, cache: .reads)
      var build = usual
      build.graphviz = { graphviz.answer(to: $0) }
      return (try HandbookSources(of: site), build)
    }
    let sources = try untrusted.sources()
    var build = usual
    build.untrusted = sources.change
    return (sources, build)
  }

  /// What the file named by an option holds.
  ///
  /// `note` is told its bytes, also where there are none.
  static func read<Document>(
    _ path: String?, _ parse: ([UInt8]) throws(DocumentError) -> Document,
    noting note: ([UInt8]?) -> Void = { _ in }
  ) throws -> Document? {
    let bytes = try path.map { try NamedFile($0).read() }
    note(bytes)
    guard let path, let bytes else { return nil }
    do throws(DocumentError) {
      return try parse(bytes)
    } catch {
      throw DiskError.unreadable(path: path, reason: error.description)
    }
  }

  /// What decides over a build beside its sources and git; `nil` where nothing is to be taken over or
  /// left to be: where findings are to be written down, where the program cannot be told from others,
  /// and where nobody trusts the site, in whose folder the cache is, so that its author may have
  /// written that too, and the next build may be one that is trusted.
  func key(_ manifest: ManifestDetail) -> SHA256? {
    guard options.newBaseline == nil, untrusted == nil else { return nil }
    var key = asked
    key.add(manifest == .digests)
    return key.finish()
  }

  /// Whether `report` keeps the site from being published.
  ///
  /// What is written down as known does not.
  func fails(_ report: BuildReport) -> Bool {
    options.newBaseline == nil
      && report.counted.contains { finding in
        switch finding.severity {
        case .error: true
        case .warning: finding.since == nil ? options.strict : options.strictDates
        }
      }
  }

  /// Writes all findings down as known, where that was asked for, and returns the report without.
  func recorded(_ report: BuildReport) throws -> BuildReport {
    guard let path = options.newBaseline else { return report }
    let known = report.suppressed.filter { $0.reason == .baseline }.map(\.finding)
    let baseline = Baseline(report.findings + known)
    try NamedFile(path).write(baseline.text)
    var report = report
    report.suppressed = report.findings.map { SuppressedFinding($0, .baseline) } + report.suppressed
    report.findings = []
    return report
  }

  /// Compiles the sources into `sink`, and shows on the terminal how far it is.
  func compiled(
    _ sources: any SourceTree, _ build: BuildOptions, into sink: some OutputSink
  ) async throws -> BuildReport {
    let progress = Progress(total: sources.pageCount)
    let counted = CountedOutput(sink: sink, progress: progress)
    // What is taken of two folders.
    let output: any OutputSink =
      sources is UntrustedSources ? ReadingOutput(before: counted, sources) : counted
    return try await Progress.showing(progress, isQuiet: options.quiet) {
      try await compile(
        CountedSources(sources: sources, progress: progress), build, into: output)
    }
  }

  /// Does the work, begins once more when a source, or what is published, changed under it.
  func retrying(_ work: () async throws -> BuildReport) async throws -> BuildReport {
    do {
      return try await work()
    } catch SourceError.changed {
      return try await work()
    } catch DiskError.changedOutput {
      return try await work()
    }
  }
}

/// What kept a run from its end, in one plain sentence.
enum Failure {
  static func sentence(for error: any Error) -> String {
    switch error {
    case SourceError.changed(let path):
      "'\(path)' keeps changing while it is read; run again when it has settled."
    case SourceError.unreadable(let path, let reason): "cannot read '\(path)': \(reason)."
    case SourceError.tooLarge(let path, let size, let limit):
      "'\(path)' has \(size) bytes, and no file may have more than \(limit)."
    case BuildError.noSettings: "there is no site.yml here or in a folder above."
    default: ended("\(error)")
    }
  }

  /// A sentence with its stop, unless it asks something.
  static func ended(_ sentence: String) -> String {
    sentence.hasSuffix("?") ? sentence : sentence + "."
  }
}
