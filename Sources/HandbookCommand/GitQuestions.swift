import Handbook
import Synchronization

/// Puts a build's questions to git, and notes the answers.
final class GitQuestions: Sendable {
  private let history: @Sendable () -> SourceHistory
  private let ignores: @Sendable (String) -> GitAnswer
  private let noted = Mutex(GitAnswers())

  init(
    history: @escaping @Sendable () -> SourceHistory,
    ignores: @escaping @Sendable (String) -> GitAnswer
  ) {
    (self.history, self.ignores) = (history, ignores)
  }

  /// All answers up to now.
  var answers: GitAnswers { noted.withLock { $0 } }

  /// Asks when files were last changed.
  func askHistory() -> SourceHistory {
    let answer = history()
    let digest = answer.digest
    noted.withLock { $0.history = digest }
    return answer
  }

  /// Asks whether a file is ignored.
  func askIgnored(_ path: String) -> GitAnswer {
    let answer = ignores(path)
    noted.withLock { $0.ignores[path] = answer }
    return answer
  }

  /// Whether git says today what it said then.
  func says(_ kept: GitAnswers) -> Bool {
    (kept.history == nil || kept.history == history().digest)
      && kept.ignores.allSatisfy { ignores($0.key) == $0.value }
  }
}
