import CLinux
import Glibc

/// A program found on the path, run to its end.
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

  /// How much it may take; what takes more is ended.
  struct Limits {
    let seconds: Int
    let bytes: Int
  }

  /// The environment of this process, each line `NAME=value`.
  static var environment: [String] {
    var lines: [String] = []
    var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = environ
    while let line = next.pointee {
      lines.append(String(cString: line))
      next += 1
    }
    return lines
  }

  /// Runs `words`, of which the first is its name, in the environment of this process or the one given.
  ///
  /// - Throws: `SystemError`, with `ENOENT` where there is no such program, `ETIME` where it took longer and
  ///   `EFBIG` where it wrote more than `limits` allow.
  init(
    _ words: [String], environment: [String] = Self.environment, input: [UInt8] = [],
    keeping stream: Stream, within limits: Limits? = nil
  ) throws(SystemError) {
    var ends: [Int32] = [0, 0]
    try system { pipe(&ends) }
    // No other process that is started meanwhile may hold them.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let answers = Descriptor(ends[0])
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let given = try Self.file(input)
    posix_spawn_file_actions_adddup2(&actions, given.number, STDIN_FILENO)
    for number in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, ends[1], stream.number)
    var process: pid_t = 0
    let pointers = words.map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for pointer in pointers + variables { free(pointer) } }
    let code = posix_spawnp(&process, words[0], &actions, nil, pointers, variables)
    close(ends[1])
    guard code == 0 else { throw SystemError(code: code) }
    let deadline = limits.map { ContinuousClock.now + .seconds($0.seconds) }
    do throws(SystemError) {
      output = try Self.read(answers, until: deadline, atMost: limits?.bytes)
      status = try Self.status(of: process, until: deadline)
    } catch {
      kill(process, SIGKILL)
      _ = try? Self.status(of: process, until: nil)
      throw error
    }
  }

  /// What the program is to read: a file, so that nobody has to write while it answers.
  private static func file(_ input: [UInt8]) throws(SystemError) -> Descriptor {
    if input.isEmpty {
      return Descriptor(try system { open("/dev/null", O_RDONLY | O_CLOEXEC) })
    }
    let file = Descriptor(try system { linux_memory_file() })
    try file.write(input)
    let number = file.number
    try system { lseek(number, 0, SEEK_SET) }
    return file
  }

  private static func read(
    _ answers: borrowing Descriptor, until deadline: ContinuousClock.Instant?, atMost limit: Int?
  ) throws(SystemError) -> [UInt8] {
    let number = answers.number
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let deadline { try wait(for: number, until: deadline) }
      let count = try system { Glibc.read(number, &part, part.count) }
      if count == 0 { return bytes }
      bytes += part[..<count]
      if let limit, bytes.count > limit { throw SystemError(code: EFBIG) }
    }
  }

  /// Waits until there is something to read, or nothing more to come.
  private static func wait(
    for number: Int32, until deadline: ContinuousClock.Instant
  ) throws(SystemError) {
    var asked = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    let rest = (deadline - .now) / .milliseconds(1)
    guard try system({ poll(&asked, 1, Int32(max(0, rest.rounded(.up)))) }) > 0 else {
      throw SystemError(code: ETIME)
    }
  }

  /// Its exit status, when it has ended; -1 where a signal ended it.
  private static func status(
    of process: pid_t, until deadline: ContinuousClock.Instant?
  ) throws(SystemError) -> Int32 {
    var status: Int32 = 0
    while try system({ waitpid(process, &status, deadline == nil ? 0 : WNOHANG) }) == 0 {
      // It has nothing more to say, so it is about to end.
      if let deadline, deadline < .now { throw SystemError(code: ETIME) }
      usleep(1000)
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
  }
}
