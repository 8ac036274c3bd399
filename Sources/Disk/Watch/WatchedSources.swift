import Glibc
package import Handbook
import Synchronization

/// The sources of a site on a disk while people edit them.
///
/// The kernel tells what happens in its folders; where it does not, they are listed again and again.
package final class WatchedSources: SourceFeed {
  private let site: SiteFolder
  private let state: Mutex<State>
  /// What becomes readable when something happens; `nil` where all is listed again and again.
  private let queue: Int32?

  /// How often is looked where the kernel tells nothing.
  private static let pollingInterval = 500
  /// With more changed files than this, listing all is faster.
  private static let fewFiles = 200

  private struct State: Sendable {
    var watch: FolderWatch?
    var sources: HandbookSources
    /// What happened and was not told yet.
    var events = FolderEvents()
    /// Folders to be watched beside the site's own, without the folders in them.
    var followed: [String] = []
    var note: String?
    /// What was listed last by who waits, where the kernel tells nothing.
    var seen: [SourceEntry]?

    /// Takes in what happened, and tells whether anything did.
    @discardableResult
    mutating func takeEvents() -> Bool {
      guard let new = watch?.take(), !new.isEmpty else { return false }
      events.formUnion(new)
      return true
    }
  }

  /// Begins to watch a site, after `sources` were listed; `polls` for file systems that tell nothing.
  package init(_ site: SiteFolder, polls: Bool) throws(DiskError) {
    self.site = site
    var state = State(
      watch: nil, sources: try HandbookSources(of: site),
      note: polls ? "looking for changes every half second, as --poll asks" : nil)
    if !polls {
      do throws(FolderWatch.Refusal) {
        state.watch = try FolderWatch()
      } catch {
        state.note = Self.note(error)
      }
    }
    queue = state.watch?.number
    try Self.list(site, &state)
    state.seen = state.sources.entries
    self.state = Mutex(state)
  }

  /// How the sources are followed, where that is not by the kernel's notices.
  package var note: String? { state.withLock { $0.note } }

  /// Waits on the kernel's notices, or lists all after a while.
  package func wait(milliseconds: Int) -> Bool {
    guard let queue, state.withLock({ $0.watch != nil }) else {
      usleep(UInt32(min(milliseconds, Self.pollingInterval)) * 1000)
      let entries = try? HandbookSources(of: site).entries
      return state.withLock { state in
        defer { state.seen = entries }
        return state.seen != entries
      }
    }
    var waiting = pollfd(fd: queue, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(milliseconds)) > 0 else { return false }
    return state.withLock { $0.takeEvents() }
  }

  /// Looks again at the files that were told of, or lists all.
  package func latest(suspects: Set<String>) throws -> EditedSources {
    try state.withLock { state in
      state.takeEvents()
      var events = state.events
      events.files.formUnion(suspects)
      let mayDiffer = state.watch == nil || !events.isEmpty
      let isOtherChain = events.files.contains { $0.hasSuffix("site.yml") }
      if state.watch == nil || events.mustList || isOtherChain
        || events.files.count > Self.fewFiles
      {
        try Self.list(site, &state)
      } else if !events.files.isEmpty {
        state.sources = try state.sources.lookingAgain(at: events.files)
      }
      state.events = FolderEvents()
      return EditedSources(state.sources, changed: events.files, mayDiffer: mayDiffer)
    }
  }

  /// Watches folders, and the folders of files, beside the site's own.
  package func follow(_ paths: [String]) {
    state.withLock { state in
      state.followed = paths
      Self.watchFollowed(site, &state)
    }
  }

  /// Lists all, each folder watched before it is read, so that nothing happens unseen.
  private static func list(_ site: SiteFolder, _ state: inout State) throws(DiskError) {
    guard let watch = state.watch else {
      state.sources = try HandbookSources(of: site)
      return
    }
    watch.add(site.descriptor, as: "")
    state.sources = try HandbookSources(of: site) { folder, path in watch.add(folder, as: path) }
    for (depth, base) in state.sources.baseFolders.enumerated() {
      watch.add(base.descriptor, as: HandbookSources.prefix(depth))
    }
    watchFollowed(site, &state)
  }

  /// Watches what `site.yml` names: a folder, or the one that a file is in.
  private static func watchFollowed(_ site: SiteFolder, _ state: inout State) {
    guard let watch = state.watch else { return }
    for path in state.followed {
      let above = path.lastIndex(of: "/").map { String(path[..<$0]) }
      for folder in [path, above].compactMap({ $0 }) {
        guard let open = try? openBeneath(site.descriptor, folder, O_RDONLY | O_DIRECTORY) else {
          continue
        }
        watch.add(open, as: folder + "/")
      }
    }
    if let refusal = watch.refusal {
      state.watch = nil
      state.note = note(refusal)
    }
  }

  private static func note(_ refusal: FolderWatch.Refusal) -> String {
    switch refusal {
    case .limit:
      "this system lets no more folders be watched (fs.inotify.max_user_watches): looking for "
        + "changes every half second instead"
    case .unsupported(let reason):
      "folders cannot be watched here (\(reason)): looking for changes every half second instead"
    }
  }
}
