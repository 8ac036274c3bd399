import Glibc

/// The output that is published while the next one is made.
///
/// Files that come out the same are linked from it, not written again, so that they keep their time too.
/// Nothing is ever written through a link, and none is made before the next output is complete: a build
/// that ends otherwise leaves no trace here.
struct EarlierOutput: ~Copyable, Sendable {
  /// A file that comes out the same, as it was when that was seen.
  struct File: Sendable {
    let path: String
    fileprivate let status: Status
  }

  private let folder: Descriptor
  /// What a file has that is made now; one that somebody gave other rights is written again.
  private let rights: Status.Rights
  /// The time before which all was changed that is known to be as a build left it; `nil` where nothing is known.
  private let untouchedSince: Int64?

  private static let part = 256 << 10

  /// Takes the open output; `made` is a file of the next one.
  init(
    _ folder: consuming Descriptor, made: borrowing Descriptor, untouchedSince: Int64?
  ) throws(SystemError) {
    rights = try Status(of: made).rights
    self.folder = folder
    self.untouchedSince = untouchedSince
  }

  /// The file at a path, where it is as a build left it.
  ///
  /// One system call.
  func untouched(_ path: String) -> File? {
    guard let status = try? Status(of: path, in: folder), isUntouched(status) else { return nil }
    return File(path: path, status: status)
  }

  /// The bytes of the file at a path, where it is as a build left it.
  func bytes(_ path: String) -> [UInt8]? {
    do throws(SystemError) {
      let file = try openBeneath(folder, path, O_RDONLY | O_NONBLOCK)
      let status = try Status(of: file)
      guard isUntouched(status) else { return nil }
      let bytes = try file.bytes(status.size)
      let now = try Status(of: file)
      return bytes.count == status.size && now.numbers == status.numbers ? bytes : nil
    } catch {
      return nil
    }
  }

  private func isUntouched(_ status: Status) -> Bool {
    guard let untouchedSince else { return false }
    return status.kind == .file && status.rights == rights && status.names == 1
      && status.changed < untouchedSince
  }

  /// The file at a path, where it holds exactly these bytes.
  ///
  /// One system call where its size is another; else its bytes are read.
  func file(_ path: String, holding bytes: UnsafeRawBufferPointer) -> File? {
    var rest = bytes[...]
    return file(path, size: bytes.count) { part in
      guard rest.count >= part.count else { return false }
      defer { rest = rest.dropFirst(part.count) }
      return part.isEqual(to: UnsafeRawBufferPointer(rebasing: rest.prefix(part.count)))
    }
  }

  /// The file at a path, where it holds exactly what an open source of `size` bytes does, from where its
  /// descriptor stands.
  func file(_ path: String, like source: borrowing Descriptor, size: Int) -> File? {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Self.partSize(of: size), alignment: 16)
    defer { buffer.deallocate() }
    return file(path, size: size) { part throws(SystemError) in
      let other = UnsafeMutableRawBufferPointer(rebasing: buffer[..<part.count])
      guard try source.read(into: other) == part.count else { return false }
      return part.isEqual(to: UnsafeRawBufferPointer(other))
    }
  }

  /// The file at a path, where it has a size and `matches` says yes to all its parts, in their order.
  private func file(
    _ path: String, size: Int, _ matches: (UnsafeRawBufferPointer) throws(SystemError) -> Bool
  ) -> File? {
    do throws(SystemError) {
      guard try Status(of: path, in: folder).size == size else { return nil }
      let file = try openBeneath(folder, path, O_RDONLY | O_NONBLOCK)
      let status = try Status(of: file)
      guard status.kind == .file, status.size == size, status.rights == rights,
        // What has another name somewhere may be changed under it.
        status.names == 1,
        // Whoever changes it from now on gives it another time.
        status.changed < CoarseClock.now,
        try file.readParts(of: Self.partSize(of: size), while: matches) == size
      else { return nil }
      return File(path: path, status: status)
    } catch {
      // Whatever keeps it from being read, it is written.
      return nil
    }
  }

  /// One byte more than the usual file has, so that its end shows without another call.
  private static func partSize(of size: Int) -> Int { min(size, part) + 1 }

  /// Puts a file under its path into the next output, whose folders are there.
  ///
  /// - Returns: `false` where it is no longer as it was seen.
  func put(_ file: File, into next: borrowing Descriptor) throws(SystemError) -> Bool {
    let now = try? Status(of: file.path, in: folder)
    guard now?.numbers == file.status.numbers else { return false }
    let (from, to) = (folder.number, next.number)
    do throws(SystemError) {
      try system { linkat(from, file.path, to, file.path, 0) }
      return try Status(of: file.path, in: next).identity == file.status.identity
    } catch  where error.isOfLinks {
      return try copy(file, into: next)
    }
  }

  /// Does what `put` does where the file system has no links, or no more of them.
  func copy(_ file: File, into next: borrowing Descriptor) throws(SystemError) -> Bool {
    let old = try openBeneath(folder, file.path, O_RDONLY | O_NONBLOCK)
    guard try Status(of: old).numbers == file.status.numbers else { return false }
    let new = try openBeneath(next, file.path, O_WRONLY | O_CREAT | O_EXCL)
    _ = try old.readParts(of: Self.part) { part throws(SystemError) in
      try new.write(part)
      return true
    }
    try new.finish()
    return try Status(of: old).numbers == file.status.numbers
  }
}

extension UnsafeRawBufferPointer {
  /// Whether as many bytes of `other` are the same.
  fileprivate func isEqual(to other: UnsafeRawBufferPointer) -> Bool {
    guard let mine = baseAddress, let theirs = other.baseAddress else {
      return count == other.count
    }
    return count == other.count && memcmp(mine, theirs, count) == 0
  }
}
