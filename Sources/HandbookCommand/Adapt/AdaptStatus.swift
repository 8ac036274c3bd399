import ArgumentParser
import Diagnostics
import Disk
import Handbook

/// `handbook adapt status`: what a newer base changed.
struct AdaptStatus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Tell what the base changed since it was pinned.",
    discussion: """
      Exit codes: 0 when nothing needs a person, 1 when something changed or was added in both, or \
      was removed upstream and is still adapted (with --strict: when anything changed), 2 when the base cannot \
      be read or nothing is pinned.
      """)

  @OptionGroup var options: ImpactOptions
  @OptionGroup var base: BaseVersion

  @Flag(name: .long, help: "Let every change upstream end with exit code 1.")
  var strict = false

  @Flag(name: .long, help: "List unchanged pages too.")
  var all = false

  @Option(name: .long, help: "How to print: text or json.")
  var format = StatusFormat.text

  /// How a status is printed.
  enum StatusFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func run() async throws {
    try await options.run { folder, build in
      let drift = try base.drift(of: folder, build)
      guard !drift.isFirst else { throw NothingPinned() }
      switch format {
      case .text: Console.output(text(drift))
      case .json: Console.output(drift.json)
      }
      let isChanged = drift.pages.contains { $0.status != .unchanged }
      if drift.needsDecision || strict && isChanged { throw Run.contentFailed }
    }
  }

  private func text(_ drift: Drift) -> String {
    var text = ""
    for status in Drift.Status.allCases {
      let pages = drift.pages.filter { $0.status == status }
      guard !pages.isEmpty else { continue }
      text += "\(status.rawValue): \(pages.count)\n"
      guard all || status != .unchanged else { continue }
      for page in pages {
        let parts = page.sections.isEmpty ? "" : " (\(page.sections.joined(separator: ", ")))"
        text += "  \(Printable.text(page.path + parts))\n"
      }
    }
    return text.isEmpty ? "the base has no pages\n" : text
  }
}

extension BaseVersion {
  /// The sources with the base that is asked for.
  func sources(of folder: SiteFolder) throws -> HandbookSources {
    try HandbookSources(of: folder, base: offline ? .pinned : .newest(version))
  }

  /// What that base changed.
  func drift(of folder: SiteFolder, _ build: BuildOptions) throws -> Drift {
    try Drift(sources(of: folder), build)
  }
}

/// There is no `handbook.lock`.
struct NothingPinned: Error, CustomStringConvertible {
  var description: String {
    "nothing is pinned yet: 'handbook adapt update' writes handbook.lock"
  }
}
