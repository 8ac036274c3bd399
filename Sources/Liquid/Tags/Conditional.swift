import Diagnostics
import Values

/// `if` and `unless`: the first branch whose test holds is rendered.
struct Conditional: Sendable {
  /// A test and what is rendered when it holds.
  final class Branch: Sendable {
    /// `nil` for `else`.
    let condition: Condition?
    /// Whether the test must fail instead.
    let isNegated: Bool
    let body: Body

    /// Creates a branch.
    init(_ condition: Condition?, isNegated: Bool, _ body: Body) {
      (self.condition, self.isNegated, self.body) = (condition, isNegated, body)
    }
  }

  var branches: [Branch]
}

extension TemplateParser {
  /// Reads `if` or `unless` up to its end; a branch with a broken test is never rendered.
  mutating func parseConditional(_ tag: Tag, isNegated: Bool) -> Node? {
    var branches: [Conditional.Branch] = []
    var opening: Tag? = tag
    while let branch = opening {
      let isElse = branch.word == .else
      if isElse { refuseMarkup(of: branch, help: elseHelp(branch)) }
      let condition =
        isElse
        ? nil
        : read(branch) { markup throws(Failure) in
          try markup.condition()
        }
      let end = parseBody(of: tag, until: [.elsif, .else])
      if isElse || condition != nil {
        let isFirst = branches.isEmpty && branch.start == tag.start
        branches.append(
          Conditional.Branch(condition, isNegated: isNegated && isFirst, end.body))
      }
      opening = end.continuation
    }
    let isBlank = branches.allSatisfy(\.body.isBlank)
    if isBlank {
      branches = branches.map {
        Conditional.Branch($0.condition, isNegated: $0.isNegated, $0.body.withoutText)
      }
    }
    noteBlank(isBlank)
    return .conditional(Conditional(branches: branches))
  }

  private func elseHelp(_ tag: Tag) -> String {
    let word = bytes[tag.markup].prefix { $0.isWord }
    return word.elementsEqual("if".utf8) ? "did you mean 'elsif'?" : "'elsif' takes a test"
  }
}

extension Renderer {
  /// Renders the first branch that applies.
  mutating func render(_ conditional: Conditional) throws(Failure) -> Flow {
    for branch in conditional.branches {
      if let condition = branch.condition {
        guard try holds(condition) != branch.isNegated else { continue }
      }
      return run(branch.body.nodes)
    }
    return .normal
  }
}
