extension SiteFolder {
  /// The site's folder relative to the root of its repository: empty, or ended by `/`.
  ///
  /// The root is the nearest folder, the site's own or one above it, that holds `.git`, which is a
  /// file in a worktree. Without one, the site's own folder counts as the root.
  package var folderInRepository: String {
    var root: AbsolutePath? = absolute
    while let folder = root {
      if holdsRepository(folder) {
        let below = absolute.text.dropFirst(folder.text == "/" ? 1 : folder.text.count + 1)
        return below.isEmpty ? "" : below + "/"
      }
      root = folder.parent
    }
    return ""
  }

  private func holdsRepository(_ folder: AbsolutePath) -> Bool {
    do throws(SystemError) {
      _ = try Status(of: ".git", in: Descriptor(folder: folder.text))
      return true
    } catch {
      return false
    }
  }
}
