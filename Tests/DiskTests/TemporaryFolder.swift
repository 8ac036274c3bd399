import Glibc
import Testing

/// A folder of its own for a test, removed with the value.
final class TemporaryFolder {
  let path: String

  init() throws {
    let place = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(place)/handbook-test-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  deinit {
    remove(Array(path.utf8CString))
  }

  /// Writes files, given by their paths in the folder; a path ending in `/` makes a folder.
  func write(_ files: [String: String]) throws {
    for (name, text) in files {
      for slash in name.indices where name[slash] == "/" {
        mkdir("\(path)/\(name[..<slash])", 0o777)
      }
      if name.hasSuffix("/") { continue }
      let file = try #require(fopen("\(path)/\(name)", "w"))
      defer { fclose(file) }
      try #require(fwrite(text, 1, text.utf8.count, file) == text.utf8.count)
    }
  }

  /// Makes a symbolic link.
  func link(_ name: String, to target: String) throws {
    try #require(symlink(target, "\(path)/\(name)") == 0)
  }

  /// Draws what is in a folder: a line for each thing, sorted, files with their text.
  ///
  /// Folders end in `/`, links in `->`, other things in `?`.
  func drawing(of folder: String = "", without skipped: Set<String> = []) throws -> [String] {
    try draw(folder.isEmpty ? path : "\(path)/\(folder)", below: "", without: skipped)
  }

  private func draw(
    _ folder: String, below prefix: String, without skipped: Set<String>
  ) throws -> [String] {
    let names = try names(in: folder).filter { !skipped.contains($0) }
    return try names.sorted().flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      var status = stat()
      try #require(lstat(path, &status) == 0)
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        return ["\(prefix)\(name)/"]
          + (try draw(path, below: "\(prefix)\(name)/", without: skipped))
      case S_IFLNK: return ["\(prefix)\(name) ->"]
      case S_IFREG: return ["\(prefix)\(name): \(try text(at: path))"]
      default: return ["\(prefix)\(name)?"]
      }
    }
  }

  /// The names in a folder.
  private func names(in folder: String) throws -> [String] {
    let open = try #require(opendir(folder))
    defer { closedir(open) }
    var names: [String] = []
    while let entry = readdir(open) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The text of a file of the folder.
  func text(of name: String) throws -> String {
    try text(at: "\(path)/\(name)")
  }

  private func text(at path: String) throws -> String {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      text += buffer[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Removes what is there, through the system's bytes, as names need not be UTF-8.
  private func remove(_ path: [CChar]) {
    if unlink(path) == 0 { return }
    guard let open = opendir(path) else { return }
    while let entry = readdir(open) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { $0.prefix { $0 != 0 } }
        .map { CChar(bitPattern: $0) }
      if name == [46] || name == [46, 46] { continue }
      remove(path.dropLast() + [47] + name + [0])
    }
    closedir(open)
    rmdir(path)
  }
}
