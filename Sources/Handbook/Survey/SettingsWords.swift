import Diagnostics

extension SourceFile {
  /// Whether the letters of a key stand anywhere: settings without them need not be parsed for it.
  ///
  /// O(*n*), some milliseconds for the largest file that is read.
  func holds(_ key: String) -> Bool {
    let key = Array(key.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      bytes.indices.dropLast(key.count - 1).contains { start in
        bytes[start] == key[0] && bytes[start..<start + key.count].elementsEqual(key)
      }
    }
  }
}
