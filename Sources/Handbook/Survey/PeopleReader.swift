import Diagnostics
import Register

/// Reads the private file of people, and sees to it that it stays private.
struct PeopleReader {
  /// What is known of it.
  struct Result {
    /// The people; `nil` where there is no file.
    var people: People?
    /// The file's path from the site's folder, which is never published.
    var path: String?
    var diagnostics: [Diagnostic] = []
    /// One-line remarks on what was done without.
    var notes: [String] = []
  }

  let settings: Settings
  let sources: any SourceTree
  let options: BuildOptions

  /// Reads the file that the run names, else the one that `site.yml` names.
  func read() throws(SourceError) -> Result {
    guard let path = options.people?.path ?? settings.people?.value else { return Result() }
    var result = Result(path: options.people == nil ? path : options.people?.sitePath)
    guard options.untrusted == nil else {
      result.notes = ["no people file is read for an untrusted change: nobody is shown by name"]
      return result
    }
    guard let found = try file(path) else {
      let isOutside = options.people == nil && Self.leadsOutside(path)
      result.notes = [
        isOutside
          ? "'people' in site.yml names '\(path)' outside the site's folder, where only --people "
            + "reads a file: nobody is shown by name"
          : "there is no people file '\(path)': nobody is shown by name"
      ]
      return result
    }
    result.diagnostics = found.diagnostics
    guard let file = found.value else { return result }
    let read = People.decode(file)
    result.people = read.value
    result.diagnostics += read.diagnostics
    if !read.value.isSample { ask(about: path, read.value, &result) }
    return result
  }

  /// The file at `path`, and what keeps it from being read; `nil` where there is none.
  private func file(_ path: String) throws(SourceError) -> Diagnosed<SourceFile?>? {
    if let named = options.people {
      return named.bytes.map { Diagnosed(SourceFile(path: path, bytes: $0)) }
    }
    guard let entry = try sources.find(path), entry.kind == .file else { return nil }
    return try sources.file(
      entry, help: "take out people who hold no certificate, or whose entries are there twice")
  }

  /// Whether a path leads out of the site's folder: files outside it are never read for `site.yml`.
  private static func leadsOutside(_ path: String) -> Bool {
    var depth = 0
    for part in path.split(separator: "/") where part != "." {
      depth += part == ".." ? -1 : 1
      if depth < 0 { return true }
    }
    return path.hasPrefix("/")
  }

  /// R51: a file with real names is one that git ignores.
  private func ask(about path: String, _ people: People, _ result: inout Result) {
    switch options.asksGit?(path) {
    case nil, .ignored: break
    case .notIgnored:
      result.diagnostics.append(
        Diagnostic(
          "registry-r51", .error, at: Place(people.file, 0..<0),
          "git does not ignore this file, and names in it are private",
          help: "add '\(path)' to '.gitignore'; when it was committed, take it out by "
            + "'git rm --cached' and out of the history too"))
    case .noWorkTree:
      // A file elsewhere is in no danger there.
      guard result.path != nil else { return }
      result.notes.append(
        "the site is in no git work tree: nobody was asked whether git ignores '\(path)'")
    case .unknown(let reason):
      result.notes.append("whether git ignores '\(path)' could not be asked: \(reason)")
    }
  }
}
