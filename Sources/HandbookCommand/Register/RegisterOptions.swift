import ArgumentParser
import Diagnostics
import Disk
import Handbook
import Register
import Values

/// How a table of the register can be printed.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv

  /// The table in this form; `columns` are those that a person wants of it, all where `nil`.
  func text(_ table: Table, _ columns: [String]? = nil) -> String {
    switch self {
    case .table: Printable.lines((columns.map(table.keeping) ?? table).text)
    case .json: table.json.text(linesTo: 1) + "\n"
    case .csv: String(decoding: table.csv, as: UTF8.self)
    }
  }
}

/// What the commands share that read a site's register.
struct RegisterOptions: ParsableArguments {
  @OptionGroup var place: SitePlace

  @OptionGroup var today: DayOption

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The private file of people, in place of the one in site.yml.", valueName: "file"),
    completion: .file())
  var people: String?

  /// Does the work on the register; exit code 2 where it cannot be read, and 64 for an id that is
  /// none.
  func run(_ work: (RegisterRun) throws -> Void) throws {
    do {
      let folder = try SiteFolder.find(place.site)
      let day = try today.day()
      var build = BuildOptions(asOf: day, url: nil, includesDrafts: false, workers: 1)
      build.people = try people.map { try RegisterFile($0).people(of: folder) }
      let sources = try DiskSources(of: folder)
      guard let register = try OpenRegister(sources, build) else {
        Console.error(
          "handbook: the site in '\(folder.path)' has no register; "
            + "begin one with 'organisations: []' in content/registry.yml.\n")
        throw Run.couldNotRun
      }
      try work(RegisterRun(folder: folder, sources: sources, build: build, register: register))
    } catch let error as ExitCode {
      throw error
    } catch let error as DraftRefusal {
      // Nothing is wrong with the command's form, so its usage would not help.
      Console.error("Error: \(Printable.text(error.description))\n")
      throw ExitCode.validationFailure
    } catch {
      Console.error("handbook: \(Failure.sentence(for: error))\n")
      throw Run.couldNotRun
    }
  }
}

/// A register that was read, and where it lies.
struct RegisterRun {
  let folder: SiteFolder
  let sources: DiskSources
  let build: BuildOptions
  let register: OpenRegister

  /// Says so where the register has mistakes, as answers may be wrong then.
  func warnOfMistakes() {
    let errors = register.findings.count { $0.severity == .error }
    guard errors > 0 else { return }
    Console.error(
      "note: the register has \(errors) \(errors == 1 ? "error" : "errors"); "
        + "'handbook check' tells where\n")
  }
}

extension TableFormat {
  /// Prints a table; where it has no rows and a person reads it, the sentence instead.
  func show(_ table: Table, _ columns: [String]? = nil, orSay nothing: String) {
    if self == .table, table.rows.isEmpty {
      Console.error(Printable.text(nothing) + "\n")
    } else {
      Console.output(text(table, columns))
    }
  }
}

extension Printable {
  /// Lines of text that cannot steer a terminal.
  static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Printable.text(String($0)) }.joined(separator: "\n")
  }
}

extension Level: ExpressibleByArgument {}
extension Organisation.Kind: ExpressibleByArgument {}
extension OpenRegister.List: ExpressibleByArgument {}
