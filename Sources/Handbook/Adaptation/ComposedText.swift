import Diagnostics

/// A text that was put together from files, and where each byte of it was written.
struct ComposedText: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var map = SegmentMap()

  /// An empty text.
  init() {}

  /// A file as it is.
  init(_ file: SourceFile) {
    bytes = file.bytes
    map = SegmentMap(copyOf: 0..<file.bytes.count, in: file)
  }

  /// Adds a part of another text.
  mutating func append(_ range: SourceRange, of other: ComposedText) {
    bytes += other.bytes[range]
    map.append(range, of: other.map)
  }

  /// Adds words that nobody wrote, on account of what stands at `place`.
  mutating func append(_ words: String, by place: Place) {
    bytes += words.utf8
    map.appendMade(words.utf8.count, by: place)
  }

  /// Adds a line feed where the text does not end in one.
  mutating func endLine() {
    guard let last = bytes.last, last != UInt8(ascii: "\n") else { return }
    append("\n", by: place(of: bytes.count - 1..<bytes.count))
  }

  /// Where a part of the text was written.
  func place(of range: SourceRange) -> Place {
    map.place(of: range.clamped(to: 0..<max(bytes.count, 1)))
      ?? Place(SourceFile(path: "site.yml", bytes: []), 0..<0)
  }

  /// The text as a file at `path`.
  func file(at path: String) -> SourceFile { SourceFile(path: path, bytes: bytes) }
}
