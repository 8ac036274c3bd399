import CLinux
import Glibc

/// A thing in a folder: its name and, where the file system tells it with the name, its kind.
struct FolderEntry {
  /// Its name, one part.
  let name: RawPath
  /// What kind of thing it is; `nil` where only `Status` knows.
  let kind: Status.Kind?

  /// Returns what kind of thing it is, where need be by asking about it in the folder it was read in.
  func kind(in folder: borrowing Descriptor) throws(SystemError) -> Status.Kind {
    if let kind { return kind }
    return try Status(of: name.terminated, in: folder).kind
  }
}

/// Reads the names in folders, one folder after the other, through one buffer.
struct FolderReader: ~Copyable {
  private let buffer: UnsafeMutableRawBufferPointer

  // The layout of `linux_dirent64`, which is part of the kernel's promise to programs.
  private static let lengthOffset = 16
  private static let typeOffset = 18
  private static let nameOffset = 19

  /// Creates a reader; its buffer holds some thousand names.
  init() {
    buffer = .allocate(byteCount: 64 << 10, alignment: 16)
  }

  deinit {
    buffer.deallocate()
  }

  /// Returns what is in an open folder, read from where its descriptor stands, without `.` and
  /// `..`, in the file system's order.
  func entries(of folder: borrowing Descriptor) throws(SystemError) -> [FolderEntry] {
    let number = folder.number
    var entries: [FolderEntry] = []
    while true {
      let filled = try system { linux_read_folder(number, buffer.baseAddress, UInt(buffer.count)) }
      if filled == 0 { return entries }
      append(recordsIn: filled, to: &entries)
    }
  }

  private func append(recordsIn filled: Int, to entries: inout [FolderEntry]) {
    var start = 0
    while start + Self.nameOffset < filled {
      let record = UnsafeRawBufferPointer(rebasing: buffer[start..<filled])
      start += Int(record.loadUnaligned(fromByteOffset: Self.lengthOffset, as: UInt16.self))
      let name = record[Self.nameOffset...].prefix { $0 != 0 }
      if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { continue }
      entries.append(
        FolderEntry(name: RawPath(name), kind: Self.kind(of: record[Self.typeOffset])))
    }
  }

  private static func kind(of type: UInt8) -> Status.Kind? {
    switch Int(type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_UNKNOWN): nil
    default: .special
    }
  }
}
