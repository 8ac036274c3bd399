import ArgumentParser
import Diagnostics
import Disk
import Glibc
import Values

/// The one place that reads the clock.
enum Clock {
  /// Today in UTC, or the day of `SOURCE_DATE_EPOCH` where that is set.
  static func today() throws -> PlainDate {
    let seconds: Int
    if let epoch = getenv("SOURCE_DATE_EPOCH") {
      guard let given = Int(String(cString: epoch)) else {
        throw ValidationError("SOURCE_DATE_EPOCH must be seconds since 1970, in digits")
      }
      seconds = given
    } else {
      seconds = time(nil)
    }
    let days = seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0)
    guard let date = PlainDate(daysSinceEpoch: days) else {
      throw ValidationError("SOURCE_DATE_EPOCH lies outside the years 1 to 9999")
    }
    return date
  }
}

/// What a CI service tells its jobs.
enum Service {
  /// The file that takes Markdown for a job's summary on GitHub; `nil` elsewhere.
  static var stepSummary: String? { Environment.text("GITHUB_STEP_SUMMARY") }
}

/// The person's terminal, where standard error is one.
enum Terminal {
  /// Whether somebody is there who sees questions and can answer.
  static var hasPerson: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Whether a line there can be written anew: it is a terminal, and not one that only prints.
  static var isLive: Bool {
    isatty(STDERR_FILENO) == 1 && Environment.text("TERM") != "dumb"
  }

  /// Whether colours are wanted there: nobody said no by `NO_COLOR`.
  static var isColoured: Bool { isLive && Environment.text("NO_COLOR") == nil }

  /// The colours for standard output, which may lead elsewhere than standard error.
  static var outputColours: Colours {
    Colours(isOn: isatty(STDOUT_FILENO) == 1 && isColoured)
  }

  /// How many characters a line has; 80 where the terminal does not say.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

/// What the process was started with.
enum Environment {
  /// The value of a variable; `nil` where it is not set or empty.
  static func text(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The folder for files that nobody keeps.
  static var temporaryFolder: String { text("TMPDIR") ?? "/tmp" }
}

/// What the environment tells other programs.
enum Surroundings {
  /// The variables that say how to reach the network.
  static var forNetwork: [String] {
    let names = ["PATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE"]
    let proxies = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
    return (names + proxies + ["no_proxy", "NO_PROXY"]).compactMap { name in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
  }
}

/// Where the program speaks.
enum Console {
  /// Whether somebody sits before standard error.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Opens what is closed of the three streams on nothing: a file that is opened would get its number, and what is said.
  static func claimStreams() {
    var opened: Int32 = 0
    repeat { opened = open("/dev/null", O_RDWR) } while (0..<STDERR_FILENO).contains(opened)
    if opened > STDERR_FILENO { close(opened) }
  }

  /// Writes to standard output; where that is full, the run ends: half an answer is none.
  static func output(_ text: String) {
    do throws(DiskError) {
      try answer(text)
    } catch {
      Console.error("handbook: \(error).\n")
      exit(Run.couldNotRun.rawValue)
    }
  }

  /// Writes to standard output.
  static func answer(_ text: String) throws(DiskError) {
    let code = write(text, to: STDOUT_FILENO)
    // A reader that has gone away is no failure.
    guard code != 0, code != EPIPE else { return }
    throw .unwritable(path: "standard output", reason: String(cString: strerror(code)))
  }

  /// Writes to standard error.
  static func error(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// Writes all of it; returns the system's number for what kept it from that, else 0.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { return errno }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
      return 0
    }
  }
}
