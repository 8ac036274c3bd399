import Glibc
import Handbook

/// Opens a listed file of a site: the one way to the bytes of a source.
///
/// Nothing outside the site is reached, whatever was put in the file's place since: links are not
/// followed, a pipe is not waited for, and what is opened must be the file that was listed.
func openSource(
  _ entry: SourceEntry, in site: SiteFolder
) throws(SourceError) -> Descriptor {
  switch entry.kind {
  case .file: break
  case .link: throw .unreadable(path: entry.path, reason: "it is a symbolic link")
  case .special: throw .unreadable(path: entry.path, reason: "it is not a file")
  }
  let file: Descriptor
  do throws(SystemError) {
    file = try openBeneath(site.descriptor, entry.path, O_RDONLY | O_NONBLOCK)
  } catch  where error.code == ENOENT && entry.path.unicodeScalars.contains("\u{FFFD}") {
    throw .unreadable(path: entry.path, reason: "its name is not UTF-8")
  } catch  where [ENOENT, ENOTDIR, ELOOP, ENXIO].contains(error.code) {
    throw .changed(path: entry.path)
  } catch {
    throw .unreadable(path: entry.path, reason: error.reason)
  }
  try checkUnchanged(entry, file)
  return file
}

/// Throws `SourceError.changed` when an open file is not, or no longer, what was listed.
func checkUnchanged(_ entry: SourceEntry, _ file: borrowing Descriptor) throws(SourceError) {
  let status: Status
  do throws(SystemError) {
    status = try Status(of: file)
  } catch {
    throw .unreadable(path: entry.path, reason: error.reason)
  }
  guard status.kind == .file, status.size == entry.size, status.modified == entry.modified,
    status.identity.inode == entry.inode
  else { throw .changed(path: entry.path) }
}
