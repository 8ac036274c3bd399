import CLinux
import Glibc

/// What this machine has of what the program can use.
package enum Machine {
  /// How many processors this process may use, at least one: fewer than there are in a container, or under `taskset`.
  package static var processors: Int { max(1, Int(linux_processors())) }

  /// The path of a program, looked for in the folders of `path`, which colons divide.
  package static func program(_ name: String, in path: String) -> String? {
    path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// How many folders one user may have watched for changes; `nil` where the kernel does not say.
  package static var watchLimit: Int? {
    guard let bytes = try? NamedFile("/proc/sys/fs/inotify/max_user_watches").read() else {
      return nil
    }
    return Int(String(decoding: bytes, as: UTF8.self).filter(\.isNumber))
  }

  /// Whether files can be made in a folder.
  package static func canWrite(in folder: String) -> Bool { access(folder, W_OK | X_OK) == 0 }

  /// The bytes that are free for files in a folder; `nil` where the system does not say.
  package static func freeBytes(in folder: String) -> Int? {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return nil }
    return Int(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
  }
}
