import Glibc

/// The folder of a site: the one that holds its `site.yml`.
///
/// It stays the same folder for as long as
/// the value lives, even when it is renamed.
package final class SiteFolder: Sendable {
  /// Its absolute path without symbolic links.
  package var path: String { absolute.text }
  /// The same.
  let absolute: AbsolutePath
  /// The open folder, below which all of the site is read.
  let descriptor: Descriptor

  /// The file that makes a folder a site's.
  static let settingsName = "site.yml"

  private init(absolute: AbsolutePath, descriptor: consuming Descriptor) {
    self.absolute = absolute
    self.descriptor = descriptor
  }

  /// Returns the site in `folder`, or, when that is `nil`, the one in the current folder or the
  /// nearest above it.
  ///
  /// - Throws: `DiskError.noSite` when there is none, `DiskError.unreadable` when a folder on the
  ///   way cannot be looked into.
  package static func find(_ folder: String?) throws(DiskError) -> SiteFolder {
    try find(from: folder ?? ".", upwards: folder == nil)
  }

  /// Returns a folder that need not be a site.
  ///
  /// - Throws: `DiskError.unreadable` when there is none or it cannot be looked into.
  package static func any(_ folder: String) throws(DiskError) -> SiteFolder {
    do throws(SystemError) {
      let absolute = try AbsolutePath(resolving: folder)
      return SiteFolder(absolute: absolute, descriptor: try Descriptor(folder: absolute.text))
    } catch {
      throw .unreadable(path: folder, reason: error.reason)
    }
  }

  /// Where its output lies unless asked otherwise: from the current folder where it is below that, else from the
  /// root.
  package var shownOutput: String {
    let output = absolute.appending(Destination.usualName)
    return (try? AbsolutePath(resolving: ".")).flatMap(output.text(from:)) ?? output.text
  }

  /// Its own name.
  package var name: String { absolute.name }

  /// Whether a path, of which the last parts need not be there yet, leads to the folder or below it.
  package func holds(_ path: String) -> Bool {
    AbsolutePath.nearest(to: path)?.found.isWithin(absolute) ?? false
  }

  /// The path below the folder to which an absolute path leads, of which the last parts need not be
  /// there yet; `nil` for one that leads elsewhere or is not absolute.
  package func inside(_ path: String) -> String? {
    guard path.hasPrefix("/"), let (found, missing) = AbsolutePath.nearest(to: path),
      let inner = found.text(from: absolute)
    else { return nil }
    return ([inner] + missing).joined(separator: "/")
  }

  /// Whether the way along a path, of which the last parts need not be there yet, goes over a symbolic
  /// link that lies in the folder.
  package func hasLink(on path: String) -> Bool {
    let start = path.hasPrefix("/") ? "/" : "."
    guard var place = try? AbsolutePath(resolving: start) else { return false }
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        place = place.parent ?? place
        continue
      }
      let next = place.appending(String(part))
      var status = stat()
      guard lstat(next.text, &status) == 0 else { return false }
      if status.st_mode & S_IFMT == S_IFLNK {
        guard !place.isWithin(absolute), let led = try? AbsolutePath(resolving: next.text) else {
          return place.isWithin(absolute)
        }
        place = led
      } else {
        place = next
      }
    }
    return false
  }

  /// Returns the site in `start` or, when `upwards`, the nearest above it.
  static func find(from start: String, upwards: Bool) throws(DiskError) -> SiteFolder {
    let absolute: AbsolutePath
    do throws(SystemError) {
      absolute = try AbsolutePath(resolving: start)
    } catch {
      throw .unreadable(path: start, reason: error.reason)
    }
    var path = absolute
    while true {
      if let site = try siteFolder(at: path) { return site }
      guard upwards, let above = path.parent else { break }
      path = above
    }
    throw .noSite(folder: upwards ? absolute.text : start, upwards: upwards)
  }

  /// Returns the site whose `site.yml` is directly in a folder, or `nil` when it holds none.
  private static func siteFolder(at path: AbsolutePath) throws(DiskError) -> SiteFolder? {
    do throws(SystemError) {
      let descriptor = try Descriptor(folder: path.text)
      _ = try Status(of: settingsName, in: descriptor)
      return SiteFolder(absolute: path, descriptor: descriptor)
    } catch  where error.code == ENOENT {
      return nil
    } catch {
      throw .unreadable(path: path.text, reason: error.reason)
    }
  }
}
