import ArgumentParser
import Diagnostics
import Handbook

/// `handbook explain`: tells what a rule promises.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what a rule promises, why, and how to keep it.",
    discussion: "Findings name their rule in brackets. Without one, all rules are listed.")

  @Argument(
    help: "The rule's name, such as broken-link.",
    completion: .list(RuleCatalogue.all.map(\.id).sorted()))
  var rule: String?

  @Flag(name: .long, help: "Print all rules as a page in Markdown.")
  var markdown = false

  func validate() throws {
    guard let rule, RuleCatalogue.rule(rule) == nil else { return }
    throw ValidationError("'\(rule)' is no rule; \(RuleCatalogue.help(forUnknown: rule))")
  }

  func run() {
    if markdown { return Console.output(RuleCatalogue.markdown) }
    Console.output(rule.flatMap(RuleCatalogue.rule)?.text ?? RuleCatalogue.list)
  }
}
