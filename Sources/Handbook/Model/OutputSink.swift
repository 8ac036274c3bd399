/// Takes the files of one build, each once, from any thread.
package protocol OutputSink: Sendable {
  /// Stores `bytes` as the file at `path`. The bytes are only lent for the call.
  func write(_ bytes: UnsafeRawBufferPointer, to path: OutputPath) throws

  /// Stores the bytes of a source at `path`.
  func copy(_ entry: SourceEntry, to path: OutputPath) throws
}
