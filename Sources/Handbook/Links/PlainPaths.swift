/// The pages by paths in plain ASCII, looked up by bytes: what nearly every link is, at a fraction of
/// what a dictionary of strings costs.
struct PlainPaths: Sendable {
  /// One path and its page.
  ///
  /// What tells it from nearly all others stands in it, so that a look-up is one look at memory, and a second at the path itself.
  private struct Slot {
    var hash: UInt32 = 0
    var page = Slot.free
    /// Where in `bytes` the path lies.
    var start: Int32 = 0
    var length: Int32 = 0

    static let free: Int32 = -1
  }

  /// The paths' bytes, one behind the other.
  private var bytes: [UInt8] = []
  /// Paths by the low bits of their hash; what finds its slot taken stands in the next free one.
  private var slots: [Slot]

  /// Creates the table of paths without final slash; those that are not ASCII are left out.
  ///
  /// Of pages with the same path the first is found.
  init(_ paths: [(path: Substring, page: PageIndex)]) {
    var size = 16
    // At most three of four are taken: a larger table leaves less room in the processor's memory for all else.
    while size * 3 < paths.count * 4 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    for (path, page) in paths where path.utf8.allSatisfy({ $0 < 0x80 }) {
      let start = bytes.count
      bytes += path.utf8
      let hash = bytes.withUnsafeBytes { Self.hash(UnsafeRawBufferPointer(rebasing: $0[start...])) }
      var slot = Int(hash) & (size - 1)
      while slots[slot].page != Slot.free { slot = (slot + 1) & (size - 1) }
      slots[slot] = Slot(
        hash: hash, page: Int32(page), start: Int32(start), length: Int32(bytes.count - start))
    }
  }

  /// The page at a path without final slash, or `nil`.
  ///
  /// O(*length*).
  func page(_ path: UnsafeBufferPointer<UInt8>) -> PageIndex? {
    let path = UnsafeRawBufferPointer(path)
    let hash = Self.hash(path)
    return slots.withUnsafeBufferPointer { slots in
      var index = Int(hash) & (slots.count &- 1)
      while slots[index].page != Slot.free {
        let slot = slots[index]
        if slot.hash == hash, isPath(of: slot, path) { return Int(slot.page) }
        index = (index &+ 1) & (slots.count &- 1)
      }
      return nil
    }
  }

  private func isPath(of slot: Slot, _ path: UnsafeRawBufferPointer) -> Bool {
    guard Int(slot.length) == path.count else { return false }
    return bytes.withUnsafeBytes { bytes in
      let start = Int(slot.start)
      var index = 0
      while index &+ 8 <= path.count {
        guard Self.eight(bytes, at: start &+ index) == Self.eight(path, at: index) else {
          return false
        }
        index &+= 8
      }
      while index < path.count {
        guard bytes[start &+ index] == path[index] else { return false }
        index &+= 1
      }
      return true
    }
  }

  /// A number of the path's bytes and length, eight bytes at a time.
  private static func hash(_ path: UnsafeRawBufferPointer) -> UInt32 {
    var hash = UInt64(truncatingIfNeeded: path.count)
    var index = 0
    while index &+ 8 <= path.count {
      hash = (hash ^ eight(path, at: index)) &* factor
      hash ^= hash &>> 32
      index &+= 8
    }
    var rest: UInt64 = 0
    while index < path.count {
      rest = rest &<< 8 | UInt64(path[index])
      index &+= 1
    }
    hash = (hash ^ rest) &* factor
    return UInt32(truncatingIfNeeded: hash &>> 32)
  }

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  private static func eight(_ bytes: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }
}
