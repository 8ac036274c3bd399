import Digest

/// The place in `.handbook/cache` of a site where a build leaves what helps the next build of the same
/// output.
///
/// What it has to say of drafts is for nobody but the user who built.
package struct BuildCache: Sendable {
  private let files: CacheFolder
  private let name: String

  /// The place for a claimed output.
  ///
  /// The limit is more than a record of a million pages has; eight outputs of a site are remembered.
  package init(for claim: borrowing OutputClaim) {
    files = CacheFolder(site: claim.site, ending: ".build", readLimit: 512 << 20, mostKept: 8)
    name = String(SHA256(of: Array(claim.absolute.text.utf8)).hex.prefix(32))
  }

  /// What was kept; `nil` where there is nothing that can be read.
  package func read() -> [UInt8]? { files.read(name) }

  /// Keeps bytes in place of what was kept, all or nothing.
  package func write(_ bytes: [UInt8]) { files.write(bytes, to: name) }
}
