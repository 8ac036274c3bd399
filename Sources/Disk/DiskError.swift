/// Why the disk kept a run from going on.
///
/// Whoever ran the command makes the next move: the content
/// is not at fault, so the exit code is 2.
package enum DiskError: Error, Equatable {
  /// There is no `site.yml` in `folder` nor, when `upwards`, in any folder above it.
  case noSite(folder: String, upwards: Bool)
  /// `folder` holds no site as it was built.
  case noBuiltSite(folder: String)
  /// A file or folder could not be read; `reason` is the system's own word for it.
  case unreadable(path: String, reason: String)
  /// A file or folder could not be written; `reason` is the system's own word for it.
  case unwritable(path: String, reason: String)
  /// The output may not lie where it was asked for. Nothing there was changed.
  case refusedOutput(path: String, Refusal)
  /// A file of the published output was changed by somebody while the next one was made of it. Nothing
  /// there was replaced: another run must begin.
  case changedOutput(path: String)
  /// Another build of the site was at work all the time that this one waited; `holder` is its
  /// process, when it could be learned.
  case locked(path: String, holder: Int32?)
}

/// Why a folder may not take a site's output.
package enum Refusal: Error, Hashable {
  /// It is the root of the file system.
  case root
  /// It is the user's home folder.
  case home
  /// It is the site's folder or holds it.
  case holdsSite
  /// It is, or lies inside, a folder of the site that holds sources or working files.
  case inside(folder: String)
  /// It is the top of a git repository or worktree.
  case repository
  /// Something is mounted on it, so that it cannot be exchanged for another folder.
  case mountPoint
  /// It is a symbolic link.
  case link
  /// It is something else than a folder.
  case notFolder
  /// It holds files, and no build has marked it as an output.
  case foreign
  /// It is an output in which somebody put files by hand: their paths in it, sorted, at least one.
  case addedFiles([String])
}

extension DiskError: CustomStringConvertible {
  /// One plain sentence, with the way out where there is one; no final full stop.
  package var description: String {
    switch self {
    case .noSite(let folder, upwards: true):
      "there is no site.yml in '\(folder)' or in any folder above it; "
        + "go to the folder of a site or name it with --site"
    case .noSite(let folder, upwards: false):
      "there is no site.yml in '\(folder)'; name the folder of a site with --site"
    case .noBuiltSite(let folder):
      "there is no built site in '\(folder)', as it has no handbook.json; "
        + "'handbook build' makes one, in 'public' unless told otherwise"
    case .unreadable(let path, let reason):
      "cannot read '\(path)': \(reason)"
    case .unwritable(let path, let reason):
      "cannot write '\(path)': \(reason)"
    case .refusedOutput(let path, let refusal):
      "cannot put the site into '\(path)': \(refusal)"
    case .changedOutput(let path):
      "'\(path)' was changed while the site was built; build again"
    case .locked(let path, let holder?):
      "another build is writing '\(path)' (process \(holder)); wait for it to end, then build again"
    case .locked(let path, nil):
      "another build is writing '\(path)'; wait for it to end, then build again"
    }
  }
}

extension Refusal: CustomStringConvertible {
  /// What stands against the folder and what to do instead, to follow a colon.
  package var description: String {
    switch self {
    case .root: "it is the root of the file system; choose a new folder with --output"
    case .home: "it is your home folder; choose a new folder with --output"
    case .holdsSite: "the site itself is in it; choose a new folder with --output"
    case .inside(let folder):
      "it is in '\(folder)', which holds the site's own files; choose a folder outside it with --output"
    case .repository:
      "it is the top of a git repository; choose a folder in it with --output, or copy the site there"
    case .mountPoint: "it is a mount point; choose a folder in it with --output"
    case .link: "it is a symbolic link; name the folder that it leads to with --output"
    case .notFolder: "it is not a folder; choose another name with --output"
    case .foreign:
      "it holds files that 'handbook build' did not make; "
        + "empty it yourself or choose a new folder with --output"
    case .addedFiles(let paths): Self.describe(added: paths)
    }
  }

  private static func describe(added paths: [String]) -> String {
    let shown = paths.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    let more = paths.count > 3 ? " and \(paths.count - 3) more" : ""
    return "\(shown)\(more) in it did not come from a build and would be lost; "
      + "move what you want to keep to 'content' or 'assets' and delete the rest"
  }
}
