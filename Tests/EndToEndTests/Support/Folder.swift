import Foundation
import Testing

/// A temporary folder, removed with the value.
final class Folder: Sendable {
  let url: URL
  private let root: URL

  /// Makes an empty one; `name` is the last part of its path.
  init(named name: String = "site") throws {
    let memory = URL(filePath: "/dev/shm")
    let place =
      FileManager.default.isWritableFile(atPath: memory.path)
      ? memory : FileManager.default.temporaryDirectory
    root = place.appending(path: "handbook-\(UUID().uuidString)")
    url = root.appending(path: name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    let manager = FileManager.default
    for case let path as String in manager.enumerator(atPath: url.path) ?? .init() {
      let folder = url.appending(path: path).path
      if !manager.isReadableFile(atPath: folder) || !manager.isExecutableFile(atPath: folder) {
        try? manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
      }
    }
    try? manager.removeItem(at: root)
  }

  /// Copies all that is in a folder into this one.
  func copy(contentsOf folder: URL) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try FileManager.default.copyItem(
        at: folder.appending(path: name), to: url.appending(path: name))
    }
  }

  /// Removes a file or folder, when it is there.
  func remove(_ path: String) {
    try? FileManager.default.removeItem(at: url.appending(path: path))
  }

  /// Writes a file, and the folders above it.
  func write(_ text: String, to path: String) throws {
    try Tree.write(Data(text.utf8), to: url.appending(path: path))
  }

  /// The text of a file.
  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: path)), as: UTF8.self)
  }

  /// An empty file, open for writing.
  func open(_ path: String) throws -> FileHandle {
    let file = url.appending(path: path)
    try #require(FileManager.default.createFile(atPath: file.path, contents: nil))
    return try FileHandle(forWritingTo: file)
  }
}
