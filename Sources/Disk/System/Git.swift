import Glibc
package import Handbook

/// What git says of a site's files.
package struct Git: Sendable {
  private let folder: AbsolutePath

  /// Asks about files of a site.
  package init(_ site: SiteFolder) { folder = site.absolute }

  /// Whether git keeps a file out of the repository; `path` goes from the site's folder or the root.
  ///
  /// Runs git once.
  package func ignores(_ path: String) -> GitAnswer {
    let above = pathParts(path).folder
    let folder = path.hasPrefix("/") ? (above.isEmpty ? "/" : above) : self.folder.text
    let run: ProgramRun
    do throws(SystemError) {
      run = try GitProgram.run(["check-ignore", "--quiet", "--", path], in: folder)
    } catch {
      return .unknown(reason: error.code == ENOENT ? "there is no git here" : error.reason)
    }
    return switch run.status {
    case 0: .ignored
    case 1: .notIgnored
    // Git ends so where there is no repository, or none it trusts.
    case 128: .noWorkTree
    default: .unknown(reason: "git ended with \(run.status)")
    }
  }
}

extension SiteFolder {
  /// The absolute path that a path of the command line leads to, and the same from the site's
  /// folder, where it lies in there.
  ///
  /// A path that leads nowhere is returned as it is.
  package func place(of path: String) -> (path: String, inSite: String?) {
    do throws(SystemError) {
      let resolved = try AbsolutePath(resolving: path)
      guard resolved.isWithin(absolute), resolved != absolute else { return (resolved.text, nil) }
      return (resolved.text, String(resolved.text.dropFirst(absolute.text.count + 1)))
    } catch {
      return (path, nil)
    }
  }
}
