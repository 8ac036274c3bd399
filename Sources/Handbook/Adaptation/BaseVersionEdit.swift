import Diagnostics
import YAML

/// The edit of `site.yml` that names another version of the base.
package struct BaseVersionEdit: Sendable {
  /// The new text by path.
  package let contents: [String: [UInt8]]
  /// The base in one line, as the lock tells it.
  package let source: String

  /// Plans the edit.
  ///
  /// - Throws: `NoBase` where the base is in no git.
  package init(_ version: String, in sources: any SourceTree) throws {
    guard let entry = try sources.find("site.yml") else { throw BuildError.noSettings }
    let file = SourceFile(path: entry.path, bytes: try sources.read(entry))
    let settings = parseMapping(
      file: file, range: 0..<file.bytes.count, rule: "invalid-front-matter", limits: .dataFile)
    guard case .git(let url, _, let path)? = BaseReference.read(in: file).value?.base,
      let node = settings.value["extends"]?.mapping?["at"]
    else { throw NoBase.unreachable("the base is a folder, which has no versions") }
    let isPlain = version.utf8.allSatisfy {
      ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x30 && $0 <= 0x39
        || "-_./".utf8.contains($0)
    }
    let written =
      isPlain && version.utf8.contains { ($0 | 0x20) >= 0x61 } ? version : "\"\(version)\""
    contents = [entry.path: file.bytes.applying([TextEdit(node.range, written)])]
    source = BaseReference.git(url: url, at: version, path: path).text
  }
}
