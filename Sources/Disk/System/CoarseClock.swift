import Glibc

/// The clock by which the system says when files were changed: it goes on by some milliseconds at a time.
package enum CoarseClock {
  /// The time now, in nanoseconds since 1970.
  package static var now: Int64 { time(CLOCK_REALTIME_COARSE) }

  /// A little earlier: who changes a file from now on gives it a later time than this.
  package static var before: Int64 { now - 40_000_000 }

  /// The true time, which newer kernels give some changes.
  static var trueNow: Int64 { time(CLOCK_REALTIME) }

  /// Waits until it is past a true time, so that whatever is changed from then on has a later time than all
  /// before.
  static func pass(_ moment: Int64) {
    // A tenth of a second is more than any system takes; a clock that is set back must not keep us.
    for _ in 0..<100 where now <= moment { usleep(1000) }
  }

  private static func time(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Status.nanoseconds(time)
  }
}
