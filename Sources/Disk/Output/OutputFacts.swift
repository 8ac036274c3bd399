import Glibc
import Handbook

/// What the system says of every file and folder of an output: whether somebody touched it since.
///
/// That of a folder tells whether anything was added, removed or renamed in it. No program can set the
/// time at which the system saw a change, so that the bytes need not be read.
package struct OutputFacts: Sendable {
  /// The facts, each behind its path, those of the output's own folder first.
  package let bytes: [UInt8]

  /// Takes facts that were kept.
  package init(kept bytes: [UInt8]) { self.bytes = bytes }

  /// Gathers them from an output of which all folders and files are known; `nil` where somebody is at it, or
  /// the file system's times are too coarse.
  ///
  /// `published` is the time when readers began to see it, later than all writing. Waits some milliseconds,
  /// until the clock of files goes on, so that every later change has a later time.
  ///
  /// - Throws: `SystemError` where one of them is gone.
  /// - Complexity: one system call for each file and folder.
  init?(
    of root: borrowing Descriptor, _ paths: some Sequence<String>, published: Int64
  ) throws(SystemError) {
    CoarseClock.pass(CoarseClock.trueNow)
    var times = Times(start: CoarseClock.now, published: published)
    var writer = RecordWriter()
    let top = try Status(of: ".", in: root)
    writer.add(RawPath("."), top)
    times.add(changed: top.changed, modified: top.modified)
    let statuses = try Array(paths).inParts { paths throws(SystemError) in
      var statuses: [(path: String, status: Status)] = []
      for path in paths { statuses.append((path, try Status(of: path, in: root))) }
      return statuses
    }
    for (path, status) in statuses {
      writer.add(RawPath(path), status)
      // Whoever adds to a folder changes it.
      times.add(changed: status.changed, modified: status.modified)
    }
    guard times.canTell else { return nil }
    bytes = writer.bytes
  }

  /// What the times of an output tell of its writing.
  struct Times {
    /// When the look at it began.
    let start: Int64
    /// When readers began to see it.
    let published: Int64
    private var isSettled = true
    private var isFine = false

    init(start: Int64, published: Int64) { (self.start, self.published) = (start, published) }

    /// Takes those of one file or folder.
    mutating func add(changed: Int64, modified: Int64) {
      // One name less, for a file that was taken over, is a change too, but none of its bytes.
      if changed >= start || modified >= published { isSettled = false }
      // FAT counts in two seconds, exFAT in hundredths of one, old file systems in seconds.
      if changed % 10_000_000 != 0 { isFine = true }
    }

    /// Whether nobody wrote since it was published, and whoever does from now on is seen.
    var canTell: Bool { isSettled && isFine }
  }

  /// Whether all is as it was; whatever cannot be looked at is not.
  ///
  /// One system call for each file and folder.
  func hold(for root: borrowing Descriptor) -> Bool {
    do {
      let touched = try files().inParts { files throws(SystemError) in
        for file in files where try status(of: file.path, in: root).numbers != file.numbers {
          return [file]
        }
        return []
      }
      return touched.isEmpty && !bytes.isEmpty
    } catch {
      return false
    }
  }

  /// What was kept of each file: where its path stands, and the numbers of its status.
  private func files() throws -> [(path: Range<Int>, numbers: [UInt64])] {
    var reader = RecordReader(bytes)
    var files: [(path: Range<Int>, numbers: [UInt64])] = []
    while !reader.isAtEnd {
      let path = try reader.range()
      files.append((path, try (0..<Status.numberCount).map { _ in try reader.number() }))
    }
    return files
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
  /// Writes the facts of one file or folder.
  fileprivate mutating func add(_ path: RawPath, _ status: Status) {
    path.terminated.withUnsafeBytes { add(lent: $0) }
    for number in status.numbers { add(number) }
  }
}
