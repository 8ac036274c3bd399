/// An output into which all files are written as what they hold, as they lie in two folders.
package struct UntrustedOutput<Sink: OutputSink>: OutputSink {
  private let sink: Sink
  private let sources: UntrustedSources

  /// Creates it, before `sink`.
  package init(before sink: Sink, _ sources: UntrustedSources) {
    self.sink = sink
    self.sources = sources
  }

  /// Stores `bytes` as the file at `path`.
  package func write(_ bytes: UnsafeRawBufferPointer, to path: OutputPath) throws {
    try sink.write(bytes, to: path)
  }

  /// Stores the bytes of a source, of either folder, at `path`.
  package func copy(_ entry: SourceEntry, to path: OutputPath) throws {
    try sources.read(entry).withUnsafeBytes { try sink.write($0, to: path) }
  }
}
