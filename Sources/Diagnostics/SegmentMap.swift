/// Leads each byte of a text that was made from files back to where it was written.
///
/// The text is a file's part as it stands, or what a template printed. Segments are added in the
/// order of the text, without gaps.
public struct SegmentMap: Sendable {
  private enum Origin: Sendable {
    /// Copied from the file at this offset: each byte has its own place.
    case copied(file: Int, offset: Int)
    /// Made by what stands in this range: every byte has that one place.
    case made(file: Int, range: SourceRange)
  }

  private var files: [SourceFile] = []
  private var ends: [Int] = []
  private var origins: [Origin] = []

  /// Creates a map of an empty text.
  public init() {}

  /// Creates the map of a text that is the part `range` of `file`, as it stands.
  public init(copyOf range: SourceRange, in file: SourceFile) {
    appendCopy(of: range, in: file)
  }

  /// How many bytes of text the map covers.
  public var count: Int { ends.last ?? 0 }

  /// Adds text copied from `range` of `file`.
  public mutating func appendCopy(of range: SourceRange, in file: SourceFile) {
    guard !range.isEmpty else { return }
    append(range.count, .copied(file: index(of: file), offset: range.lowerBound))
  }

  /// Adds `length` bytes that what stands at `place` printed.
  public mutating func appendMade(_ length: Int, by place: Place) {
    guard length > 0 else { return }
    append(length, .made(file: index(of: place.file), range: place.range))
  }

  /// Adds the part `range` of a text that another map covers.
  ///
  /// - Complexity: O(*segments* of the other map).
  public mutating func append(_ range: SourceRange, of other: SegmentMap) {
    var start = 0
    for (end, origin) in zip(other.ends, other.origins) {
      let part = (start..<end).clamped(to: range)
      defer { start = end }
      guard !part.isEmpty else { continue }
      switch origin {
      case .copied(let file, let offset):
        let from = offset + part.lowerBound - start
        appendCopy(of: from..<from + part.count, in: other.files[file])
      case .made(let file, let made):
        appendMade(part.count, by: Place(other.files[file], made))
      }
    }
  }

  /// Returns where the part `range` of the text was written: from where its first byte comes from
  /// to where its last does, when both are of one file and in order, else the first byte's place.
  ///
  /// - Complexity: O(log *segments*).
  public func place(of range: SourceRange) -> Place? {
    guard let first = origin(at: range.lowerBound) else { return nil }
    guard range.count > 1, let last = origin(at: range.upperBound - 1), first.file == last.file,
      first.range.lowerBound <= last.range.lowerBound
    else {
      let end =
        range.isEmpty && first.range.count == 1 ? first.range.lowerBound : first.range.upperBound
      return Place(files[first.file], first.range.lowerBound..<end)
    }
    return Place(
      files[first.file],
      first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound))
  }

  /// Whether some byte of a part of the text was made, not copied.
  ///
  /// - Complexity: O(*segments*).
  public func holdsMade(in range: SourceRange) -> Bool {
    var start = 0
    for (end, origin) in zip(ends, origins) {
      if case .made = origin, !(start..<end).clamped(to: range).isEmpty { return true }
      start = end
    }
    return false
  }

  private func origin(at offset: Int) -> (file: Int, range: SourceRange)? {
    guard !ends.isEmpty else { return nil }
    var (low, high) = (0, ends.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] > offset { high = middle } else { low = middle + 1 }
    }
    switch origins[low] {
    case .copied(let file, let start):
      let segmentStart = low == 0 ? 0 : ends[low - 1]
      let source = start + min(max(offset, segmentStart), ends[low]) - segmentStart
      return (file, source..<source + 1)
    case .made(let file, let range):
      return (file, range)
    }
  }

  private mutating func append(_ length: Int, _ origin: Origin) {
    ends.append(count + length)
    origins.append(origin)
  }

  /// The number of `file` here.
  ///
  /// Files are told apart by path, and few make one text.
  private mutating func index(of file: SourceFile) -> Int {
    if let known = files.lastIndex(where: { $0.path == file.path }) { return known }
    files.append(file)
    return files.count - 1
  }
}
