import Diagnostics
import Testing

@testable import Handbook

@Suite struct DirectionMarkTests {
  private func marks(_ files: [String: String]) async throws -> [String] {
    try await build(files).report.findings.filter { $0.rule == DirectionMarks.rule }
      .map { "\($0.severity) \($0.place.file.path) \($0.place.range.lowerBound)" }
  }

  @Test func `in prose an unseen mark is a warning, in data an error`() async throws {
    let mark = "\u{202E}"
    #expect(
      try await marks([
        "content/index.md": "# Home\n",
        "content/a.md": "---\ntitle: A\ndescription: \(mark)x\n---\n# A\n\nWords \(mark)x\n",
        "content/b.md": "# B\n\n{{ page.title }} \(mark)x\n",
        "content/registry.yml": "organisations: []   # \(mark)x\n",
        "site.yml": "title: T\ndescription: \(mark)x\n",
      ]) == [
        "error content/a.md 26", "warning content/a.md 46", "warning content/b.md 22",
        "error content/registry.yml 22", "error site.yml 22",
      ])
  }
}
