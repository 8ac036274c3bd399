package import Handbook
import NIOPosix

/// The site that a preview shows, brought up to what its sources are whenever somebody asks.
///
/// The long-lived state of a preview.
package actor PreviewSite {
  private let feed: any SourceFeed
  private let options: @Sendable () -> BuildOptions
  private let audience: Audience
  private var live: LiveSite?
  /// Where something happened that no site was made of yet.
  private var pending: Set<String> = []
  private var mustRead = true
  private var updating: Task<Void, Never>?
  private var isLearning = false
  private var learning: Task<Void, Never>?
  private var isEnded = false
  /// The whole site's findings, and the revision they are of.
  private var report: (value: BuildReport, revision: Int)?

  /// What is made of all pages, and the revision it is of.
  private var wholeFiles: (value: WholeSiteFiles, revision: Int)?

  /// Why the sources make no site as they are; `nil` where they do.
  private(set) var problem: String?

  /// Creates the state; `options` are asked for at every edit, as days pass.
  package init(
    _ feed: any SourceFeed, audience: Audience, options: @escaping @Sendable () -> BuildOptions
  ) {
    self.feed = feed
    self.audience = audience
    self.options = options
  }

  /// The site as it is now; `nil` where the sources make none and never did.
  package func current() async -> LiveSite? {
    if updating == nil, !mustRead, let edit = try? feed.latest(suspects: []) {
      guard edit.mayDiffer else { return live }
      await refresh(edit)
    } else {
      await refresh(nil)
    }
    return live
  }

  /// The findings of the whole site and whether they are those of the site as it is now.
  package var findings: (report: BuildReport, isCurrent: Bool)? {
    report.map { ($0.value, $0.revision == live?.revision && (live?.isComplete ?? false)) }
  }

  /// Why the newest sources make no site.
  package var currentProblem: String? { problem }

  /// Waits until the bodies of all pages are known.
  package func completeBodies() async {
    await complete { $0.knowsAllBodies ? nil : $0.work(atMost: .max, bodiesOnly: true) }
  }

  /// The site as it is now when all is known of all pages; `nil` where it changes all the time, or
  /// the sources make none.
  package func whole() async -> LiveSite? {
    for _ in 0..<Self.patience {
      guard let live = await current() else { return nil }
      if live.isComplete { return live }
      await completeBodies()
      await complete { $0.work(atMost: .max) }
    }
    return nil
  }

  /// What is made of all pages and published at a path; made once for each version of the site.
  package func wholeSiteFile(at path: String) async -> [UInt8]? {
    guard let whole = await whole() else { return nil }
    if wholeFiles?.revision != whole.revision {
      wholeFiles = whole.wholeSiteFiles.map { ($0, whole.revision) }
    }
    return wholeFiles?.value[path]
  }

  /// Makes one page of the site as it is now.
  ///
  /// A file that changed a moment ago is read again.
  package func page(_ find: (LiveSite) -> PageNumber?) async throws -> LivePage? {
    for _ in 0..<Self.patience {
      guard let site = await current(), let number = find(site) else { return nil }
      if site.needsAllBodies(number) { await completeBodies() }
      guard let live, live.revision == site.revision else { continue }
      do {
        return try live.page(number)
      } catch SourceError.changed(let path) {
        await pause(suspecting: path)
      }
    }
    return nil
  }

  /// Looks at the sources whenever something happened to them and then nothing for a moment, until
  /// the task is cancelled; `say` is told how the sources are followed where that is not as usual.
  package nonisolated func follow(_ say: @Sendable (String) -> Void = { _ in }) async {
    let pool = NIOThreadPool(numberOfThreads: 1)
    pool.start()
    let feed = feed
    var said: String?
    while !Task.isCancelled {
      if let note = feed.note, note != said {
        say(note)
        said = note
      }
      let happened = try? await pool.runIfActive {
        guard feed.wait(milliseconds: 1000) else { return false }
        // Not for ever: somebody may write without end.
        var rounds = 0
        while feed.wait(milliseconds: 30), rounds < 30 { rounds += 1 }
        return true
      }
      if happened ?? false { _ = await current() }
    }
    try? await pool.shutdownGracefully()
  }

  /// How often a file is read again that changes while it is read, each time after 10 ms.
  private static let patience = 100
  private static let settling = Duration.milliseconds(30)
  /// How long after an edit it is begun to learn of all pages: the page that was edited comes first.
  private static let courtesy = Duration.milliseconds(250)
  /// After so many edits in a row, each that soon after the one before, it is begun all the same.
  private static let mostDelays = 8

  private func pause(suspecting path: String) async {
    pending.insert(path)
    mustRead = true
    try? await Task.sleep(for: .milliseconds(10))
  }

  private func refresh(_ edit: EditedSources?) async {
    let before = updating
    let task = Task {
      await before?.value
      await update(edit)
    }
    updating = task
    await task.value
    if updating == task { updating = nil }
  }

  private func update(_ first: EditedSources?) async {
    var edit = first
    for _ in 0..<Self.patience {
      do {
        let latest = try edit ?? feed.latest(suspects: pending)
        edit = nil
        pending.formUnion(latest.changed)
        guard latest.mayDiffer || mustRead || !pending.isEmpty else { return }
        let next =
          if let live {
            try await live.edited(latest.sources, changed: pending, options())
          } else {
            try await LiveSite(latest.sources, options())
          }
        take(next)
        return
      } catch SourceError.changed(let path) {
        await pause(suspecting: path)
      } catch {
        mustRead = true
        note(problem: PreviewFailure.sentence(for: error))
        return
      }
    }
    note(problem: "the sources keep changing while they are read")
  }

  private func note(problem text: String) {
    guard problem != text else { return }
    problem = text
    audience.tell(.change)
  }

  private func take(_ next: LiveSite) {
    let isOther = live?.revision != next.revision || problem != nil
    live = next
    pending = []
    mustRead = false
    problem = nil
    guard isOther else { return }
    wholeFiles = nil
    feed.follow(next.namedPaths)
    let revision = next.revision
    Task { await announce(revision) }
    guard !isLearning, !isEnded else { return }
    isLearning = true
    learning = Task(priority: .background) { await learn() }
  }

  /// Stops work that nobody asked for, and returns when it has stopped.
  package func end() async {
    isEnded = true
    learning?.cancel()
    await learning?.value
  }

  /// Tells open pages when nothing happened for a moment.
  private func announce(_ revision: Int) async {
    try? await Task.sleep(for: Self.settling)
    if live?.revision == revision { audience.tell(.change) }
  }

  /// Learns of all pages, a few at a time, and then tells the findings of the site.
  private func learn() async {
    defer { isLearning = false }
    var (settled, delays) = (-1, 0)
    while !isEnded, let revision = live?.revision, isUnknown(revision) {
      if settled != revision, delays < Self.mostDelays {
        try? await Task.sleep(for: Self.courtesy)
        (settled, delays) = (revision, live?.revision == revision ? 0 : delays + 1)
        continue
      }
      guard let live else { return }
      do {
        if let work = live.work(atMost: 64) {
          take(try await work.run(workers: 1), of: revision)
        } else {
          let made = try await Task.detached(priority: .background) { try live.report() }.value
          if let made, self.live?.revision == revision { take(made, of: revision) }
        }
      } catch SourceError.changed(let path) {
        await pause(suspecting: path)
        await refresh(nil)
        // Where the sources make no site, the next edit that does begins this anew.
        if problem != nil { return }
      } catch {
        if !isEnded { note(problem: PreviewFailure.sentence(for: error)) }
        return
      }
    }
  }

  /// Whether not all is known of a version of the site.
  private func isUnknown(_ revision: Int) -> Bool {
    report?.revision != revision || live?.isComplete == false
  }

  private func take(_ learned: LearnedPages, of revision: Int) {
    guard live?.revision == revision else { return }
    live?.take(learned)
  }

  private func take(_ made: BuildReport, of revision: Int) {
    report = (made, revision)
    audience.tell(.findings)
  }

  private func complete(_ next: (LiveSite) -> LiveWork?) async {
    for _ in 0..<Self.patience {
      guard let live, let work = next(live) else { return }
      let revision = live.revision
      do {
        take(try await work.run(workers: live.workers), of: revision)
      } catch SourceError.changed(let path) {
        await pause(suspecting: path)
        await refresh(nil)
      } catch {
        return
      }
    }
  }
}

/// What keeps a preview from reading the site, in one plain sentence.
enum PreviewFailure {
  static func sentence(for error: any Error) -> String {
    switch error {
    case SourceError.changed(let path): "'\(path)' keeps changing while it is read"
    case SourceError.unreadable(let path, let reason): "cannot read '\(path)': \(reason)"
    case SourceError.tooLarge(let path, let size, let limit):
      "'\(path)' has \(size) bytes, and no file may have more than \(limit)"
    case BuildError.noSettings: "there is no site.yml in the site's folder"
    default: "\(error)"
    }
  }
}
