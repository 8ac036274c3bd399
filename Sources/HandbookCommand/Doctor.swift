import ArgumentParser
import Diagnostics
import Disk

/// `handbook doctor`: tells what is missing on this machine.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tell what is missing on this machine, and how to get it.",
    discussion: """
      The exit code is 2 when something is missing without which no handbook can be built here, \
      else 0.
      """)

  @OptionGroup var place: SitePlace

  func run() throws {
    let findings = Diagnosis(site: place.site).findings
    let colours = Terminal.outputColours
    for finding in findings {
      let (word, tone) = finding.state.shown
      Console.output("\(colours.paint(word, tone))  \(Printable.text(finding.text))\n")
      if let remedy = finding.remedy { Console.output("         \(Printable.text(remedy))\n") }
    }
    if findings.contains(where: { $0.state == .missing }) { throw Run.couldNotRun }
  }
}
