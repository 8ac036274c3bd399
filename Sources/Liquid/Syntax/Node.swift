import Diagnostics

/// One instruction of a template: what it does is in the file of its tag.
indirect enum Node: Sendable {
  /// Text printed as it stands in the file.
  case text(SourceRange)
  case output(Output)
  case assign(Assign)
  case capture(Capture)
  case conditional(Conditional)
  case choice(Case)
  case loop(For)
  case tableRow(TableRow)
  case cycle(Cycle)
  case counter(Counter)
  case ifChanged(IfChanged)
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

  /// Takes away the text, all of which is white space, when the block as a whole is blank.
  mutating func removeText() {
    nodes.removeAll { if case .text = $0 { true } else { false } }
  }
}
