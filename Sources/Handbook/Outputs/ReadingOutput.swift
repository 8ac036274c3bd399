/// An output that is given sources as what they hold, where they lie in another folder than its own and it
/// could not find them.
package struct ReadingOutput: OutputSink {
  private let sink: any OutputSink
  private let sources: any SourceTree
  private let isElsewhere: @Sendable (SourceEntry) -> Bool

  /// Creates it, before `sink`; of the sources, those are read that `isElsewhere` says.
  package init(
    before sink: any OutputSink, _ sources: any SourceTree,
    where isElsewhere: @escaping @Sendable (SourceEntry) -> Bool = { _ in true }
  ) {
    (self.sink, self.sources, self.isElsewhere) = (sink, sources, isElsewhere)
  }

  /// Stores `bytes` as the file at `path`.
  package func write(_ bytes: UnsafeRawBufferPointer, to path: OutputPath) throws {
    try sink.write(bytes, to: path)
  }

  /// Stores the bytes of a source at `path`, read here where it lies elsewhere.
  package func copy(_ entry: SourceEntry, to path: OutputPath) throws {
    guard isElsewhere(entry) else { return try sink.copy(entry, to: path) }
    try sources.read(entry).withUnsafeBytes { try sink.write($0, to: path) }
  }
}
