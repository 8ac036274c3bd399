import Glibc

/// A folder that holds a built site, as a server reads it.
///
/// Every file is looked for anew, so that a build which exchanges the folder is seen at once.
package struct BuiltFolder: Sendable {
  private let path: AbsolutePath

  /// Finds the folder.
  ///
  /// - Throws: `DiskError.noBuiltSite` for one without what every build writes.
  package init(_ path: String) throws(DiskError) {
    do throws(SystemError) {
      self.path = try AbsolutePath(resolving: path)
      _ = try Descriptor(folder: self.path.text)
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    if try read("handbook.json") == nil { throw .noBuiltSite(folder: path) }
  }

  /// Returns the bytes of the file at a path in the folder, or `nil` where there is none.
  ///
  /// A folder is none, nor is what a link leads to.
  package func read(_ file: String) throws(DiskError) -> [UInt8]? {
    do throws(SystemError) {
      let folder = try Descriptor(folder: path.text)
      let open = try openBeneath(folder, file, O_RDONLY | O_NONBLOCK)
      let status = try Status(of: open)
      guard status.kind == .file else { return nil }
      var failure: SystemError?
      let bytes = [UInt8](unsafeUninitializedCapacity: status.size) { buffer, count in
        do throws(SystemError) {
          count = try open.read(into: UnsafeMutableRawBufferPointer(buffer))
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
      return bytes
    } catch
      where [ENOENT, ENOTDIR, ELOOP, EISDIR, ENXIO, EXDEV, ENAMETOOLONG].contains(error.code)
    {
      return nil
    } catch {
      throw .unreadable(path: file, reason: error.reason)
    }
  }
}
