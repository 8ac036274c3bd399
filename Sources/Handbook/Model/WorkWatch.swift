package import Diagnostics

/// Is told what is being worked on, so that somebody outside can tell when work on a page does not
/// end: what is being parsed cannot be broken off.
package protocol WorkWatch: Sendable {
  /// Work begins on a page; the number is what `ended` is told.
  ///
  /// `entry` is its file, `nil` for a generated page; it is called from any thread.
  func began(_ page: String, _ entry: SourceEntry?) -> Int

  /// The work of this number came to its end.
  func ended(_ work: Int)
}

extension WorkWatch {
  /// Does work on a page, watched.
  func during<Result>(
    _ page: String, _ entry: SourceEntry?, _ work: () throws -> Result
  ) rethrows -> Result {
    let number = began(page, entry)
    defer { ended(number) }
    return try work()
  }

  /// Does work on a page, watched.
  func during<Result>(_ page: Page, _ work: () throws -> Result) rethrows -> Result {
    try during(page.source?.path ?? page.url, page.source, work)
  }
}

/// Nobody watches.
package struct Unwatched: WorkWatch {
  /// Creates it.
  package init() {}

  /// Does nothing.
  package func began(_ page: String, _ entry: SourceEntry?) -> Int { 0 }

  /// Does nothing.
  package func ended(_ work: Int) {}
}

/// Pages that took longer than a page may, as they were written then: they are left out until they
/// are written otherwise.
package struct EndlessPages: Sendable, Equatable {
  /// Their files.
  package var entries: Set<SourceEntry>
  /// How long a page may take, in words such as `10 s`.
  package var limit: String

  /// Creates it, with no pages unless told otherwise.
  package init(_ entries: Set<SourceEntry> = [], limit: String) {
    self.entries = entries
    self.limit = limit
  }

  /// What is wrong with the page at a path.
  package func finding(_ path: String) -> Diagnostic {
    Diagnostic(
      "limit-exceeded", .error, at: Place(SourceFile(path: path, bytes: []), 0..<0),
      "making this page takes longer than \(limit), and no page may",
      help: "take out what was written last, or divide the page")
  }
}
