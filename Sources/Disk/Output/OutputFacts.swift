import Glibc
import Handbook

/// What the system says of every file and folder of an output: whether somebody touched it since.
///
/// That of a folder tells whether anything was added, removed or renamed in it. No program can set the
/// time at which the system saw a change, so that the bytes need not be read.
package struct OutputFacts: Sendable {
  /// The facts, each behind its path, the output's own first.
  package let bytes: [UInt8]

  /// Takes facts that were kept.
  package init(kept bytes: [UInt8]) { self.bytes = bytes }

  /// Gathers them from an output that is complete; `nil` where somebody is at it, or put more into it
  /// than the `fileCount` files that were published.
  ///
  /// Waits some milliseconds, until the clock of files goes on, so that every later change has a later time.
  init?(of root: borrowing Descriptor, fileCount: Int) throws(SystemError) {
    CoarseClock.passNow()
    let start = CoarseClock.now
    var writer = RecordWriter()
    var newest = writer.add(RawPath("."), try Status(of: ".", in: root))
    var count = 0
    let reader = FolderReader()
    var folders = [RawPath()]
    while let path = folders.popLast() {
      let place = path.terminated.count == 1 ? RawPath(".") : path
      let folder = try openBeneath(root, place.terminated, O_RDONLY | O_DIRECTORY)
      for entry in try reader.entries(of: folder) {
        let status = try Status(of: entry.name.terminated, in: folder)
        newest = max(newest, writer.add(path + entry.name, status))
        if status.kind == .folder {
          folders.append(path + entry.name.asFolder)
        } else {
          count += 1
        }
      }
    }
    guard newest < start, count == fileCount else { return nil }
    bytes = writer.bytes
  }

  /// Whether all is as it was; whatever cannot be looked at is not.
  ///
  /// One system call for each file and folder.
  func hold(for root: borrowing Descriptor) -> Bool {
    var reader = RecordReader(bytes)
    do {
      while !reader.isAtEnd {
        let path = try reader.range()
        let status = try status(of: path, in: root)
        for number in status.numbers where try reader.number() != number { return false }
      }
      return !bytes.isEmpty
    } catch {
      return false
    }
  }

  /// Asks about the file whose path, with the NUL that ends it, stands at `range`.
  private func status(
    of range: Range<Int>, in root: borrowing Descriptor
  ) throws(SystemError) -> Status {
    try bytes.withUnsafeBufferPointer { bytes throws(SystemError) in
      guard let start = bytes.baseAddress, bytes[range].last == 0 else {
        throw SystemError(code: EINVAL)
      }
      let path = UnsafeRawPointer(start + range.lowerBound).assumingMemoryBound(to: CChar.self)
      return try Status(of: path, in: root)
    }
  }
}

extension RecordWriter {
  /// Writes the facts of one file or folder, and returns when it was changed.
  fileprivate mutating func add(_ path: RawPath, _ status: Status) -> Int64 {
    path.terminated.withUnsafeBytes { add(lent: $0) }
    for number in status.numbers { add(number) }
    return status.changed
  }
}
