import Glibc
package import Handbook

/// The very program that runs, with all that was loaded into it.
package enum RunningProgram {
  /// Writes what tells it from every other: another build of the same version, or the same with
  /// another library; `false` where that cannot be told.
  ///
  /// The files are known by their places and times, as reading them would take longer than a small
  /// site does.
  package static func identify(in writer: inout RecordWriter) -> Bool {
    guard let maps = try? NamedFile("/proc/self/maps").read() else { return false }
    writer.add(ProgramVersion.current.description)
    // A set, as they lie elsewhere in memory each time.
    let loaded = Set(maps.split(separator: UInt8(ascii: "\n")).compactMap(Loaded.init))
    guard !loaded.isEmpty else { return false }
    for file in loaded.sorted(by: { $0.path < $1.path }) {
      // What was replaced since it was loaded has ` (deleted)` behind its path, where nothing lies.
      guard let status = try? Status(ofPath: file.path) else { return false }
      writer.add(bytes: file.identity)
      for number in status.numbers { writer.add(number) }
    }
    return true
  }

  /// A file whose code is in memory.
  private struct Loaded: Hashable {
    let path: String
    /// Its device and inode as the kernel tells them, which some file systems tell otherwise elsewhere.
    let identity: [UInt8]

    /// Reads a line of the kernel's list: addresses, rights, offset, device, inode, path.
    init?(_ line: ArraySlice<UInt8>) {
      let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
      guard parts.count == 6, parts[1].contains(UInt8(ascii: "x")),
        !parts[4].elementsEqual("0".utf8)
      else { return nil }
      identity = parts[3] + [UInt8(ascii: " ")] + parts[4]
      path = String(decoding: parts[5].drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
    }
  }

  /// Writes whose files it makes, and with which rights.
  package static func identifyOwner(in writer: inout RecordWriter) {
    writer.add(UInt64(geteuid()))
    writer.add(UInt64(getegid()))
    let status = (try? NamedFile("/proc/self/status").read()) ?? []
    let mask = status.split(separator: UInt8(ascii: "\n")).first { $0.starts(with: "Umask:".utf8) }
    writer.add(bytes: Array(mask ?? []))
  }
}
