import Handbook
import Synchronization

/// Stands for Graphviz in a test: it says what it is told to say, and remembers what it was asked.
final class FakeGraphviz: Sendable {
  private let says: GraphvizAnswer
  private let texts = Mutex<[String]>([])

  init(_ says: GraphvizAnswer) { self.says = says }

  /// What it was asked, each time.
  var asked: [String] { texts.withLock { $0 } }

  func answer(to request: GraphvizRequest) -> GraphvizAnswer {
    texts.withLock { $0.append(String(decoding: request.text, as: UTF8.self)) }
    return says
  }
}
