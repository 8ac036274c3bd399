import Foundation

/// The files below a folder by their path: what tests compare.
struct Tree: Equatable {
  private(set) var files: [String: Data] = [:]

  /// No files.
  static let nothing = Tree()

  private init() {}

  /// Reads a folder; empty when there is none.
  init(_ folder: URL) throws {
    for case let path as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() {
      let file = folder.appending(path: path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files[path] = try Data(contentsOf: file)
    }
  }

  /// What lies in an output folder for readers: all but the program's own mark.
  var published: Tree {
    var tree = self
    tree.files = files.filter { !$0.key.hasPrefix(".handbook") }
    return tree
  }

  /// The files without the index for searching and the program's script, which tests of their own
  /// look at: a letter changed in the script would change every page here.
  var withoutSearch: Tree {
    var tree = Tree()
    for (path, data) in files {
      let isScript = path.hasPrefix("assets/search.") && path.hasSuffix(".js")
      if isScript || path.hasPrefix("search/") && path.hasSuffix(".txt") { continue }
      let text = String(decoding: data, as: UTF8.self).replacing(
        /assets\/search\.[0-9a-f]{10}\.js" integrity="[^"]*"/, with: "assets/search.js\"")
      tree.files[path] = path.hasSuffix(".html") ? Data(text.utf8) : data
    }
    return tree
  }

  /// The files at some paths alone.
  func keeping(_ paths: [String]) -> Tree {
    var tree = self
    tree.files = files.filter { paths.contains($0.key) }
    return tree
  }

  /// The paths at which two trees differ, each with what is wrong there.
  func differences(from expected: Tree) -> [String] {
    Set(files.keys).union(expected.files.keys).sorted().compactMap { path in
      switch (files[path], expected.files[path]) {
      case (nil, _): "\(path): not there"
      case (_, nil): "\(path): not expected"
      case (let found, let wanted): found == wanted ? nil : "\(path): other bytes"
      }
    }
  }

  /// Writes all files below a folder, which is emptied first.
  func write(to folder: URL) throws {
    try? FileManager.default.removeItem(at: folder)
    for (path, data) in files { try Self.write(data, to: folder.appending(path: path)) }
  }

  /// Writes a file and the folders above it.
  static func write(_ data: Data, to file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }
}
