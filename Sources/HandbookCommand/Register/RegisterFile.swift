import Diagnostics
import Disk
import Handbook
import Register

/// A file of the register, or of its people, that the command line names.
struct RegisterFile {
  let path: String

  init(_ path: String) { self.path = path }

  /// The register that it holds.
  ///
  /// - Throws: `DiskError.unreadable` also where it holds none.
  func previous() throws(DiskError) -> PreviousRegistry {
    let file = SourceFile(path: path, bytes: try NamedFile(path).read())
    do throws(UnreadableRegistry) {
      return try PreviousRegistry(parsing: file)
    } catch {
      throw .unreadable(path: path, reason: error.description)
    }
  }

  /// The people that it holds; without the file nobody.
  func people(of site: SiteFolder) throws(DiskError) -> NamedPeople {
    let place = site.place(of: path)
    return NamedPeople(
      path: place.inSite ?? place.path, bytes: try NamedFile(path).readIfThere(),
      sitePath: place.inSite)
  }
}
