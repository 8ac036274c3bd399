import Glibc
package import Handbook

/// Asks other sites whether what is linked to is there.
package struct ExternalCheck: Sendable {
  /// What the hosts are told of who asks.
  private let agent: String
  private let environment: [String]

  /// Prepares to ask as this version of the program, with these variables, such as those of proxies.
  package init(version: String, environment: [String]) {
    agent = "\(Inquiry.agent)/\(version) (checks links; curl)"
    self.environment = environment
  }

  /// Asks for all URLs: each host at most once a second, four hosts at a time, after what their
  /// `robots.txt` allows; follows redirects.
  ///
  /// `progress` is told how many are answered, now and then.
  package func ask(
    _ urls: [String], progress: (Int) -> Void
  ) throws(ExternalCheckError) -> [String: ExternalAnswer] {
    var inquiry = Inquiry(urls)
    var running: [CurlProcess] = []
    while !inquiry.isDone {
      for request in inquiry.start(at: Self.now()) {
        running.append(try CurlProcess(request, agent: agent, environment: environment))
      }
      let pause = inquiry.nextTurn.map { max(0, $0 - Self.now()) }
      for index in Self.ready(running, within: pause).reversed() {
        guard let reply = running[index].read() else { continue }
        inquiry.finish(running.remove(at: index).request, reply)
        progress(inquiry.answers.count)
      }
    }
    let isAlone = inquiry.answers.values.allSatisfy { $0 == .gone("there is no such host") }
    if inquiry.hostCount > 2, isAlone { throw .noNetwork }
    return inquiry.answers
  }

  /// Waits until some of the processes have something to read, or the pause is over.
  private static func ready(_ running: [CurlProcess], within pause: Int?) -> [Int] {
    var polled = running.map { pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0) }
    let count = poll(&polled, nfds_t(polled.count), Int32(pause ?? -1))
    return count > 0 ? polled.indices.filter { polled[$0].revents != 0 } : []
  }

  /// Milliseconds of a clock that nobody turns.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
