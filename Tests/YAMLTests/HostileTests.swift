import Diagnostics
import Testing

@testable import YAML

@Suite struct HostileTests {
  private static let fragments = [
    "a: ", "title: ", "- ", "\n", "\n  ", "\n    ", "\t", "\r\n", "\r", "|\n", ">-\n", "|2\n", "'",
    "\"", "[", "]", "{", "}", ",", ":", ": ", "? ", "&x ", "*x", "!!str ", "<<: ", "---\n", "...\n",
    "%YAML 1.1\n", "# handbook: allow x until 2026-06-30: y\n", "#", "é", "日本", "\u{1F600}",
    "\u{85}", "\u{2028}", "\u{FEFF}", "\u{0}", "\\", "\\x", "@", "`", "{{ x }}", "null", "12",
    "2026-06-30", "yes", " ", "word",
  ]

  /// Reads bytes in every way there is, and checks that every place lies in the file.
  private func check(_ bytes: [UInt8]) {
    let file = SourceFile(path: "a.yml", bytes: bytes)
    let split = FrontMatter.split(file).value
    #expect(split.bodyStart <= bytes.count)
    for range in [0..<bytes.count, split.yaml ?? 0..<0] {
      let parsed = parse(file: file, range: range, rule: "x", limits: .frontMatter)
      if let node = parsed.value { check(node, inside: range) }
      for finding in parsed.diagnostics {
        #expect(range.lowerBound <= finding.place.range.lowerBound)
        #expect(finding.place.range.upperBound <= range.upperBound)
        #expect(!TextPrinter().print(finding).isEmpty)
      }
      let multiline = parsed.value?.multilineScalars(in: file) ?? []
      for allowance in allowances(in: file, range: range, outside: multiline).value {
        #expect(allowance.range.upperBound <= allowance.entry.lowerBound)
        #expect(allowance.entry.upperBound <= range.upperBound)
      }
    }
  }

  private func check(_ node: Node, inside outer: SourceRange) {
    #expect(outer.lowerBound <= node.range.lowerBound)
    #expect(node.range.upperBound <= outer.upperBound)
    switch node.content {
    case .scalar: break
    case .sequence(let items): for item in items { check(item, inside: node.range) }
    case .mapping(let mapping):
      for pair in mapping.pairs {
        #expect(node.range.lowerBound <= pair.keyRange.lowerBound)
        check(pair.value, inside: node.range)
      }
    }
  }

  @Test(arguments: 0..<20)
  func `random bytes do no harm`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let count = Int.random(in: 0..<200, using: &random)
      check((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }

  @Test(arguments: 0..<40)
  func `random fragments do no harm`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let count = Int.random(in: 1..<30, using: &random)
      let text = (0..<count).map { _ in Self.fragments.randomElement(using: &random) ?? "" }
      check(Array(text.joined().utf8))
      check(Array(("---\n" + text.joined() + "\n---\n").utf8))
    }
  }

  @Test(arguments: 0..<10)
  func `a text cut or changed anywhere does no harm`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let whole = Array("title: Rôles\ntags:\n  - 'a b'\n  - [x, {y: z}]\nnote: |\n  é\n  f\n".utf8)
    for end in whole.indices { check(Array(whole[..<end])) }
    for _ in 0..<100 {
      var changed = whole
      changed[Int.random(in: 0..<whole.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
      check(changed)
    }
  }

  /// Texts that grow without end when aliases are followed, or that nest as deep as they are long.
  static let bombs: [String] = [
    nestedAliases(flow: true), nestedAliases(flow: false), mergedKeys,
    String(repeating: "[", count: 60_000),
    String(repeating: "{a: ", count: 15_000),
    String(repeating: "[{", count: 30_000),
    String(repeating: "- ", count: 30_000),
    String(repeating: "? ", count: 30_000),
    (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    "a: &a [*a, *a]\n",
    "a: [" + String(repeating: "[],", count: 21_000) + "]\n",
    (0..<6_000).map { "k: \($0)\n" }.joined(),
    "a: " + String(repeating: "!x ", count: 20_000) + "b\n",
  ]

  private static func nestedAliases(flow: Bool) -> String {
    (0..<20).map { level in
      let items = (0..<9).map { _ in level == 0 ? "x" : "*a\(level - 1)" }
      return flow
        ? "a\(level): &a\(level) [\(items.joined(separator: ", "))]\n"
        : "a\(level): &a\(level)\n" + items.map { "  - \($0)\n" }.joined()
    }.joined()
  }

  private static var mergedKeys: String {
    (0..<40).map { "a\($0): &a\($0)\n  <<: [*a\(max(0, $0 - 1)), *a\(max(0, $0 - 1))]\n" }.joined()
  }

  @Test(.timeLimit(.minutes(1)), arguments: bombs.indices)
  func `a bomb is refused`(index: Int) {
    let file = SourceFile(path: "a.yml", text: Self.bombs[index])
    let parsed = parse(
      file: file, range: 0..<file.bytes.count, rule: "x", limits: .frontMatter)
    let isHarmless = index == 10
    #expect(parsed.diagnostics.isEmpty == isHarmless)
    #expect(parsed.diagnostics.count <= 1001)
  }
}
