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
    guard let bytes = try bytes() else {
      result.notes = ["there is no people file '\(path)': nobody is shown by name"]
      return result
    }
    let read = People.decode(SourceFile(path: path, bytes: bytes))
    result.people = read.value
    result.diagnostics = read.diagnostics
    if !read.value.isSample { ask(about: path, read.value, &result) }
    return result
  }

  private func bytes() throws(SourceError) -> [UInt8]? {
    if let named = options.people { return named.bytes }
    guard let path = settings.people?.value, let entry = try sources.find(path),
      entry.kind == .file
    else { return nil }
    return try sources.read(entry)
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
