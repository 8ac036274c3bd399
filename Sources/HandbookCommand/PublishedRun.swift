import Diagnostics
import Disk
import Handbook
import Values

/// One run of `check --published`: a copy of an output is held against what was built.
struct PublishedRun {
  let path: String
  /// The list of what was built, where it is not the one in the copy.
  let manifest: String?
  let options: SiteOptions

  /// Does the work, prints what is otherwise and ends with the exit code.
  func finish() throws {
    let delivery = ReportDelivery(format: options.format, files: options.reports)
    var report = RunReport(
      version: ProgramVersion.current.description,
      asOf: try options.view.day().description, folder: "")
    report.rules = RuleCatalogue.all
    do {
      let copy = try PublishedCopy(
        at: path, manifest: try manifest.map { try NamedFile($0).read() })
      report.findings = try copy.faults().map { .published($0.path, $0.fault) }
      try delivery.deliver(report)
      if !options.quiet {
        let found = report.findings.count
        Console.error(
          "\(copy.count) files held against what was built: "
            + (found == 0 ? "all the same.\n" : "\(found) otherwise.\n"))
      }
      if !report.findings.isEmpty { throw Run.contentFailed }
    } catch let error as UndeliveredReport {
      Console.error("handbook: \(Failure.sentence(for: error.reason))\n")
      throw Run.couldNotRun
    } catch let error as DiskError {
      report.error = Failure.sentence(for: error)
      try? delivery.deliver(report)
      throw Run.couldNotRun
    }
  }
}

extension Diagnostic {
  /// A file of a published copy that is not as it was built.
  fileprivate static func published(_ path: String, _ fault: PublishedCopy.Fault) -> Diagnostic {
    let (message, help) =
      switch fault {
      case .missing: ("this file was built, and the copy does not have it", "publish again")
      case .changed:
        ("this file is not as it was built", "find out who changed it, then publish again")
      case .added:
        ("this file was not built", "remove it, or add it to 'content' or 'assets' and build")
      }
    return Diagnostic(
      "published-file", .error, at: Place(SourceFile(path: path, bytes: []), 0..<0), message,
      help: help)
  }
}
