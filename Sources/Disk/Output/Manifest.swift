package import Digest
import Values

/// What a manifest says of each file beside its path.
package enum ManifestDetail: Sendable {
  /// Nothing: `-` stands in the digest's place.
  case paths
  /// Its SHA-256, for a few per cent of a build's processor time.
  case digests
}

/// The list of the files in an output, kept inside it, which also marks it as one.
///
/// A first line names the format, then comes a line for each file, sorted by the path's bytes: the
/// SHA-256 in hexadecimal or `-`, two blanks, the path. It says nothing of where it lies or when it
/// was made, so that it holds for a copy too; `tail -n +2 .handbook-output | sha256sum -c` checks one.
package struct Manifest: Sendable {
  /// The files with, where it was asked for, the digest of each; in the order they were added.
  package private(set) var files: [(path: String, digest: SHA256?)] = []

  /// The name of the manifest's own file at the top of an output.
  ///
  /// No `OutputPath` can be so called.
  package static let name = ".handbook-output"
  /// The first line: an output of a later format is not ours to replace.
  static let header = Array("handbook output 1\n".utf8)

  /// Creates the manifest of an empty output.
  package init() {}

  /// Adds a file.
  mutating func add(_ path: String, _ digest: SHA256?) {
    files.append((path, digest))
  }

  /// The bytes of the manifest's file.
  package var bytes: [UInt8] {
    var bytes = Self.header
    for file in files.sorted(by: { $0.path.precedes($1.path) }) {
      bytes += (file.digest?.hex ?? "-").utf8
      bytes += "  ".utf8
      bytes += file.path.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// Returns the paths that the bytes of a manifest's file list.
  static func paths(in bytes: [UInt8]) -> Set<String> { Set(lines(in: bytes).keys) }

  /// Returns the digests, in hexadecimal, that the bytes of a manifest's file list, by path; nothing
  /// where some file has none.
  static func digests(in bytes: [UInt8]) -> [String: String] {
    guard bytes.starts(with: header) else { return [:] }
    let lines = lines(in: bytes)
    return lines.values.contains("-") ? [:] : lines
  }

  /// What stands before each path.
  private static func lines(in bytes: [UInt8]) -> [String: String] {
    var lines: [String: String] = [:]
    for line in bytes.dropFirst(header.count).split(separator: UInt8(ascii: "\n")) {
      guard let blank = line.firstIndex(of: UInt8(ascii: " ")) else { continue }
      let path = String(decoding: line[blank...].dropFirst(2), as: UTF8.self)
      lines[path] = String(decoding: line[..<blank], as: UTF8.self)
    }
    return lines
  }
}
