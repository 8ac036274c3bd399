import Diagnostics

extension SourceTree {
  /// Reads a file that `site.yml` names, or that has its name by convention; `nil` and a finding
  /// for one of more bytes than are read.
  ///
  /// `help` says how it can be made smaller.
  func file(
    _ entry: SourceEntry, help: String = "divide it"
  ) throws(SourceError) -> Diagnosed<SourceFile?> {
    do throws(SourceError) {
      return Diagnosed(SourceFile(path: entry.path, bytes: try read(entry)))
    } catch .tooLarge(let path, let size, let limit) {
      return Diagnosed(nil, [.tooLarge(path, size, limit: limit, help: help)])
    }
  }
}

extension Diagnostic {
  /// A file of more bytes than are read.
  static func tooLarge(
    _ path: String, _ size: Int, limit: Int = SourceEntry.readLimit, help: String = "divide it"
  ) -> Diagnostic {
    Diagnostic(
      "limit-exceeded", .error, at: Place(SourceFile(path: path, bytes: []), 0..<0),
      "this file has \(size) bytes, and none may have more than \(limit)", help: help)
  }
}
