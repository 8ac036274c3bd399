import Glibc

extension String {
  /// Whether it comes before another one by their bytes in UTF-8, which is the order of all listings.
  ///
  /// `<` is slower where letters are beyond ASCII, and takes different spellings of a letter for one.
  package func precedes(_ other: String) -> Bool {
    let answer = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right in
        let common = min(left.count, right.count)
        guard common > 0, let start = left.baseAddress, let otherStart = right.baseAddress else {
          return left.count < right.count
        }
        let order = memcmp(start, otherStart, common)
        return order == 0 ? left.count < right.count : order < 0
      }
    }
    return (answer ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}
