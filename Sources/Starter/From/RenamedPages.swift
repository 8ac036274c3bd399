import Diagnostics
import Handbook
import Markdown

/// The pages whose files are called otherwise in the handbook, and the links to them.
struct RenamedPages {
  /// The new paths by the old ones, both in the folder of the pages.
  private(set) var paths: [String: String] = [:]

  /// Notes what became of the file of a page.
  mutating func note(_ old: String, as new: String) {
    if old != new { paths[old] = new }
  }

  /// The bytes of a page with its links to them written anew; `nil` where it has none.
  func rewritten(_ page: ForeignPage) -> [UInt8]? {
    let bytes = page.file.bytes
    guard !paths.isEmpty, String(validating: bytes, as: UTF8.self) != nil else { return nil }
    let folder = page.path.split(separator: "/").dropLast()
    var edits: [TextEdit] = []
    _ = render(Array(bytes[page.bodyStart...]), options: .standard) { link in
      let range = link.definition ?? link.range
      let start = page.bodyStart + range.lowerBound
      let written = String(
        decoding: bytes[start..<page.bodyStart + range.upperBound], as: UTF8.self)
      if let edit = renamed(written, in: folder) {
        edits.append(
          TextEdit(start + edit.lowerBound..<start + edit.upperBound, edit.name))
      }
      return Destination(link.destination)
    }
    return edits.isEmpty ? nil : bytes.applying(edits)
  }

  /// The part of a link's path that is the name of a renamed file, and its new name.
  private func renamed(
    _ written: String, in folder: some Collection<Substring>
  ) -> (lowerBound: Int, upperBound: Int, name: String)? {
    let path = written.prefix { $0 != "?" && $0 != "#" }
    guard let name = path.split(separator: "/").last, path.hasSuffix(name),
      let decoded = percentDecoded(path)
    else { return nil }
    var parts = decoded.hasPrefix("/") ? [] : Array(folder)
    for part in decoded.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    guard let new = paths[parts.joined(separator: "/")]?.split(separator: "/").last else {
      return nil
    }
    let end = path.utf8.count
    return (end - name.utf8.count, end, percentEncoded(String(new)))
  }
}
