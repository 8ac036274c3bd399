import ArgumentParser
import Diagnostics
import Disk
import Glibc
import Handbook

/// A branch that somebody else wrote, beside the handbook that it is a branch of.
struct UntrustedRun {
  /// The folder of the branch's site, which need not have settings.
  let branch: SiteFolder
  private let base: SiteFolder

  /// Finds both folders.
  ///
  /// - Throws: `UntrustedFault` where the base cannot be one, or a path that `options` name leads into
  ///   what the branch's author may have written.
  init(_ options: SiteOptions, base path: String) throws {
    let (branch, base) = (try Self.branch(options.place.site), try Self.base(path))
    if base.path == branch.path { throw UntrustedFault.same(path) }
    if branch.holds(base.path) { throw UntrustedFault.baseInBranch(path) }
    try Self.check(options, against: branch)
    (self.branch, self.base) = (branch, base)
  }

  /// Refuses what `options` name where the branch's author may have written it.
  private static func check(_ options: SiteOptions, against branch: SiteFolder) throws {
    try check("--baseline", options.baseline, branch)
    try check("--previous", options.previous, branch)
    try check("--previous-registry", options.previousRegistry, branch)
    for report in options.reports where branch.hasLink(on: report.path) {
      throw UntrustedFault.throughLink("--report", report.path)
    }
  }

  private static func check(
    _ option: String, _ path: String?, _ branch: SiteFolder
  ) throws(UntrustedFault) {
    if let path, branch.holds(path) { throw .fromBranch(option, path) }
  }

  /// Refuses an output whose path leads through a link that lies in the branch.
  func check(output: String?) throws(UntrustedFault) {
    if let output, branch.hasLink(on: output) { throw .throughLink("--output", output) }
  }

  /// The site's folder; one without settings is a change too, that took them out.
  private static func branch(_ path: String?) throws(DiskError) -> SiteFolder {
    do throws(DiskError) {
      return try SiteFolder.find(path)
    } catch {
      guard case .noSite = error else { throw error }
      return try SiteFolder.any(path ?? ".")
    }
  }

  private static func base(_ path: String) throws -> SiteFolder {
    do throws(DiskError) {
      return try SiteFolder.find(path)
    } catch {
      guard case .noSite = error else { throw error }
      throw UntrustedFault.noHandbook(path)
    }
  }

  /// Lists the base and the branch, and takes of the branch what it may bring.
  func sources() throws -> UntrustedSources {
    let trusted = try HandbookSources(of: base, base: .kept)
    for folder in trusted.baseFolders where branch.holds(folder.path) {
      throw UntrustedFault.baseInBranch(folder.path)
    }
    return try UntrustedSources(base: trusted, branch: try DiskSources(of: branch))
  }

  /// Gives up what work on somebody else's text does not need, before any of it is read.
  ///
  /// `report` is what is said where that ends the process. Returns remarks to be printed.
  static func confine(_ format: ReportFormat, _ report: RunReport) -> [String] {
    var report = report
    report.error =
      "the change takes more memory or time than an untrusted run may have, or meets a fault of the "
      + "program; nothing is published."
    let text =
      format == .text ? TextPrinter(inColour: false).print(report) : format.print(report)
    Confinement.sayAtLimits(
      text, to: format == .text ? STDERR_FILENO : STDOUT_FILENO, status: Run.couldNotRun.rawValue)
    return Confinement.begin()
  }
}

/// Why an untrusted run cannot be.
enum UntrustedFault: Error, Equatable, CustomStringConvertible {
  case noHandbook(String)
  case same(String)
  case baseInBranch(String)
  case fromBranch(String, String)
  case throughLink(String, String)

  /// One plain sentence, with the way out; no final full stop.
  var description: String {
    switch self {
    case .noHandbook(let path):
      "there is no site.yml in '\(path)'; name a checkout of the handbook as it was with --base"
    case .same(let path):
      "'\(path)' is the site itself; name a checkout of the handbook as it was with --base"
    case .baseInBranch(let path):
      "'\(path)' lies in the site's folder, where its author may have written it; "
        + "check the base out beside the site"
    case .fromBranch(let option, let path):
      "'\(path)' lies in the site's folder, where its author may have written it; "
        + "name the file of the base with \(option)"
    case .throughLink(let option, let path):
      "'\(path)' leads out of the site's folder by a symbolic link; "
        + "name a place outside it with \(option)"
    }
  }
}
