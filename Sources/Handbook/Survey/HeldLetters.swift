import Diagnostics

extension SourceFile {
  /// Whether letters stand anywhere: a file without a key or code need not be parsed for it.
  ///
  /// `letters` are at least one. O(*n*).
  func holds(_ letters: String) -> Bool {
    let letters = Array(letters.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      bytes.indices.dropLast(letters.count - 1).contains { start in
        bytes[start] == letters[0]
          && bytes[start..<start + letters.count].elementsEqual(letters)
      }
    }
  }
}
