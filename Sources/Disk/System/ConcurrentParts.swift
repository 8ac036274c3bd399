import Dispatch
import Synchronization

/// How few things are not worth a thread.
private let fewest = 512

extension Array where Element: Sendable {
  /// Gives the list to `work` in parts, one for each processor, at the same time, and returns what it makes
  /// of them in the list's order.
  ///
  /// A short list is one part. For system calls about many files, which wait for the kernel and hardly
  /// for each other.
  ///
  /// - Throws: what the first part of those that failed threw; the others have been done.
  func inParts<Result: Sendable>(
    _ work: @Sendable (ArraySlice<Element>) throws(SystemError) -> [Result]
  ) throws(SystemError) -> [Result] {
    let parts = Swift.min(Machine.processors, count / fewest)
    guard parts > 1 else { return try work(self[...]) }
    let made = Mutex([Swift.Result<[Result], SystemError>](repeating: .success([]), count: parts))
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let result: Swift.Result<[Result], SystemError>
      do throws(SystemError) {
        result = .success(try work(self[part * count / parts..<(part + 1) * count / parts]))
      } catch {
        result = .failure(error)
      }
      made.withLock { $0[part] = result }
    }
    var results: [Result] = []
    for part in made.withLock({ $0 }) { results += try part.get() }
    return results
  }
}
