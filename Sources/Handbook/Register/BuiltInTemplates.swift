import Diagnostics

/// The templates of the register's pages for sites that have none of their own in `layouts/registry/`.
enum BuiltInTemplates {
  /// The folder in which a site may put its own.
  static let folder = "layouts/registry/"
  /// What the path of a built-in template begins with in findings.
  private static let prefix = "built-in "

  private static let texts: [(name: String, text: String)] = [
    ("index", index), ("organisations", organisations), ("organisation", organisation),
    ("courses", courses), ("course", course), ("coverage", coverage), ("people", people),
    ("certificate", certificate), ("expiring", expiring), ("changes", changes), ("verify", verify),
    ("banner", banner), ("organisation-table", organisationTable), ("course-table", courseTable),
  ]

  /// The built-in templates that no file in `files` takes the place of.
  static func missing(beside files: [SourceFile]) -> [SourceFile] {
    let own = Set(files.map(\.path))
    return texts.filter { !own.contains("\(folder)\($0.name).html") }.map {
      SourceFile(path: "\(prefix)\(folder)\($0.name).html", text: $0.text)
    }
  }

  /// Where a template lies, or would lie if it were the site's own.
  static func path(of file: SourceFile) -> String {
    isBuiltIn(file) ? String(file.path.dropFirst(prefix.count)) : file.path
  }

  /// Whether nobody can change the template.
  static func isBuiltIn(_ file: SourceFile) -> Bool { file.path.hasPrefix(prefix + folder) }
}
