import Synchronization

extension Array where Element: Sendable {
  /// Returns the results of `transform`, called with runs of neighbouring elements by `workers`
  /// tasks at once, in the order of the elements.
  ///
  /// The one place where work runs in parallel.
  ///
  /// A run lets its elements share buffers. `transform` gives one result for each element. The
  /// first error ends the work.
  func concurrentMap<Result: Sendable>(
    workers: Int, run length: Int = 32,
    _ transform: @escaping @Sendable (ArraySlice<Element>) throws -> [Result]
  ) async throws -> [Result] {
    let queue = RunQueue(count: count, length: length)
    typealias Runs = [(start: Int, results: [Result])]
    return try await withThrowingTaskGroup(of: Runs.self) { group in
      for _ in 0..<Swift.max(1, Swift.min(workers, count / length + 1)) {
        group.addTask {
          var runs: Runs = []
          while let run = queue.next() {
            try Task.checkCancellation()
            runs.append((run.lowerBound, try transform(self[run])))
          }
          return runs
        }
      }
      var runs: Runs = []
      for try await part in group { runs += part }
      runs.sort { $0.start < $1.start }
      return runs.flatMap(\.results)
    }
  }
}

/// Hands out the runs of a list, each once.
private final class RunQueue: Sendable {
  private let count: Int
  private let length: Int
  private let start = Mutex(0)

  init(count: Int, length: Int) {
    self.count = count
    self.length = length
  }

  func next() -> Range<Int>? {
    start.withLock { start in
      guard start < count else { return nil }
      defer { start = min(start + length, count) }
      return start..<min(start + length, count)
    }
  }
}
