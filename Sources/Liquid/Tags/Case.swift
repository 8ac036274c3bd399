import Diagnostics
import Values

/// `case`: each `when` whose value is equal is rendered, once for each equal value; each `else`
/// is rendered when none was until then.
struct Case: Sendable {
  /// A `when` with its values, or an `else`.
  struct Branch: Sendable {
    /// `nil` for `else`.
    var values: [Expression]?
    var body: Body
  }

  var subject: Expression
  var branches: [Branch]

  /// Whether one branch at most is rendered, as the template shows: no value comes twice or is
  /// known only when rendering, and an `else` is the last.
  var isExclusive: Bool {
    guard branches.dropLast().allSatisfy({ $0.values != nil }) else { return false }
    var known = Set<String>()
    return branches.flatMap { $0.values ?? [] }.allSatisfy { value in
      switch value {
      case .constant(.decimal), .blank, .empty, .path, .range: false
      case .constant(let value): known.insert(value.text).inserted
      }
    }
  }
}

extension TemplateParser {
  /// Reads `case` up to its end; what stands before the first `when` is dropped.
  mutating func parseCase(_ tag: Tag) -> Node? {
    let subject = read(tag) { markup throws(Failure) -> Expression in
      let subject = try markup.expression()
      try markup.expectEnd()
      switch subject {
      case .blank, .empty: return .constant(.string(""))
      case .constant, .path, .range: return subject
      }
    }
    let head = parseBody(of: tag, until: [.when, .else])
    var branches: [Case.Branch] = []
    var opening = head.continuation
    while let branch = opening {
      let values = branch.word == .else ? checkEmpty(branch) : parseWhen(branch)
      let end = parseBody(of: tag, until: [.when, .else])
      if branch.word == .else || values != nil {
        branches.append(Case.Branch(values: values, body: end.body))
      }
      opening = end.continuation
    }
    let isBlank = head.body.isBlank && branches.allSatisfy(\.body.isBlank)
    if isBlank {
      for index in branches.indices { branches[index].body = branches[index].body.withoutText }
    }
    noteBlank(isBlank)
    return subject.map { .choice(Case(subject: $0, branches: branches)) }
  }

  private mutating func parseWhen(_ tag: Tag) -> [Expression]? {
    read(tag) { markup throws(Failure) in
      var values: [Expression] = []
      var goesOn = true
      while goesOn {
        values.append(try markup.expression())
        goesOn = try markup.take(.or)
        if !goesOn { goesOn = try markup.take(if: .comma) }
      }
      try markup.expectEnd(help: "values are joined by 'or' or ','")
      return values
    }
  }

  /// Says when something stands behind `else`; never gives values.
  private mutating func checkEmpty(_ tag: Tag) -> [Expression]? {
    read(tag) { markup throws(Failure) -> Void in
      try markup.expectEnd(help: "'else' takes no values; 'when' does")
    }
    return nil
  }
}

extension Renderer {
  /// Renders the branches that apply.
  mutating func render(_ choice: Case) throws(Failure) -> Flow {
    var isElse = true
    let subject = try evaluate(choice.subject)
    for branch in choice.branches {
      guard let values = branch.values else {
        if isElse {
          let flow = run(branch.body.nodes)
          if flow != .normal { return flow }
        }
        continue
      }
      for value in values where try isEqual(subject, value) {
        isElse = false
        let flow = run(branch.body.nodes)
        if flow != .normal { return flow }
      }
    }
    return .normal
  }
}
