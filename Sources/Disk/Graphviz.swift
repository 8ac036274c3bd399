import Glibc
package import Handbook
import Synchronization

/// Graphviz's `dot`, which lays out networks of a site: asked once for each, and known from then on.
///
/// It is told no path and reads no file; what it is to read, and what it answers, are `GraphvizRequest`'s.
package final class Graphviz: Sendable {
  /// What may be done with `.handbook/cache` of the site.
  package enum CacheUse: Sendable {
    /// Nothing.
    case none
    /// Answers are taken from it.
    case reads
    /// Answers are taken from it and left in it.
    case keeps
  }

  private let program: String
  private let cache: GraphvizCache
  private let use: CacheUse
  private let state = Mutex(State())

  private struct State {
    var version: Version?
    var answers: [[UInt8]: GraphvizAnswer] = [:]
    var isUnsure = false
  }

  private enum Version {
    case known(String), missing
    case failed(String)
  }

  /// Three hundred services that depend on each other without circles take a second.
  private static let limits = ProgramRun.Limits(seconds: 20, bytes: 4 << 20)
  /// A preview that runs for days need not remember all that its network once was.
  private static let mostRemembered = 32

  /// Lays out networks of a site.
  package convenience init(_ site: SiteFolder, cache use: CacheUse) {
    self.init(site, cache: use, program: "dot")
  }

  /// Lays out networks with a program of another name.
  init(_ site: SiteFolder, cache use: CacheUse, program: String) {
    self.program = program
    cache = GraphvizCache(site)
    self.use = use
  }

  /// The version that is here; `nil` where none is, or it does not say.
  package var version: String? {
    state.withLock { state in
      if case .known(let version) = known(&state) { version } else { nil }
    }
  }

  /// Whether something was asked for that it did not give: another run may get it.
  package var isUnsure: Bool { state.withLock(\.isUnsure) }

  /// Whether anything was asked for.
  package var isAsked: Bool { state.withLock { !$0.answers.isEmpty || $0.isUnsure } }

  /// What it says of a network.
  ///
  /// Takes as long as `dot` does, at most 20 s.
  package func answer(to request: GraphvizRequest) -> GraphvizAnswer {
    state.withLock { state in
      if let known = state.answers[request.text] { return known }
      let answer = ask(request, &state)
      if case .answered(let bytes) = answer, request.accepts(bytes) {
      } else {
        state.isUnsure = true
      }
      // Somebody may install it while a preview runs.
      if answer == .missing { return answer }
      if state.answers.count >= Self.mostRemembered { state.answers = [:] }
      state.answers[request.text] = answer
      return answer
    }
  }

  private func ask(_ request: GraphvizRequest, _ state: inout State) -> GraphvizAnswer {
    let version: String
    switch known(&state) {
    case .known(let known): version = known
    case .missing: return .missing
    case .failed(let reason): return .failed(reason: reason)
    }
    if use != .none, let kept = cache.answer(to: request, of: version) { return .answered(kept) }
    let run: ProgramRun
    do throws(SystemError) {
      run = try ProgramRun(
        [program, "-Tjson0"], input: request.text, keeping: .output, within: Self.limits)
    } catch {
      return error.code == ENOENT ? .missing : .failed(reason: Self.reason(error))
    }
    guard run.status == 0 else { return .failed(reason: Self.reason(run.status)) }
    if use == .keeps, request.accepts(run.output) {
      cache.keep(run.output, to: request, of: version)
    }
    return .answered(run.output)
  }

  private func known(_ state: inout State) -> Version {
    if let known = state.version { return known }
    let found: Version
    do throws(SystemError) {
      let run = try ProgramRun([program, "-V"], keeping: .errors, within: Self.limits)
      found =
        run.status == 0
        ? .known(String(decoding: run.output, as: UTF8.self)) : .failed(Self.reason(run.status))
    } catch {
      found = error.code == ENOENT ? .missing : .failed(Self.reason(error))
    }
    if case .known = found { state.version = found }
    return found
  }

  private static func reason(_ status: Int32) -> String {
    status < 0 ? "a signal ended it" : "it ended with \(status)"
  }

  private static func reason(_ error: SystemError) -> String {
    switch error.code {
    case ETIME: "it took longer than \(limits.seconds) s"
    case EFBIG: "it wrote more than \(limits.bytes >> 20) MiB"
    default: error.reason
    }
  }
}
