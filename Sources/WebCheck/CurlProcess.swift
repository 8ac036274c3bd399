import Glibc

/// A running `curl` that asks for one URL.
///
/// It has a process of its own so that the program needs no network code, and proxies and
/// certificates are those of the system.
struct CurlProcess {
  let request: Inquiry.Request
  /// Where its output can be read, without waiting.
  let output: Int32
  private let process: pid_t
  private var bytes: [UInt8] = []

  /// The most bytes of an answer that are kept.
  private static let mostBytes = 512 << 10

  /// Starts it; `environment` is all that it gets to know of the program's.
  ///
  /// - Throws: `ExternalCheckError.noCurl` where there is none.
  init(_ request: Inquiry.Request, agent: String, environment: [String]) throws(ExternalCheckError)
  {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .system(errno) }
    // One process must not hold the ends of another's pipe.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let arguments = Self.arguments(request, agent)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var process: pid_t = 0
    let failure = withCStrings(arguments) { arguments in
      withCStrings(environment) { environment in
        posix_spawnp(&process, "curl", &actions, nil, arguments, environment)
      }
    }
    close(ends[1])
    guard failure == 0 else {
      close(ends[0])
      throw failure == ENOENT ? .noCurl : .system(failure)
    }
    self.request = request
    self.process = process
    output = ends[0]
  }

  private static func arguments(_ request: Inquiry.Request, _ agent: String) -> [String] {
    // The first keeps a person's own settings out; the last line of the output is the status.
    ["curl", "-q", "--silent", "--globoff", "--proto", "=http,https"]
      + ["--connect-timeout", "10", "--max-time", "20", "--user-agent", agent]
      + (request.isHead ? ["--head", "--output", "/dev/null"] : ["--output", "-"])
      + ["--write-out", "\n%{http_code} %{redirect_url}", "--url", request.url]
  }

  /// Takes in what there is to read; returns the reply when that was the end.
  mutating func read() -> Inquiry.Reply? {
    var part = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(output, &part, part.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return nil }
    guard count <= 0 else {
      // The status is at the end, so the beginning and the end are kept.
      bytes += part[..<count]
      if bytes.count > 2 * Self.mostBytes {
        bytes = Array(bytes[..<Self.mostBytes] + bytes.suffix(Self.mostBytes / 2))
      }
      return nil
    }
    close(output)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let hasExited = status & 0x7F == 0
    return Self.reply(bytes, exitCode: hasExited ? status >> 8 & 0xFF : -1)
  }

  /// What curl's output and exit code tell; the codes are those that its manual lists.
  static func reply(_ bytes: [UInt8], exitCode: Int32) -> Inquiry.Reply {
    let line = bytes.lastIndex(of: 10).map { bytes[($0 + 1)...] } ?? bytes[...]
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    let status = words.first.flatMap { Int($0) } ?? 0
    // An answer that was cut off is one all the same.
    if status >= 200 {
      return .answer(
        status: status, redirect: words.count > 1 ? String(words[1]) : nil,
        body: Array(bytes[..<max(0, bytes.count - line.count - 1)]))
    }
    return switch exitCode {
    case 6: .noHost
    case 5: .silence("the proxy was not found")
    case 7: .silence("it takes no connections")
    case 28: .silence("it did not answer in time")
    case 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91, 98:
      .silence("its certificate or encryption is not in order")
    default: .silence("it gave no answer that can be read")
    }
  }
}

/// Why links to other sites could not be looked at at all.
package enum ExternalCheckError: Error, Equatable, CustomStringConvertible {
  /// There is no `curl`.
  case noCurl
  /// No host at all was found.
  case noNetwork
  /// The system refused; its number of the error.
  case system(Int32)

  /// One sentence without its full stop.
  package var description: String {
    switch self {
    case .noCurl: "links to other sites are looked at with 'curl', which is not installed"
    case .noNetwork: "none of the other sites was found: there seems to be no network"
    case .system(let code):
      "cannot start 'curl': " + (strerror(code).map { String(cString: $0) } ?? "error \(code)")
    }
  }
}

/// Calls `body` with the texts as C takes a list of them, ended by a null pointer.
private func withCStrings<Result>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = texts.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers)
}
