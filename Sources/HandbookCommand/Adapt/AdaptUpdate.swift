import ArgumentParser
import Disk
import Handbook

/// `handbook adapt update`: moves the pin to the base as it is now.
struct AdaptUpdate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Pin the base as it is now, and take over what is safe.",
    discussion: """
      What the base improved where nothing here stands against it is taken over. What changed in \
      both stays marked, and the exit code is 1, until --accept says that somebody looked at it. \
      With --to, the version in site.yml is changed too.
      """)

  @OptionGroup var options: ImpactOptions
  @OptionGroup var base: BaseVersion

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      "Pages that were looked at, by their files; 'all' for every one.", valueName: "page"))
  var accept: [String] = []

  func run() async throws {
    try await options.run { folder, build in
      let drift = try base.drift(of: folder, build)
      let known = Set(drift.pages.map(\.path) + ["all"])
      if let unknown = accept.first(where: { !known.contains($0) }) {
        throw ValidationError(
          "the base has no page '\(unknown)'; name its file, as 'status' lists it")
      }
      let isSettled = { (path: String) in accept.contains(path) || accept.contains("all") }
      try write(drift.updatedLock(settled: isSettled), in: folder)
      Console.output(text(drift, isSettled))
      if drift.pages.contains(where: { $0.status.needsDecision && !isSettled($0.path) }) {
        throw Run.contentFailed
      }
    }
  }

  /// Writes the lock, and the version into `site.yml` where another is asked for: both or neither.
  private func write(_ lock: BaseLock, in folder: SiteFolder) throws {
    let sources = try HandbookSources(of: folder)
    var (lock, contents) = (lock, [String: [UInt8]]())
    if let version = base.version {
      let change = try BaseVersionEdit(version, in: sources)
      contents = change.contents
      lock.source = change.source
    }
    let text = Array(lock.text.utf8)
    let isThere = try sources.find(BaseLock.path) != nil
    if isThere { contents[BaseLock.path] = text }
    try SourceChanges(
      in: sources, contents: contents, additions: isThere ? [:] : [BaseLock.path: text]
    ).write(to: folder)
  }

  private func text(_ drift: Drift, _ isSettled: (String) -> Bool) -> String {
    if drift.isFirst {
      let pages = Summary.count(drift.pages.count, "page") ?? "no pages"
      return "handbook.lock pins \(pages) of the base\n"
    }
    let taken = drift.pages.count { [.improved, .added, .removed].contains($0.status) }
    let left = drift.pages.filter { $0.status.needsDecision && !isSettled($0.path) }
    let pages = Summary.count(taken, "changed page") ?? "no changed pages"
    var text = "taken over: \(pages) of the base\n"
    guard !left.isEmpty else { return text }
    text += "to be looked at, with 'handbook adapt diff', then --accept:\n"
    for page in left { text += "  \(Printable.text(page.path)): \(page.status.rawValue)\n" }
    return text
  }
}
