import ArgumentParser
import Diagnostics
import Disk
import Handbook

/// `handbook explain`: tells what a rule promises.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell what a rule promises, why, and how to keep it.",
    discussion: """
      Findings name their rule in brackets. Without one, all rules are listed. In the folder of a \
      site, the rules that its site.yml declares are told too, with their declarations.
      """)

  @Option(
    name: .long,
    help: ArgumentHelp("The folder that holds site.yml (default: here or above).", valueName: "dir")
  )
  var site: String?

  @Argument(
    help: "The rule's name, such as broken-link.",
    completion: .list(RuleCatalogue.all.map(\.id).sorted()))
  var rule: String?

  @Flag(name: .long, help: "Print all rules of the program as a page in Markdown.")
  var markdown = false

  func run() throws {
    if markdown { return Console.output(RuleCatalogue.markdown) }
    do {
      let declared = try declaredRules()
      guard let rule else {
        return Console.output(RuleCatalogue.list(RuleCatalogue.all(with: declared)))
      }
      let rules = RuleCatalogue.all(with: declared)
      guard let text = rules.first(where: { $0.id == rule })?.text else {
        let help = RuleCatalogue.help(forUnknown: rule, among: declared)
        throw ValidationError("'\(rule)' is no rule; \(help)")
      }
      Console.output(text)
    } catch let error as ValidationError {
      throw error
    } catch {
      Console.error("handbook: \(Failure.sentence(for: error))\n")
      throw Run.couldNotRun
    }
  }

  /// The rules of the site; none where nobody named one and there is none here.
  private func declaredRules() throws -> [RuleText] {
    let folder: SiteFolder
    do throws(DiskError) {
      folder = try SiteFolder.find(site)
    } catch {
      guard site == nil, case .noSite = error else { throw error }
      return []
    }
    return try DeclaredRules(HandbookSources(of: folder)).all
  }
}
