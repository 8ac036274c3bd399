/// Takes the files of one build, each once, from any thread.
package protocol OutputSink: Sendable {
  /// Stores `bytes` as the file at `path`. The bytes are only lent for the call.
  func write(_ bytes: UnsafeRawBufferPointer, to path: OutputPath) throws

  /// Stores the bytes of a source at `path`.
  func copy(_ entry: SourceEntry, to path: OutputPath) throws

  /// Takes over the page that is published at `path`; `false` where it is to be written.
  func keep(_ path: OutputPath) -> Bool

  /// The page that is published at `path`; `nil` where it is to be made without.
  func published(_ path: OutputPath) -> [UInt8]?
}

extension OutputSink {
  /// Takes over nothing, as an output that nothing was published from before, or that has to see all bytes.
  package func keep(_ path: OutputPath) -> Bool { false }

  /// Knows of none, as an output that nothing was published from before.
  package func published(_ path: OutputPath) -> [UInt8]? { nil }
}
