import Handbook
import Markdown

/// What `handbook --version` prints.
enum Version {
  /// The program's version, and that of the parser which decides what Markdown means.
  static var full: String { "\(ProgramVersion.current.description)\ncmark-gfm \(parserVersion)" }
}
