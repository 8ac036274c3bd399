import Glibc
import Synchronization

/// How long each stage of a run takes, on the clock and of the processors.
final class Timings: Sendable {
  private struct Stage {
    var name: String
    var start: Moment
  }

  /// A point of a run.
  private struct Moment {
    var clock = ContinuousClock.now
    var processors = Timings.processorTime()
  }

  private let stages = Mutex<[Stage]>([])
  private let remark = Mutex("")

  /// Notes that a stage begins, and ends the one before.
  func begin(_ name: String) {
    stages.withLock { $0.append(Stage(name: name, start: Moment())) }
  }

  /// Says in a sentence why stages are missing.
  func remark(_ sentence: String) { remark.withLock { $0 = sentence + "\n" } }

  /// A line for each stage up to now, one for all, and the remark.
  var text: String {
    let (stages, end) = (stages.withLock { $0 }, Moment())
    guard let first = stages.first else { return "" }
    let ends = stages.dropFirst().map(\.start) + [end]
    return zip(stages, ends).map { Self.line($0.name, from: $0.start, to: $1) }.joined()
      + Self.line("in all", from: first.start, to: end) + remark.withLock { $0 }
  }

  private static func line(_ name: String, from start: Moment, to end: Moment) -> String {
    let clock = milliseconds((end.clock - start.clock) / .milliseconds(1))
    let processors = milliseconds(end.processors - start.processors)
    return name.padded(to: 9) + "\(clock) ms \(processors) ms of processors\n"
  }

  private static func milliseconds(_ time: Double) -> String {
    let tenths = Int((time * 10).rounded())
    let text = "\(tenths / 10).\(tenths % 10)"
    return String(repeating: " ", count: max(0, 10 - text.count)) + text
  }

  /// The processors' time of this process so far, in milliseconds.
  fileprivate static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
