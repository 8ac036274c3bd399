import Diagnostics
import Testing

@testable import YAML

@Suite struct EventReaderTests {
  private func events<Result>(
    _ text: String, _ body: (inout EventReader) -> Result?
  ) -> Diagnosed<Result?> {
    let file = file(text)
    return withEvents(
      of: file, range: 0..<file.bytes.count, rule: "invalid-yaml", limits: .register, body)
  }

  @Test func `a large file is read entry by entry`() {
    let found = events("a:\n  - x: 1\n  - x: 2\nb: [3]\nc: 4\n") { reader in
      var seen: [String] = []
      let isMapping = reader.entries { key, _, reader in
        guard key == "a" else { return }
        _ = reader.elements { reader in
          let node = reader.node()
          seen.append("\(key) \(node?.mapping?["x"]?.scalar?.text ?? "")")
        }
        seen.append("end of \(key)")
      }
      seen.append("\(isMapping) \(reader.isAtEnd)")
      return seen
    }
    #expect(found.value == ["a 1", "a 2", "end of a", "true true"])
    #expect(found.diagnostics.isEmpty)
  }

  @Test func `another kind of value is left unread`() {
    let found = events("a: 1\n") { reader in
      let isSequence = reader.elements { _ in }
      return "\(isSequence) \(reader.node()?.mapping?["a"]?.scalar?.text ?? "")"
    }
    #expect(found.value == "false 1")
  }

  @Test func `values that nobody reads are skipped`() {
    let found = events("- {a: [1, {b: c}]}\n- x\n- [[], y]\n") { reader in
      var count = 0
      _ = reader.elements { _ in count += 1 }
      return count
    }
    #expect(found.value == 3)
  }

  @Test func `the findings are those of a tree`() {
    let text = "a: &x 1\nb: *x\nb: 2\nc: {<<: d}\n[e]: f\ng: h: i\n"
    let streamed = events(text) { reader in reader.entries { _, _, reader in reader.skip() } }
    #expect(printed(streamed.diagnostics) == findings(in: text))
    #expect(streamed.diagnostics.count == 6)
  }

  @Test func `what the caller leaves is still looked at`() {
    let found = events("a: 1\nb: [\n") { _ in 0 }
    #expect(found.diagnostics.count == 1)
  }
}
