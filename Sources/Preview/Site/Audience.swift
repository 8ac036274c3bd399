import Synchronization

/// What open pages are told: what kind of thing happened, never what is in it.
package enum PreviewNotice: String, Sendable {
  /// Something that is published changed.
  case change
  /// Only findings changed.
  case findings
}

/// The open pages that listen.
package final class Audience: Sendable {
  private struct State {
    var next = 0
    var listeners: [Int: @Sendable (PreviewNotice) -> Void] = [:]
  }

  private let state = Mutex(State())

  /// Creates an audience of nobody.
  package init() {}

  /// How many listen.
  package var count: Int { state.withLock { $0.listeners.count } }

  /// Tells `listener` of all notices from now on, until it leaves with the number returned.
  package func join(_ listener: @escaping @Sendable (PreviewNotice) -> Void) -> Int {
    state.withLock { state in
      state.next += 1
      state.listeners[state.next] = listener
      return state.next
    }
  }

  /// Tells a listener no more.
  package func leave(_ number: Int) { state.withLock { $0.listeners[number] = nil } }

  /// Tells all.
  package func tell(_ notice: PreviewNotice) {
    for listener in state.withLock({ Array($0.listeners.values) }) { listener(notice) }
  }
}
