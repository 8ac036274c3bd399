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

  /// Whether it is `other` or lies below it.
  func isWithin(_ other: AbsolutePath) -> Bool {
    self == other || other.text == "/" || text.utf8.starts(with: (other.text + "/").utf8)
  }
}
