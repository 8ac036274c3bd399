import Foundation
import Glibc
import Testing

/// What the system says of everything in a folder: the same only where nobody touched anything.
struct Untouched: Equatable {
  private var facts: [String: [Int]] = [:]

  init(_ folder: URL) throws {
    let paths = FileManager.default.enumerator(atPath: folder.path) ?? .init()
    for case let path as String in paths {
      var status = stat()
      try #require(lstat(folder.appending(path: path).path, &status) == 0)
      facts[path] = [
        Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
        status.st_ctim.tv_nsec, Int(status.st_mode), Int(status.st_size),
      ]
    }
  }
}
