import Diagnostics
import Testing

@testable import YAML

/// A tree of random texts, and how it is written.
private indirect enum Tree: Equatable {
  case text(String)
  case list([Tree])
  case keys([(key: String, value: Tree)])

  static func == (left: Tree, right: Tree) -> Bool {
    switch (left, right) {
    case (.text(let left), .text(let right)): left == right
    case (.list(let left), .list(let right)): left == right
    case (.keys(let left), .keys(let right)):
      left.map(\.key) == right.map(\.key) && left.map(\.value) == right.map(\.value)
    case (.text, _), (.list, _), (.keys, _): false
    }
  }

  /// A tree at most `depth` deep; collections are never empty.
  static func random(depth: Int, using random: inout SeededGenerator) -> Tree {
    let count = Int.random(in: 1...4, using: &random)
    switch depth == 0 ? 0 : Int.random(in: 0...3, using: &random) {
    case 0, 1: return .text(text(using: &random))
    case 2: return .list((0..<count).map { _ in .random(depth: depth - 1, using: &random) })
    default:
      return .keys(
        (0..<count).map { index in
          let key = text(using: &random) + "\(index)"
          return (key: key, value: Tree.random(depth: depth - 1, using: &random))
        })
    }
  }

  private static func text(using random: inout SeededGenerator) -> String {
    let letters = Array("aZ09 é日😀:#-'\"\\[]{},&*!|>%@`~?\t")
    return String(
      (0..<Int.random(in: 0..<12, using: &random)).compactMap { _ in
        letters.randomElement(using: &random)
      })
  }

  /// The tree on one line, in brackets and braces.
  var flow: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .list(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
    case .keys(let pairs):
      "{" + pairs.map { "\(Self.quoted($0.key)): \($0.value.flow)" }.joined(separator: ", ") + "}"
    }
  }

  /// The tree in lines, each ended by `end` and indented by `indent`.
  func block(indent: String, end: String) -> String {
    switch self {
    case .text(let text): " " + Self.quoted(text) + end
    case .list(let items):
      end + items.map { "\(indent)-" + $0.block(indent: indent + "  ", end: end) }.joined()
    case .keys(let pairs):
      end
        + pairs.map {
          "\(indent)\(Self.quoted($0.key)):" + $0.value.block(indent: indent + "  ", end: end)
        }.joined()
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }

  /// What a node says.
  init(_ node: Node) {
    switch node.content {
    case .scalar(let scalar): self = .text(scalar.text)
    case .sequence(let items): self = .list(items.map(Tree.init))
    case .mapping(let mapping): self = .keys(mapping.pairs.map { ($0.key, Tree($0.value)) })
    }
  }
}

@Suite struct RoundTripTests {
  @Test(arguments: 0..<100)
  func `what is written on one line is read`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let tree = Tree.random(depth: 5, using: &random)
    let parsed = read(tree.flow)
    #expect(parsed.diagnostics.isEmpty)
    #expect(Tree(try #require(parsed.value)) == tree)
    #expect(parsed.value?.range == 0..<tree.flow.utf8.count)
  }

  @Test(arguments: 0..<100)
  func `what is written in lines is read`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let tree = Tree.random(depth: 5, using: &random)
    for end in ["\n", "\r\n", "\r"] {
      let parsed = read(tree.block(indent: "", end: end))
      #expect(parsed.diagnostics.isEmpty)
      #expect(Tree(try #require(parsed.value)) == tree)
    }
  }

  @Test(arguments: 0..<50)
  func `the range of each node is read as that node`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = Tree.random(depth: 4, using: &random).flow
    let bytes = Array(text.utf8)
    func check(_ node: Node) throws {
      let part = SourceFile(path: "part.yml", bytes: Array(bytes[node.range]))
      #expect(Tree(try #require(read(part).value)) == Tree(node))
      switch node.content {
      case .scalar: break
      case .sequence(let items): for item in items { try check(item) }
      case .mapping(let mapping): for pair in mapping.pairs { try check(pair.value) }
      }
    }
    try check(try #require(read(text).value))
  }
}
