import Glibc
package import Handbook
import Synchronization
import Values

/// When a site's pages were last committed, asked of git when it is first wanted and then known.
package final class GitHistory: Sendable {
  private let folder: String
  private let known = Mutex<SourceHistory?>(nil)

  /// Asks about the pages of a site.
  package init(_ site: SiteFolder) { folder = site.absolute.text }

  /// The days of last commits.
  ///
  /// Runs git once over the whole history: about a second for 50,000 commits.
  package func read() -> SourceHistory {
    known.withLock { known in
      if let known { return known }
      let history = ask()
      known = history
      return history
    }
  }

  private func ask() -> SourceHistory {
    do throws(SystemError) {
      let depth = try GitProgram.run(["rev-parse", "--is-shallow-repository"], in: folder)
      guard depth.status == 0 else { return .none(reason: "the handbook is in no git repository") }
      if depth.output.starts(with: Array("true".utf8)) { return .cutShort }
      let log = try GitProgram.run(
        [
          "log", "--no-renames", "--format=%x01%ct%x02", "--name-only", "-z", "--relative", "--",
          "content",
        ], in: folder)
      guard log.status == 0 else { return .none(reason: "git has no commit yet") }
      return .days(Self.days(log.output))
    } catch {
      return .none(
        reason: error.code == ENOENT
          ? "there is no git here; on Debian: sudo apt-get install git" : error.reason)
    }
  }

  /// The days that a log tells, the newest commit first: `\u{1}SECONDS\u{2}`, then paths
  /// between zeros.
  static func days(_ log: [UInt8]) -> [String: PlainDate] {
    var days: [String: PlainDate] = [:]
    for commit in log.split(separator: 1) {
      let parts = commit.split(separator: 2, maxSplits: 1)
      guard parts.count == 2, let seconds = Int(String(decoding: parts[0], as: UTF8.self)),
        let day = PlainDate(daysSinceEpoch: Int((Double(seconds) / 86_400).rounded(.down)))
      else { continue }
      for path in parts[1].split(separator: 0) {
        // A line's end stands between what was asked for and the first path.
        let path = String(decoding: path.drop { $0 == 10 }, as: UTF8.self)
        // Commits of different days may stand in any order where branches were joined.
        days[path] = max(days[path] ?? day, day)
      }
    }
    return days
  }
}
