import Diagnostics
import Values

/// `if` and `unless`: the first branch whose test holds is rendered.
struct Conditional: Sendable {
  /// A test and what is rendered when it holds.
  struct Branch: Sendable {
    /// `nil` for `else`.
    var condition: Condition?
    /// Whether the test must fail instead.
    var isNegated: Bool
    var body: Body
  }

  var branches: [Branch]
}

extension TemplateParser {
  /// Reads `if` or `unless` up to its end; a branch with a broken test is never rendered.
  mutating func parseConditional(_ tag: Tag, isNegated: Bool) -> Node? {
    var branches: [Conditional.Branch] = []
    var opening: Tag? = tag
    while let branch = opening {
      let isElse = branch.name == "else"
      let condition =
        isElse
        ? nil
        : read(branch) { markup throws(Failure) in
          try markup.condition()
        }
      let end = parseBody(of: tag, until: ["elsif", "else"])
      if isElse || condition != nil {
        branches.append(
          Conditional.Branch(
            condition: condition,
            isNegated: isNegated && branches.isEmpty && branch.start == tag.start,
            body: end.body))
      }
      opening = end.continuation
    }
    let isBlank = branches.allSatisfy(\.body.isBlank)
    if isBlank {
      for index in branches.indices { branches[index].body.removeText() }
    }
    noteBlank(isBlank)
    return .conditional(Conditional(branches: branches))
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
