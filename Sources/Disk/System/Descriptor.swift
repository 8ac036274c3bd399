import Glibc

/// An open file or folder, closed when its life ends.
struct Descriptor: ~Copyable, Sendable {
  /// The system's number for it.
  let number: Int32

  /// Takes over an open descriptor.
  init(_ number: Int32) {
    self.number = number
  }

  /// Opens a folder by a path of the system, following links in it.
  init(folder path: String) throws(SystemError) {
    number = try system { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
  }

  deinit {
    _ = close(number)
  }

  /// Closes it at once, so that an error which the system kept until now is not lost.
  consuming func finish() throws(SystemError) {
    let answer = close(number)
    discard self
    // After EINTR it is closed too.
    if answer != 0, errno != EINTR { throw SystemError(code: errno) }
  }

  /// Writes all of `bytes`.
  func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let written = try system { Glibc.write(number, part.baseAddress, part.count) }
      rest = rest.dropFirst(written)
    }
  }

  /// Writes all of `bytes`.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    try bytes.withUnsafeBufferPointer { buffer throws(SystemError) in
      try write(UnsafeRawBufferPointer(buffer))
    }
  }

  /// Fills `buffer` from the file and returns how many bytes came: fewer than it holds only at the
  /// end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = try system { Glibc.read(number, rest.baseAddress, rest.count) }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// The next `count` bytes; fewer only where the file ends.
  func bytes(_ count: Int) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let filled = try bytes.withUnsafeMutableBufferPointer { buffer throws(SystemError) in
      try read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    bytes.removeLast(count - filled)
    return bytes
  }

  /// Reads the file in parts while `take` says yes to each, and returns how many bytes it said yes to.
  func readParts(
    of size: Int, while take: (UnsafeRawBufferPointer) throws(SystemError) -> Bool
  ) throws(SystemError) -> Int {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    defer { buffer.deallocate() }
    var taken = 0
    while true {
      let count = try read(into: buffer)
      guard try take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return taken }
      taken += count
      if count < size { return taken }
    }
  }

  /// All that is left to read; `EFBIG` where that is more than `limit` bytes.
  func contents(atMost limit: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    _ = try readParts(of: 1 << 16) { part throws(SystemError) in
      guard bytes.count + part.count <= limit else { throw SystemError(code: EFBIG) }
      bytes += part
      return true
    }
    return bytes
  }
}
