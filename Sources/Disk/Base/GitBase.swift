import CLinux
import Digest
import Glibc
import Handbook

/// A base in a git repository: a copy of one version, kept in `.handbook/bases` of the site.
///
/// A version that is there needs no network.
struct GitBase {
  private let url: String
  private let at: String
  private let site: SiteFolder

  private static let folder = ".handbook/bases"

  init(url: String, at: String, of site: SiteFolder) {
    self.at = at
    self.site = site
    // A path is meant from the site's folder, wherever git runs.
    let isPath = !url.contains("://") && !url.prefix { $0 != "/" }.contains(":")
    self.url = isPath && !url.hasPrefix("/") ? "\(site.path)/\(url)" : url
  }

  /// The copy's commit and absolute path; fetched where it is not there, or where `isFresh` asks for
  /// what the version is now.
  ///
  /// `pinned` is the commit that it must be.
  func copy(pinned: String?, isFresh: Bool) throws(BaseRefusal) -> (commit: String, path: String) {
    let known = pinned ?? (Self.isCommit(at) ? at : isFresh ? nil : recorded)
    if let known, isThere(known) { return (known, path(known)) }
    // A branch may have moved on, and still have the pinned commit.
    if let pinned, (try? fetch(pinned)) == pinned { return (pinned, path(pinned)) }
    let commit = try fetch(at)
    if let pinned, commit != pinned { throw BaseRefusal(.changed(pinned: pinned, found: commit)) }
    return (commit, path(commit))
  }

  /// The same of a copy that is there; nothing is fetched.
  func kept(_ pinned: String?) throws(BaseRefusal) -> (commit: String, path: String) {
    guard let commit = pinned ?? (Self.isCommit(at) ? at : recorded), isThere(commit) else {
      throw BaseRefusal(
        .unreachable(
          "there is no copy of it in '\(Self.folder)', and an untrusted run fetches none; "
            + "run 'handbook check' there first"))
    }
    return (commit, path(commit))
  }

  private static func isCommit(_ text: String) -> Bool {
    text.utf8.count == 40
      && text.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }
  }

  private func path(_ name: String) -> String { "\(site.path)/\(Self.folder)/\(name)" }

  private func isThere(_ commit: String) -> Bool {
    Self.isCommit(commit) && access(path(commit), R_OK | X_OK) == 0
  }

  /// A name for this address and version.
  private var key: String { String(SHA256(of: Array("\(url)\n\(at)".utf8)).hex.prefix(16)) }

  /// The commit that the version was when it was fetched last.
  private var recorded: String? {
    let reference = path("git") + "/refs/handbook/" + key
    return (try? NamedFile(reference).read()).map { String(decoding: $0.prefix(40), as: UTF8.self) }
  }

  private func fetch(_ version: String) throws(BaseRefusal) -> String {
    do throws(SystemError) {
      _ = try madeFolder(Self.folder, in: site.descriptor)
    } catch {
      throw BaseRefusal(.unreachable("no copy can be kept in '\(Self.folder)': \(error.reason)"))
    }
    let repository = path("git")
    if access(repository + "/HEAD", R_OK) != 0 {
      try git(["init", "--quiet", "--bare", repository], "make '\(Self.folder)/git'")
    }
    let inside = ["--git-dir=\(repository)"]
    try git(
      inside + ["fetch", "--quiet", "--depth=1", "--no-tags", "--force", "--", url, version],
      "fetch '\(version)' from '\(url)'")
    let reference = "refs/handbook/\(key)"
    try git(
      inside + ["update-ref", reference, "FETCH_HEAD^{commit}"], "find a commit at '\(version)'")
    guard let commit = recorded, Self.isCommit(commit) else {
      throw BaseRefusal(.unreachable("git tells no commit of '\(at)'"))
    }
    if !isThere(commit) { try checkOut(commit, from: inside) }
    return commit
  }

  /// Puts the files of a commit in a folder of its name, all or nothing.
  private func checkOut(_ commit: String, from repository: [String]) throws(BaseRefusal) {
    let temporary = "\(commit).\(getpid())~"
    do throws(SystemError) {
      _ = try madeFolder("\(Self.folder)/\(temporary)", in: site.descriptor)
    } catch {
      throw BaseRefusal(.unreachable("no copy can be kept in '\(Self.folder)': \(error.reason)"))
    }
    defer {
      if let folder = try? openBeneath(site.descriptor, Self.folder, O_RDONLY | O_DIRECTORY) {
        try? removeTree(temporary, in: folder)
      }
    }
    try git(
      repository + [
        "--work-tree=\(path(temporary))", "-c", "core.autocrlf=false", "checkout", "--force",
        "--quiet", commit, "--", ".",
      ], "write the files of '\(at)'")
    guard rename(path(temporary), path(commit)) == 0 || isThere(commit) else {
      throw BaseRefusal(.unreachable("no copy can be kept in '\(Self.folder)'"))
    }
  }

  /// Runs git; `purpose` says what for.
  private func git(_ words: [String], _ purpose: String) throws(BaseRefusal) {
    let run: ProgramRun
    do throws(SystemError) {
      run = try GitProgram.run(words, keeping: .errors)
    } catch {
      throw BaseRefusal(
        .unreachable(error.code == ENOENT ? "there is no git here" : error.reason))
    }
    guard run.status == 0 else {
      throw BaseRefusal(.unreachable("git cannot \(purpose) (it ended with \(run.status))"))
    }
  }
}
