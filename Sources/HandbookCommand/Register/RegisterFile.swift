import Diagnostics
import Disk
import Handbook
import Register

/// A file of the register, or of its people, that the command line names.
struct RegisterFile {
  let path: String

  init(_ path: String) { self.path = path }

  /// The file itself.
  func file() throws(DiskError) -> SourceFile {
    SourceFile(path: path, bytes: try NamedFile(path).read())
  }

  /// The register that a file holds.
  ///
  /// - Throws: `DiskError.unreadable` where it holds none.
  static func previous(_ file: SourceFile) throws(DiskError) -> PreviousRegistry {
    do throws(UnreadableRegistry) {
      return try PreviousRegistry(parsing: file)
    } catch {
      throw .unreadable(path: file.path, reason: error.description)
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
