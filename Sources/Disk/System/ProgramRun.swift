import Glibc

/// A program found on the path, run to its end without input.
struct ProgramRun {
  /// Its exit status; -1 where a signal ended it.
  let status: Int32
  /// All that it wrote to the stream that was kept.
  let output: [UInt8]

  /// Which of its streams is kept; the others lead nowhere.
  enum Stream {
    case output, errors

    fileprivate var number: Int32 { self == .output ? STDOUT_FILENO : STDERR_FILENO }
  }

  /// Runs `words`, of which the first is its name, in the environment of this process.
  ///
  /// - Throws: `SystemError`, with `ENOENT` where there is no such program.
  init(_ words: [String], keeping stream: Stream) throws(SystemError) {
    var ends: [Int32] = [0, 0]
    try system { pipe(&ends) }
    // No other process that is started meanwhile may hold them.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let input = Descriptor(ends[0])
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, ends[1], stream.number)
    var process: pid_t = 0
    let pointers = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    let code = posix_spawnp(&process, words[0], &actions, nil, pointers, environ)
    close(ends[1])
    guard code == 0 else { throw SystemError(code: code) }
    output = try Self.read(input)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    self.status = status & 0x7F == 0 ? status >> 8 & 0xFF : -1
  }

  private static func read(_ input: borrowing Descriptor) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try system { Glibc.read(input.number, &part, part.count) }
      if count == 0 { return bytes }
      bytes += part[..<count]
    }
  }
}
