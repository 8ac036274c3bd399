import Register
import Values

/// The register as files for programs.
struct RegisterFiles {
  let site: Site
  let view: RegisterView

  /// The paths of the files that are made of every register.
  static func paths(_ settings: Settings) -> [String] {
    tables.map(\.path) + [
      "/registry/data/registry.json", "/registry/data/registry.schema.json",
      "/registry/renewals.ics",
    ]
      + (settings.url == nil ? [] : ["/registry/feed.atom"])
  }

  private static let tables: [(path: String, table: @Sendable (PublicRegister) -> Table)] = [
    ("/registry/data/organisations.csv", { $0.organisationTable }),
    ("/registry/data/courses.csv", { $0.courseTable }),
    ("/registry/data/coverage.csv", { $0.coverageTable }),
    ("/registry/data/terms.csv", { $0.termTable }),
    ("/registry/data/certificates.csv", { $0.certificateTable }),
  ]

  /// Each file with its path.
  var all: [(path: String, bytes: [UInt8])] {
    let register = view.register
    var files = Self.tables.map { (path: $0.path, bytes: $0.table(register).csv) }
    files.append(("/registry/data/registry.json", RegisterDocument(register).json))
    files.append(("/registry/data/registry.schema.json", Array(RegisterSchema.text.utf8)))
    files.append(("/registry/renewals.ics", RenewalCalendar(view, site: site.settings).ics))
    if let url = site.settings.url {
      files.append(
        ("/registry/feed.atom", RegisterFeed(view, at: url, of: site.settings).feed.bytes))
    }
    return files
  }
}
