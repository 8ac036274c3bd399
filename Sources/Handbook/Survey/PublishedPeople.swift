import Diagnostics
import Register

/// Finds files of people that are about to be published, as where `people` in `site.yml` names
/// another file: R51.
enum PublishedPeople {
  /// Whether a file can be one, by its name.
  static func mayBe(_ path: String) -> Bool {
    FileName.fileExtension(path).map(["yml", "yaml", "json"].contains) ?? false
  }

  /// What is wrong with publishing `files`, at the first person that each names.
  ///
  /// O(*bytes* of those that may be such files).
  static func findings(
    in files: [PublishedFile], _ sources: any SourceTree
  ) throws(SourceError) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for entry in files.lazy.map(\.entry)
    where mayBe(entry.path) && entry.size <= SourceEntry.readLimit {
      let file = SourceFile(path: entry.path, bytes: try sources.read(entry))
      // Nearly no file has a code of a person, and parsing costs more than looking.
      guard file.holds("per-") else { continue }
      let people = People.decode(file).value
      guard let person = people.firstNamed else { continue }
      findings.append(
        Diagnostic(
          "registry-r51", .error, at: Place(people.file, person.id.range),
          "this file names people of the register, and would be published",
          help: "name it as 'people' in site.yml, or take it out of the site"))
    }
    return findings
  }
}
