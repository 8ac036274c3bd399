/// The paths of a handbook that is to be made: each once, below its folder, and none both a file and a
/// folder, so that making it does not fail half-way.
struct PlannedPaths {
  /// The handbook's own files, and what was copied beside them.
  private let own: Set<String>
  private var files: Set<String>
  private var folders: Set<String>

  /// Begins with the handbook's own files.
  init(own: [String]) {
    self.own = Set(own)
    files = self.own
    folders = Set(own.flatMap { Self.folders(above: $0) })
  }

  /// Whether a file lies there.
  func holds(_ path: String) -> Bool { files.contains(path) }

  /// Takes a path, or tells why it cannot be: in words, without a final full stop.
  mutating func take(_ path: String) -> String? {
    guard Self.isInside(path), Self.isPlain(path) else {
      return "no file of a handbook can lie at '\(path)'"
    }
    let above = Self.folders(above: path)
    if own.contains(path) { return "the handbook has a file of its own at '\(path)'" }
    if files.contains(path) { return "another file has the address already" }
    if let file = above.first(where: files.contains) { return "'\(file)' is a file already" }
    if folders.contains(path) { return "'\(path)' is a folder already" }
    files.insert(path)
    folders.formUnion(above)
    return nil
  }

  /// Whether a path, from the handbook's folder, goes nowhere up.
  static func isInside(_ path: String) -> Bool { !path.split(separator: "/").contains("..") }

  /// Whether each part of it is one that a file can be called, and the path is written in one way only.
  private static func isPlain(_ path: String) -> Bool {
    !path.contains("\0")
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0.utf8.count <= longestName
      }
  }

  /// How many bytes the name of a file may have, on Linux and elsewhere.
  private static let longestName = 255

  private static func folders(above path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
  }
}
