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

  /// Reads the file, or the folder of files, that `site.yml` names, or the file at its usual place.
  static func read(
    _ settings: Settings, _ sources: any SourceTree, asOf: PlainDate
  ) throws(SourceError) -> Diagnosed<Result> {
    var paths: Set<String> = [conventionalPath]
    if let people = settings.people { paths.insert(people.value) }
    let entries = try entries(settings, sources)
    paths.formUnion(entries.map(\.path))
    guard !entries.isEmpty else {
      let missing = settings.registry.map { [Diagnostic.noRegister($0, in: settings.file)] }
      return Diagnosed(Result(view: nil, paths: paths), missing ?? [])
    }
    var files: [SourceFile] = []
    for entry in entries where entry.size <= SourceEntry.readLimit {
      files.append(SourceFile(path: entry.path, bytes: try sources.read(entry)))
    }
    let registry = Registry.decode(files)
    let people = try people(settings, sources)
    var result = Result(
      view: RegisterView(registry.value, people: people?.value, asOf: asOf), paths: paths)
    if people == nil, let path = settings.people?.value {
      result.notes.append("there is no people file '\(path)': nobody is shown by name")
    }
    if let next = result.view?.nextChange {
      result.notes.append("what the register shows next changes on \(next): build again then")
    }
    let tooLarge = entries.filter { $0.size > SourceEntry.readLimit }.map(Diagnostic.tooLarge)
    return Diagnosed(
      result,
      tooLarge + registry.diagnostics + registry.value.check(asOf: asOf)
        + (people?.diagnostics ?? [])
        + (people?.value.check(with: registry.value) ?? []))
  }

  /// The private file, where `site.yml` names one that is there.
  private static func people(
    _ settings: Settings, _ sources: any SourceTree
  ) throws(SourceError) -> Diagnosed<People>? {
    guard let path = settings.people?.value, let entry = try sources.find(path),
      entry.kind == .file
    else { return nil }
    return People.decode(SourceFile(path: entry.path, bytes: try sources.read(entry)))
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
