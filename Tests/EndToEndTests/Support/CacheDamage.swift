import Foundation

/// What may happen to the files that a build left for the next.
enum CacheDamage: CaseIterable {
  case deleted, cutShort, otherBit
  /// The one before comes back, where there was one.
  case older

  /// Does it to what lies in a site's folder.
  func apply(to folder: Folder) throws {
    let cache = folder.url.appending(path: ".handbook/cache")
    let manager = FileManager.default
    for name in (try? manager.contentsOfDirectory(atPath: cache.path)) ?? [] {
      let record = cache.appending(path: name)
      let older = folder.url.appending(path: ".handbook/older-\(record.pathExtension)")
      var bytes = try Data(contentsOf: record)
      if bytes.isEmpty { continue }
      switch self {
      case .deleted:
        folder.remove(".handbook/cache")
        return
      case .cutShort: try bytes.prefix(bytes.count / 2).write(to: record)
      case .otherBit:
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: record)
      case .older:
        // In place, as what others may read is no record.
        if let before = try? Data(contentsOf: older) { try before.write(to: record) }
        try bytes.write(to: older)
      }
    }
  }
}
