import Diagnostics
import Disk

/// Brings the report of a run to where it was asked for: the terminal or a program, and files.
struct ReportDelivery {
  let format: ReportFormat
  let files: [ReportFile]

  /// Prints the report, then writes all files that can be written.
  ///
  /// - Throws: `UndeliveredReport` with the first that could not.
  func deliver(_ report: RunReport) throws(UndeliveredReport) {
    var failure: UndeliveredReport?
    do throws(DiskError) {
      if format == .text {
        Console.error(TextPrinter(inColour: Terminal.isColoured).print(report))
      } else {
        try Console.answer(text(report, format))
      }
    } catch {
      failure = UndeliveredReport(reason: error)
    }
    for file in files {
      do throws(DiskError) {
        let text = try text(report, file.format)
        if file.path == "-" {
          try Console.answer(text)
        } else {
          try NamedFile(file.path).write(text)
        }
      } catch {
        failure = failure ?? UndeliveredReport(reason: error)
      }
    }
    if let failure { throw failure }
  }

  /// The report in a form; what GitHub cannot show beside lines goes to the summary of its job.
  private func text(_ report: RunReport, _ format: ReportFormat) throws(DiskError) -> String {
    guard format == .github, let path = Service.stepSummary else { return format.print(report) }
    let printed = GitHubPrinter().print(report)
    if let summary = printed.summary { try NamedFile(path).append(summary) }
    return printed.commands
  }
}

/// A report that could not be written where it was asked for.
struct UndeliveredReport: Error {
  let reason: DiskError
}
