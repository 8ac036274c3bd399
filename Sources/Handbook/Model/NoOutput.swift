/// Takes the files of a run that only checks, and keeps none.
package struct NoOutput: OutputSink {
  /// Creates it.
  package init() {}

  /// Does nothing.
  package func write(_ bytes: UnsafeRawBufferPointer, to path: OutputPath) {}

  /// Does nothing: that a source is there, the listing showed.
  package func copy(_ entry: SourceEntry, to path: OutputPath) {}
}
