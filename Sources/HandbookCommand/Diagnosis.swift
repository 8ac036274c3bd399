import Diagnostics
import Disk
import Handbook

/// What this machine has and lacks of what the program uses.
struct Diagnosis {
  /// How bad it is.
  enum State {
    case good
    /// Something does without.
    case lacking
    /// Nothing can be built.
    case missing

    /// The word for it, padded, and its tone.
    var shown: (String, Colours.Tone) {
      switch self {
      case .good: ("good   ", .green)
      case .lacking: ("lacking", .yellow)
      case .missing: ("missing", .red)
      }
    }
  }

  /// One thing that was looked at.
  struct Finding {
    let state: State
    let text: String
    /// How to get it.
    var remedy: String?
  }

  private let folder: Result<SiteFolder, any Error>

  /// Looks at the machine for the site in a folder, or in the current one or above it.
  init(site: String?) {
    folder = Result { try SiteFolder.find(site) }
  }

  /// All that was looked at.
  var findings: [Finding] {
    [version, today] + handbook + programs + [locale]
  }

  private var version: Finding {
    let lines = Version.full.split(separator: "\n").joined(separator: ", with ")
    return Finding(state: .good, text: "handbook \(lines)")
  }

  private var today: Finding {
    do {
      return Finding(
        state: .good, text: "today is \(try Clock.today()) in UTC; statuses are told for that day")
    } catch {
      return Finding(
        state: .missing, text: "SOURCE_DATE_EPOCH is no day",
        remedy: "unset SOURCE_DATE_EPOCH, or set it to seconds since 1970")
    }
  }

  /// The handbook's folder: rights, room, and whether it can be watched.
  private var handbook: [Finding] {
    let site: SiteFolder
    switch folder {
    case .success(let found): site = found
    case .failure(let error):
      return [
        Finding(
          state: .lacking, text: Failure.sentence(for: error),
          remedy: "go to a handbook's folder, or make one: handbook init FOLDER")
      ]
    }
    var findings = [Finding(state: .good, text: "the handbook in \(site.path)")]
    if !Machine.canWrite(in: site.path) {
      findings.append(
        Finding(
          state: .missing, text: "no right to write in \(site.path)",
          remedy: "ask its owner for it, or build elsewhere: handbook build --output FOLDER"))
    }
    if let free = Machine.freeBytes(in: site.path), free < 100 << 20 {
      findings.append(
        Finding(
          state: .lacking, text: "\(free >> 20) MiB are free on the disk of \(site.path)",
          remedy: "make room: a build holds the old site and the new one for a moment"))
    }
    return findings + watching(site)
  }

  private func watching(_ site: SiteFolder) -> [Finding] {
    guard let limit = Machine.watchLimit else {
      return [
        Finding(
          state: .lacking, text: "this system does not say when files change",
          remedy: "handbook serve --poll looks for changes every half second")
      ]
    }
    let entries: [String]
    do {
      entries = try DiskSources(of: site).entries.map(\.path)
    } catch {
      return [Finding(state: .missing, text: Failure.sentence(for: error))]
    }
    let folders = Set(entries.map { $0.split(separator: "/").dropLast().joined(separator: "/") })
    guard folders.count * 2 > limit else {
      return [
        Finding(state: .good, text: "\(folders.count) folders to watch, of \(limit) that may be")
      ]
    }
    return [
      Finding(
        state: .lacking, text: "\(folders.count) folders to watch, of only \(limit) that may be",
        remedy: "sudo sysctl fs.inotify.max_user_watches=524288, or handbook serve --poll")
    ]
  }

  /// Programs that some commands start or that go well with a handbook.
  private var programs: [Finding] {
    let path = Environment.text("PATH") ?? "/usr/bin:/bin"
    func look(_ names: [String], for use: String, package: String) -> Finding {
      if let found = names.lazy.compactMap({ Machine.program($0, in: path) }).first {
        return Finding(state: .good, text: "\(found): \(use)")
      }
      return Finding(
        state: .lacking, text: "\(names[0]): \(use)", remedy: "sudo apt-get install \(package)")
    }
    return [
      look(["git"], for: "keeps the handbook's history", package: "git"),
      look(["weasyprint"], for: "makes PDF files for handbook export pdf", package: "weasyprint"),
      look(["dot"], for: "lays out networks that ask for Graphviz", package: "graphviz"),
      look(["xdg-open"], for: "opens the browser for handbook serve --open", package: "xdg-utils"),
      look(
        ["chromium", "google-chrome", "firefox", "firefox-esr"], for: "shows the handbook",
        package: "chromium"),
    ]
  }

  private var locale: Finding {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(Environment.text).first ?? ""
    let isUTF8 = name.lowercased().filter { $0 != "-" }.hasSuffix("utf8")
    guard !isUTF8 else { return Finding(state: .good, text: "the terminal's language is \(name)") }
    return Finding(
      state: .lacking,
      text:
        "the terminal's language is \(name.isEmpty ? "not set" : name), without UTF-8: letters may look wrong in messages",
      remedy: "export LANG=C.UTF-8")
  }
}
