import Diagnostics

/// The templates of pages that the program makes, for sites that have none of their own in
/// `layouts/registry/`, `layouts/search/`, `layouts/print/` and `layouts/adaptation/`.
enum BuiltInTemplates {
  /// The folders in which a site may put its own.
  private static let (register, search) = ("layouts/registry/", "layouts/search/")
  private static let (print, adaptation) = ("layouts/print/", "layouts/adaptation/")
  /// What the path of a built-in template begins with in findings.
  private static let prefix = "built-in "

  private static let registerTexts: [(name: String, text: String)] = [
    ("index", index), ("organisations", organisations), ("organisation", organisation),
    ("courses", courses), ("course", course), ("coverage", coverage), ("people", people),
    ("certificates", certificates), ("certificate", certificate), ("expiring", expiring),
    ("changes", changes), ("verify", verify),
    ("banner", banner), ("organisation-table", organisationTable), ("course-table", courseTable),
  ]

  private static let searchTexts: [(name: String, text: String)] = [
    ("box", searchBox), ("page", searchPage),
  ]

  private static let adaptationTexts: [(name: String, text: String)] = [
    ("register", adaptationRegister), ("reasons", adaptationReasons),
  ]

  /// The built-in templates that no file in `files` takes the place of; those of the register where
  /// there is one.
  static func missing(beside files: [SourceFile], hasRegister: Bool, adapts: Bool) -> [SourceFile] {
    let own = Set(files.map(\.path))
    let texts =
      searchTexts.map { (search + $0.name, $0.text) } + [(print + "page", printPage)]
      + (adapts ? adaptationTexts.map { (adaptation + $0.name, $0.text) } : [])
      + (hasRegister ? registerTexts.map { (register + $0.name, $0.text) } : [])
    return texts.filter { !own.contains("\($0.0).html") }.map {
      SourceFile(path: "\(prefix)\($0.0).html", text: $0.1)
    }
  }

  /// Where a template lies, or would lie if it were the site's own.
  static func path(of file: SourceFile) -> String {
    isBuiltIn(file) ? String(file.path.dropFirst(prefix.count)) : file.path
  }

  /// Whether nobody can change the template.
  static func isBuiltIn(_ file: SourceFile) -> Bool { file.path.hasPrefix(prefix + "layouts/") }

  /// Whether the layout of this name makes what stands in a page rather than a whole page.
  static func isPart(_ name: String) -> Bool {
    let path = "layouts/" + name
    return [register, search, print, adaptation].contains { path.hasPrefix($0) }
  }
}
