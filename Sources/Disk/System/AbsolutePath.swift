import Glibc

/// A path from the root of the file system, without symbolic links, `.` or `..` when it was made.
struct AbsolutePath: Equatable {
  /// The path; `/` at the end only for the root itself.
  let text: String

  /// Follows `path`, which must exist, to what it leads to.
  init(resolving path: String) throws(SystemError) {
    guard let resolved = realpath(path, nil) else { throw SystemError(code: errno) }
    defer { free(resolved) }
    text = String(cString: resolved)
  }

  private init(text: String) {
    self.text = text
  }

  /// The folder that holds it, or `nil` for the root.
  var parent: AbsolutePath? {
    guard text != "/", let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return AbsolutePath(text: slash == text.startIndex ? "/" : String(text[..<slash]))
  }

  /// Its last part; empty for the root.
  var name: String {
    text.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(text[$0...].dropFirst()) } ?? text
  }

  /// Returns the path of `name` in the folder.
  func appending(_ name: String) -> AbsolutePath {
    AbsolutePath(text: text == "/" ? "/" + name : text + "/" + name)
  }

  /// Follows `path`, of which the last parts need not be there yet, as far as it goes; `nil` where nothing
  /// of it is there.
  static func nearest(to path: String) -> (found: AbsolutePath, missing: [String])? {
    var parts = path.split(separator: "/").map(String.init)
    var missing: [String] = []
    while true {
      let above = (path.hasPrefix("/") ? "/" : "./") + parts.joined(separator: "/")
      if let found = try? AbsolutePath(resolving: above) { return (found, missing) }
      guard let last = parts.popLast() else { return nil }
      missing.insert(last, at: 0)
    }
  }

  /// The way to it from a folder above it, empty for the folder itself; `nil` where it is not below that.
  func text(from folder: AbsolutePath) -> String? {
    guard isWithin(folder) else { return nil }
    return String(
      Substring(text.utf8.dropFirst(folder.text.utf8.count).drop { $0 == UInt8(ascii: "/") }))
  }

  /// Whether it is `other` or lies below it.
  func isWithin(_ other: AbsolutePath) -> Bool {
    self == other || other.text == "/" || text.utf8.starts(with: (other.text + "/").utf8)
  }
}
