import ArgumentParser
import Diagnostics
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

  let options: SiteOptions
  let build: BuildOptions

  init(options: SiteOptions) throws {
    self.options = options
    build = BuildOptions(
      asOf: try options.asOf?.date ?? Clock.today(), url: options.url?.url,
      includesDrafts: options.drafts, workers: Processors.count)
  }

  /// Whether `report` keeps the site from being published.
  func fails(_ report: BuildReport) -> Bool {
    report.counted.contains { finding in
      switch finding.severity {
      case .error: true
      case .warning: finding.since == nil ? options.strict : options.strictDates
      }
    }
  }

  /// Does the work, begins once more when a source changed under it.
  func retrying(_ work: () async throws -> BuildReport) async throws -> BuildReport {
    do {
      return try await work()
    } catch SourceError.changed {
      return try await work()
    }
  }

  /// Does the work, prints what came of it and ends with the exit code.
  func finish(_ work: (Run) async throws -> BuildReport) async throws {
    let start = ContinuousClock.now
    let report: BuildReport
    do {
      report = try await work(self)
    } catch let error as ExitCode {
      throw error
    } catch {
      printFailure(error)
      throw Self.couldNotRun
    }
    print(report, took: ContinuousClock.now - start)
    if fails(report) { throw Self.contentFailed }
  }

  private func print(_ report: BuildReport, took duration: Duration) {
    switch options.format {
    case .text: Console.error(report.findings.map(TextPrinter().print).joined())
    case .json: Console.output(JSONPrinter(asOf: build.asOf.description).print(report.findings))
    }
    guard !options.quiet else { return }
    for note in report.notes { Console.error("note: \(note)\n") }
    Console.error(Summary(report, as: build.asOf, took: duration, isPublished: !fails(report)).text)
  }

  private func printFailure(_ error: any Error) {
    let sentence = Failure.sentence(for: error)
    switch options.format {
    case .text: Console.error("handbook: \(sentence)\n")
    case .json: Console.output(JSONPrinter(asOf: build.asOf.description).print([], error: sentence))
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
    default: "\(error)."
    }
  }
}
