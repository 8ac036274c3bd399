import Diagnostics
import Synchronization

/// All partials that templates may include, by path.
///
/// It reads no file: it is given them all. Each partial is parsed at most once in each environment, when it is first included; the result
/// is shared between threads.
public final class Partials: Sendable {
  private let sources: [String: TemplateSource]
  private let candidates: @Sendable (_ name: String, _ includer: String) -> [String]
  private let units = Mutex<[Key: Unit]>([:])

  private struct Key: Hashable {
    var path: String
    var environment: Environment
  }

  /// Creates the table.
  ///
  /// - Parameters:
  ///   - sources: The partials by path.
  ///   - candidates: The paths at which the partial `name`, written in the file `includer`, may
  ///     lie; the first that `sources` has is taken. Names come from templates: they may be
  ///     anything, and nothing but a path of the table is ever reached.
  public init(
    _ sources: [String: TemplateSource],
    candidates: @escaping @Sendable (_ name: String, _ includer: String) -> [String] = {
      name, _ in [name]
    }
  ) {
    self.sources = sources
    self.candidates = candidates
  }

  /// No partials.
  public static let none = Partials([:])

  /// The partial `name`, written in the file `includer`, or `nil` when there is none.
  func unit(named name: String, from includer: String, in environment: Environment) -> Unit? {
    guard !sources.isEmpty,
      let path = candidates(name, includer).first(where: { sources[$0] != nil }),
      let source = sources[path]
    else { return nil }
    let key = Key(path: path, environment: environment)
    return units.withLock { units in
      if let known = units[key] { return known }
      let unit = Unit(source, environment)
      units[key] = unit
      return unit
    }
  }

  /// That there is no partial `name`, written in the file `includer`, and which one may be meant.
  func missing(_ name: String, from includer: String, at range: SourceRange) -> Failure {
    func lastPart(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }
    let paths = sources.keys.sorted()
    let near =
      paths.lazy.filter { lastPart($0) == lastPart(name) }
      .compactMap { self.name(of: $0, in: includer) }.first
      ?? nearest(
        to: name,
        among: paths
          + paths.flatMap { [String(lastPart($0)), String(lastPart($0).prefix { $0 != "." })] })
    return Failure(
      "there is no partial '\(name)'", help: near.map { "did you mean '\($0)'?" }, at: range,
      rule: .partial)
  }

  /// The shortest name by which a file includes the partial at a path; `nil` where it cannot.
  private func name(of path: String, in includer: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.indices.reversed().lazy.map { parts[$0...].joined(separator: "/") }
      .first { candidates($0, includer).first { sources[$0] != nil } == path }
  }
}
