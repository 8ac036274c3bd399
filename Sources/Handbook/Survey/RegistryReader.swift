import Diagnostics
import Register
import Values

/// Reads the register's data file, where the site has one.
struct RegistryReader {
  /// The register, and the files that are its data and never published.
  struct Result: Sendable {
    var view: RegisterView?
    var paths: Set<String>
  }

  /// The file that is read when `site.yml` names none.
  private static let conventionalPath = "content/registry.yml"

  /// Reads the file that `site.yml` names, or the one at its usual place.
  static func read(
    _ settings: Settings, _ sources: any SourceTree, asOf: PlainDate
  ) throws(SourceError) -> Diagnosed<Result> {
    Diagnosed(Result(view: nil, paths: [conventionalPath]))
  }
}
