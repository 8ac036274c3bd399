import Glibc

/// The clock by which the system says when files were changed: it goes on by some milliseconds at a time.
package enum CoarseClock {
  /// The time now, in nanoseconds since 1970.
  package static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME_COARSE, &time)
    return Status.nanoseconds(time)
  }

  /// A little earlier: who changes a file from now on gives it a later time than this.
  package static var before: Int64 { now - 20_000_000 }

  /// Waits until it goes on, so that whatever is changed from then on has a later time than all before.
  static func nextTick() {
    let start = now
    // A second is more than any system takes; a clock that is set back must not keep us.
    for _ in 0..<1000 where now <= start { usleep(1000) }
  }
}
