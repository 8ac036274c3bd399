/// The pages by paths in plain ASCII, looked up by bytes: what nearly every link is, at a fraction of
/// what a dictionary of strings costs.
struct PlainPaths: Sendable {
  /// The paths' bytes, one behind the other.
  private var bytes: [UInt8] = []
  /// Where in `bytes` the path of each entry ends; it begins where the one before ends.
  private var ends: [Int32] = []
  private var pages: [Int32] = []
  /// Entries by the low bits of their hash; a taken slot's entry stands in the next free one.
  private var slots: [Int32]
  private static let free: Int32 = -1

  /// Creates the table of paths without final slash; those that are not ASCII are left out.
  init(_ paths: [(path: Substring, page: PageIndex)]) {
    var size = 16
    while size < paths.count * 2 { size *= 2 }
    slots = Array(repeating: Self.free, count: size)
    for (path, page) in paths where path.utf8.allSatisfy({ $0 < 0x80 }) {
      var slot = Int(truncatingIfNeeded: Self.hash(path.utf8)) & (size - 1)
      while slots[slot] != Self.free { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(pages.count)
      bytes += path.utf8
      ends.append(Int32(bytes.count))
      pages.append(Int32(page))
    }
  }

  /// The page at a path without final slash, or `nil`.
  ///
  /// O(*length*).
  func page(_ path: UnsafeBufferPointer<UInt8>) -> PageIndex? {
    var slot = Int(truncatingIfNeeded: Self.hash(path)) & (slots.count - 1)
    while slots[slot] != Self.free {
      let entry = Int(slots[slot])
      if isPath(of: entry, path) { return Int(pages[entry]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isPath(of entry: Int, _ path: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = entry == 0 ? 0 : Int(ends[entry - 1])
    guard Int(ends[entry]) - start == path.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<path.count where bytes[start + index] != path[index] { return false }
      return true
    }
  }

  /// FNV-1a, the high half folded in.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }
}
