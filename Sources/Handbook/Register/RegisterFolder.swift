package import Diagnostics
import YAML

/// Where `site.yml` says that the register's data lies.
package enum RegisterFolder {
  /// The path that `registry` names; `nil` where it names none.
  ///
  /// Asked of every site before its files are listed, so settings without the key are not parsed.
  package static func named(in file: SourceFile) -> String? {
    guard file.holds("registry") else { return nil }
    let settings = parseMapping(
      file: file, range: 0..<file.bytes.count, rule: "invalid-front-matter", limits: .dataFile)
    return settings.value["registry"]?.scalar?.text
  }
}
