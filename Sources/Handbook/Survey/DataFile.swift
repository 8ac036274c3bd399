import Diagnostics
import Values
import YAML

/// A YAML file of free data that `site.yml` names.
enum DataFile {
  /// Reads the file at `path`, which is written in `settings`.
  static func read(
    _ path: Located<String>, in settings: SourceFile, _ sources: any SourceTree
  ) throws(SourceError) -> Diagnosed<ValueMap> {
    guard let entry = try sources.find(path.value), entry.kind == .file else {
      return Diagnosed(
        ValueMap(),
        [
          Diagnostic(
            "missing-asset", .error, at: Place(settings, path.range),
            "there is no data file at '\(path.value)'",
            help: "name a file below the site's folder, or write the data here")
        ])
    }
    let read = try sources.file(entry)
    guard let file = read.value else { return Diagnosed(ValueMap(), read.diagnostics) }
    if let offset = UTF8Check.firstInvalid(in: file.bytes) {
      return Diagnosed(ValueMap(), [.notText(file, at: offset)])
    }
    let parsed = parseMapping(
      file: file, range: 0..<file.bytes.count, rule: "invalid-front-matter", limits: .dataFile)
    var map = ValueMap()
    for pair in parsed.value.pairs { map[pair.key] = pair.value.value }
    return Diagnosed(map, parsed.diagnostics)
  }
}
