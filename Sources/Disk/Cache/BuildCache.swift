package import Digest

/// The place in `.handbook/cache` of a site where a build leaves what helps the next build of the same
/// output.
///
/// What it has to say of drafts is for nobody but the user who built.
package struct BuildCache: Sendable {
  private let files: CacheFolder
  private let pages: CacheFolder
  private let name: String

  /// The place for a claimed output.
  ///
  /// The limits are more than a record of a million pages has, and two hundred thousand pages; eight outputs of a
  /// site are remembered.
  package init(for claim: borrowing OutputClaim) {
    files = CacheFolder(site: claim.site, ending: ".build", readLimit: 512 << 20, mostKept: 8)
    pages = CacheFolder(site: claim.site, ending: ".pages", readLimit: 1 << 30, mostKept: 8)
    name = String(SHA256(of: Array(claim.absolute.text.utf8)).hex.prefix(32))
  }

  /// What was kept; `nil` where there is nothing that can be read.
  package func read() -> [UInt8]? { files.read(name) }

  /// Keeps bytes in place of what was kept, all or nothing.
  package func write(_ bytes: [UInt8]) { files.write(bytes, to: name) }

  /// The pages that were kept with a record that names their digest; `nil` where there are none, or others.
  package func pages(_ digest: SHA256) -> [UInt8]? {
    pages.read(name).flatMap { SHA256(of: $0) == digest ? $0 : nil }
  }

  /// Keeps pages in place of those that were kept; with `nil` none.
  package func write(pages bytes: [UInt8]?) {
    if let bytes { pages.write(bytes, to: name) } else { pages.remove(name) }
  }
}
