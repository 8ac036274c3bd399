import ArgumentParser
import Diagnostics
import Disk
import Glibc
import Handbook

/// What the commands share that look at a site's links or change its sources.
struct ImpactOptions: ParsableArguments {
  @OptionGroup var place: SitePlace

  /// Does the work on the site, and ends with exit code 2 when something cannot be read or written.
  func run(_ work: (SiteFolder, BuildOptions) async throws -> Void) async throws {
    do {
      let folder = try SiteFolder.find(place.site)
      var options = BuildOptions(
        asOf: try Clock.today(), url: nil, includesDrafts: false, workers: Machine.processors)
      options.history = { [history = GitHistory(folder)] in history.read() }
      let watchdog = Watchdog()
      watchdog.start { work in
        Console.error(
          "handbook: \(Printable.text(watchdog.sentence(work, "nothing is changed")))\n")
        _exit(Run.couldNotRun.rawValue)
      }
      options.watch = watchdog
      try await work(folder, options)
    } catch let error as ExitCode {
      throw error
    } catch let error as UnknownPage {
      throw Run.wrongUsage(error.description)
    } catch let error as UnknownName {
      throw Run.wrongUsage(error.description)
    } catch let error as NewPageRefusal {
      Console.error("handbook: nothing is made: \(Printable.text(error.description)).\n")
      throw ExitCode(1)
    } catch let error as ValidationError {
      throw Run.wrongUsage(error.message)
    } catch MoveRefusal.noPage(let unknown) {
      throw Run.wrongUsage(unknown.description)
    } catch let error as MoveRefusal {
      Console.error("handbook: nothing is moved: \(Failure.ended("\(error)"))\n")
      throw ExitCode(1)
    } catch {
      Console.error("handbook: \(Failure.sentence(for: error))\n")
      throw Run.couldNotRun
    }
  }
}

extension SiteFolder {
  /// What a person calls a page, as the site calls it where it is a path of this machine.
  func pageName(_ name: String) -> String {
    guard let path = inside(name), path.hasPrefix("content/") else { return name }
    return path + (name.hasSuffix("/") ? "/" : "")
  }
}

extension Regions {
  /// The file, line and column of a place, as editors and terminals take them.
  mutating func line(of place: Place) -> String {
    let start = region(of: place).start
    return Printable.text("\(place.file.path):\(start.line):\(start.column)")
  }
}

/// Text that cannot steer a terminal.
enum Printable {
  /// The text with control characters, and those that turn text round, as U+FFFD.
  static func text(_ text: String) -> String { TextPrinter.visible(text) }

  /// The text in one line.
  static func line(_ text: String) -> String {
    Self.text(text.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  /// The text as one word of a command: between quotes where a shell reads it otherwise.
  static func shellWord(_ text: String) -> String {
    let word = Self.text(text.hasPrefix("-") ? "./" + text : text)
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "_-./+,:@%".contains($0) }
    return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: #"'\''"#))'"
  }
}
