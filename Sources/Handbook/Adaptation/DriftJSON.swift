import Values

extension Drift {
  /// The status of all pages as JSON, ended by a line feed.
  package var json: String {
    var writer = JSONWriter()
    writer.object([
      ("schemaVersion", "1"), ("needsDecision", .bool(needsDecision)),
      (
        "pages",
        .array(
          pages.map { page in
            [
              "path": .string(page.path), "status": .string(page.status.rawValue),
              "adapted": .bool(page.isAdapted),
              "sections": .array(page.sections.map { .string($0) }),
            ]
          })
      ),
    ])
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
