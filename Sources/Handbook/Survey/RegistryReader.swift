import Diagnostics
import Register
import Values

/// Reads the register's data, where the site has any.
struct RegistryReader {
  /// The register, and the files that are its data and never published.
  struct Result: Sendable {
    var view: RegisterView?
    var paths: Set<String>
    /// One-line remarks on what the register does without.
    var notes: [String] = []
  }

  /// The files that hold a register or its people where `site.yml` names none.
  private static let conventionalPath = "content/registry.yml"

  /// Reads the file, or the folder of files, that `site.yml` names, or the file at its usual place,
  /// and the private file.
  static func read(
    _ settings: Settings, _ sources: any SourceTree, _ options: BuildOptions
  ) throws(SourceError) -> Diagnosed<Result> {
    let day = options.asOf
    let people = try PeopleReader(settings: settings, sources: sources, options: options).read()
    let entries = try entries(settings, sources)
    var paths = Set(entries.map(\.path) + [conventionalPath])
    if let path = settings.people?.value { paths.insert(path) }
    if let path = people.path { paths.insert(path) }
    guard !entries.isEmpty else {
      let missing = settings.registry.map { [Diagnostic.noRegister($0, in: settings.file)] }
      return Diagnosed(Result(view: nil, paths: paths), missing ?? [])
    }
    var files: [SourceFile] = []
    var found: [Diagnostic] = []
    for entry in entries {
      let read = try sources.file(
        entry, help: "make 'registry' in site.yml a folder, and divide the register into files")
      found += read.diagnostics
      if let file = read.value { files.append(file) }
    }
    let registry = Registry.decode(files)
    var result = Result(
      view: RegisterView(registry.value, people: people.people, asOf: day), paths: paths,
      notes: people.notes)
    if let next = result.view?.nextChange {
      result.notes.append("what the register shows next changes on \(next): build again then")
    }
    found += registry.diagnostics + people.diagnostics
    // What is not there because it could not be read is not missing.
    if registry.value.isCutShort { return Diagnosed(result, found) }
    found += registry.value.check(asOf: day)
    found += people.people?.check(with: registry.value, asOf: day) ?? []
    found += options.previousRegistry.map { registry.value.check(since: $0, asOf: day) } ?? []
    return Diagnosed(result, found)
  }

  private static func entries(
    _ settings: Settings, _ sources: any SourceTree
  ) throws(SourceError) -> [SourceEntry] {
    let path = settings.registry?.value ?? conventionalPath
    if let entry = try sources.find(path) { return entry.kind == .file ? [entry] : [] }
    let folder = path.hasSuffix("/") ? path : path + "/"
    return sources.entries.filter {
      $0.path.hasPrefix(folder) && $0.path.hasSuffix(".yml") && $0.kind == .file
    }
  }
}

extension Diagnostic {
  fileprivate static func noRegister(
    _ path: Located<String>, in file: SourceFile
  ) -> Diagnostic {
    Diagnostic(
      "missing-asset", .error, at: Place(file, path.range),
      "there is no register at '\(path.value)'",
      help: "name a file below the site's folder, or leave 'registry' out")
  }
}
