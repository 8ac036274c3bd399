package import Digest

/// A file, link or other thing below a site's folder, as the listing found it.
package struct SourceEntry: Sendable, Hashable {
  /// What kind of thing it is.
  package enum Kind: Sendable, Hashable {
    /// A file with bytes.
    case file
    /// A symbolic link; never followed.
    case link
    /// A device, socket or pipe; never opened.
    case special
  }

  /// The folders of a site that hold sources, in the order of their bytes.
  package static let folders = ["assets", "content", "layouts"]

  /// The most bytes of a file that is read into memory: 64 MiB.
  package static let readLimit = 64 << 20

  /// Where it lies, relative to the site's folder, with `/` between parts; valid UTF-8, where a
  /// byte that is not has become U+FFFD.
  package var path: String
  /// What kind of thing it is.
  package var kind: Kind
  /// Bytes, when it was listed.
  package var size: Int
  /// When it was last changed, in nanoseconds since 1970; only good for comparing.
  package var modified: Int64
  /// Its number in the file system, which changes when another file takes its place.
  package var inode: UInt64

  /// Creates an entry.
  package init(
    path: String, kind: Kind = .file, size: Int = 0, modified: Int64 = 0, inode: UInt64 = 0
  ) {
    self.path = path
    self.kind = kind
    self.size = size
    self.modified = modified
    self.inode = inode
  }
}

/// Why a source could not be read.
package enum SourceError: Error, Equatable {
  /// The file is not what was listed: another run must begin.
  case changed(path: String)
  /// The system refused; `reason` is its own word for it.
  case unreadable(path: String, reason: String)
  /// The file has more bytes than a source may be read with.
  case tooLarge(path: String, size: Int, limit: Int)
}

/// The sources of one site: a listing, and the bytes of what it lists.
///
/// The edges implement it on a disk, tests on a dictionary.
package protocol SourceTree: Sendable {
  /// All that lies in `site.yml`, `content/`, `layouts/` and `assets/`, and the data in another folder that `site.yml`
  /// names for the register, in the order of the paths' bytes. Folders are not listed.
  ///
  /// Where `site.yml` names a base, all that lies there is listed too, its paths behind `base:`; of
  /// the base's own base behind `base:base:`, and so on.
  var entries: [SourceEntry] { get }

  /// The bases that are named and not listed, and why.
  var baseFaults: [BaseFault] { get }

  /// The commit that the files of the first base are of; `nil` where they are in no git.
  var baseCommit: String? { get }

  /// Returns the bytes of a listed file, from any thread: all of them, as they were when it was
  /// listed, else `SourceError.changed`.
  func read(_ entry: SourceEntry) throws(SourceError) -> [UInt8]

  /// Returns the SHA-256 of a listed file of any size, from any thread, as it was when it was listed, else
  /// `SourceError.changed`.
  func digest(_ entry: SourceEntry) throws(SourceError) -> SHA256

  /// Returns the entry of a file that site.yml names, relative to the site's folder and below it,
  /// or `nil` when there is no file; a folder is none. A link on the way is answered as a link.
  func find(_ path: String) throws(SourceError) -> SourceEntry?
}

extension SourceTree {
  /// None, as of sources without a base.
  package var baseFaults: [BaseFault] { [] }
  /// None, as of sources without a base.
  package var baseCommit: String? { nil }

  /// The digest of all its bytes, read at once.
  package func digest(_ entry: SourceEntry) throws(SourceError) -> SHA256 {
    SHA256(of: try read(entry))
  }
}
