import Glibc
import Handbook

/// What a preview leaves to the process that takes its place.
///
/// It is passed in the environment, and its sockets stay open under their numbers.
struct Resumption: Sendable {
  /// The secret in the addresses of what open pages listen to.
  var token: String
  var sockets: [Int32]
  /// The pages that are left out, as their files were.
  var endless: Set<SourceEntry>

  private static let variable = "HANDBOOK_RESUMPTION"

  /// Takes the place of this process: the same program with the same arguments.
  ///
  /// Returns only where that fails.
  func start() {
    setenv(Self.variable, text, 1)
    // Threads of a pool take no signals; the next program is to be stopped as this one was.
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
    var arguments = CommandLine.arguments.map { strdup($0) as UnsafeMutablePointer<CChar>? } + [nil]
    // The very program that runs, though its file may be another one by now.
    execv("/proc/self/exe", &arguments)
  }

  /// What the process was left whose place this one took; `nil` where it took nobody's.
  static var given: Resumption? {
    defer { unsetenv(variable) }
    return Environment.text(variable).flatMap(Resumption.init(parsing:))
  }
}

extension Resumption {
  /// The token and the sockets in one line, then a line for each page, its path last.
  var text: String {
    let first = ([token] + sockets.map { "\($0)" }).joined(separator: " ")
    let lines = endless.sorted { $0.path < $1.path }.map { entry in
      "\(entry.size) \(entry.modified) \(entry.inode) \(percentEncoded(entry.path))"
    }
    return ([first] + lines).joined(separator: "\n")
  }

  /// Reads what `text` wrote; `nil` for anything else.
  init?(parsing text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let words = lines.first?.split(separator: " "), let token = words.first else {
      return nil
    }
    self.token = String(token)
    sockets = words.dropFirst().compactMap { Int32($0) }
    let entries = lines.dropFirst().map { line -> SourceEntry? in
      let words = line.split(separator: " ")
      guard words.count == 4, let size = Int(words[0]), let modified = Int64(words[1]),
        let inode = UInt64(words[2]), let path = percentDecoded(words[3])
      else { return nil }
      return SourceEntry(path: path, size: size, modified: modified, inode: inode)
    }
    guard sockets.count == words.count - 1, !sockets.isEmpty, !entries.contains(nil) else {
      return nil
    }
    endless = Set(entries.compactMap { $0 })
  }
}
