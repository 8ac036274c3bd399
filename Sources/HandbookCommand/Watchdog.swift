import Glibc
import Handbook
import Synchronization

/// Sees when work on one page does not end.
///
/// What parses and renders cannot be broken off, so all that is left then is to end the process:
/// `build` names the page, `serve` starts itself again without it. It counts looks of its own, so
/// that time in which the whole process stood still is nobody's.
final class Watchdog: WorkWatch {
  /// Work that is being done.
  struct Work: Sendable {
    var page: String
    /// The page's file; `nil` for a generated page.
    var entry: SourceEntry?
    /// At which look it was begun.
    fileprivate var since: Int
  }

  /// How long a page may take, in milliseconds.
  let limit: Int
  private static let looks = 20
  private static let usualLimit = 10_000
  /// An hour: who waits longer for a page waits for nothing.
  private static let mostLimit = 3_600_000

  private struct State {
    var look = 0
    var next = 0
    var works: [Int: Work] = [:]
  }

  private let state = Mutex(State())

  /// Creates one; 10 s is what a page may take, unless `HANDBOOK_PAGE_LIMIT` says otherwise in
  /// milliseconds.
  init(limit: Int? = nil) {
    let set = Environment.text("HANDBOOK_PAGE_LIMIT").flatMap { Int($0) }
    self.limit = min(max(Self.looks, limit ?? set ?? Self.usualLimit), Self.mostLimit)
  }

  /// The limit in words.
  var limitText: String { limit % 1000 == 0 ? "\(limit / 1000) s" : "\(limit) ms" }

  /// What ends a run, and what that leaves.
  func sentence(_ work: Work, _ outcome: String) -> String {
    "'\(work.page)' takes longer than \(limitText) to make, and no page may; \(outcome). "
      + "Take out what was written there last, or divide it."
  }

  func began(_ page: String, _ entry: SourceEntry?) -> Int {
    state.withLock { state in
      state.next += 1
      state.works[state.next] = Work(page: page, entry: entry, since: state.look)
      return state.next
    }
  }

  func ended(_ work: Int) { state.withLock { $0.works[work] = nil } }

  /// Looks once, and returns the work that has lasted longest where that is too long.
  ///
  /// A look at every twentieth part of the limit.
  func look() -> Work? {
    state.withLock { state in
      state.look += 1
      let oldest = state.works.values.min { $0.since < $1.since }
      return oldest.flatMap { state.look - $0.since > Self.looks ? $0 : nil }
    }
  }

  /// Looks again and again, on a thread of its own: those that work may all be kept.
  ///
  /// `act` is called once, when work lasts too long.
  func start(_ act: @escaping @Sendable (Work) -> Void) {
    let pause = UInt32(limit / Self.looks) * 1000
    OwnThread.run { [self] in
      while true {
        usleep(pause)
        if let work = look() { return act(work) }
      }
    }
  }
}

/// A thread that shares nothing with those that tasks run on.
enum OwnThread {
  private final class Work {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Runs `work` on it.
  static func run(_ work: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Work(work))
    let code = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    // A system without room for another thread goes unwatched.
    if code == 0 { pthread_detach(thread) } else { box.release() }
  }
}
