import Diagnostics

/// One instruction of a template: what it does is in the file of its tag.
enum Node: Sendable {
  /// Text printed as it stands in the file.
  case text(SourceRange)
  case output(Output)
  case conditional(Conditional)
  indirect case assign(Assign)
  indirect case capture(Capture)
  indirect case choice(Case)
  case loop(For)
  indirect case tableRow(TableRow)
  indirect case cycle(Cycle)
  indirect case counter(Counter)
  indirect case ifChanged(IfChanged)
  case partial(PartialCall)
  case breakLoop
  case continueLoop
}

/// The instructions between two tags.
struct Body: Sendable {
  /// The instructions in order.
  var nodes: [Node] = []
  /// Whether it can print nothing but white space; a block of which all bodies are such prints none.
  var isBlank = true

  /// The body without its text, all of which is white space, for when the block as a whole is blank.
  var withoutText: Body {
    var copy = self
    copy.nodes.removeAll { if case .text = $0 { true } else { false } }
    return copy
  }
}
