extension [UInt8] {
  /// Where `text`, in lower case, begins first from `start` on and before `end`, in any case.
  func firstIndex(of text: StaticString, from start: Int = 0, before end: Int) -> Int? {
    let last = end - text.utf8CodeUnitCount
    return withUnsafeBufferPointer { bytes in
      start <= last ? (start...last).first { Self.has(text, in: bytes, at: $0) } : nil
    }
  }

  /// Where `text`, in lower case, begins last, in any case.
  func lastIndex(of text: StaticString) -> Int? {
    let last = count - text.utf8CodeUnitCount
    return withUnsafeBufferPointer { bytes in
      last >= 0 ? (0...last).reversed().first { Self.has(text, in: bytes, at: $0) } : nil
    }
  }

  private static func has(
    _ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    for offset in 0..<text.utf8CodeUnitCount {
      let byte = bytes[start + offset]
      let lower = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
      if lower != text.utf8Start[offset] { return false }
    }
    return true
  }
}
