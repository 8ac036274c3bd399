import Diagnostics

/// The findings of one rendering: each place and message once, and not without end.
struct Findings {
  /// The findings in the order in which they happened.
  private(set) var all: [Diagnostic] = []
  private var known: Set<Key> = []
  private static let most = 1000

  private struct Key: Hashable {
    var path: String
    var range: SourceRange
    var message: String
  }

  /// Adds a finding unless it is there already.
  mutating func add(_ diagnostic: Diagnostic) {
    guard all.count < Self.most else { return }
    let key = Key(
      path: diagnostic.place.file.path, range: diagnostic.place.range, message: diagnostic.message)
    if known.insert(key).inserted { all.append(diagnostic) }
  }
}

/// What tags keep from one to the next.
struct Registers {
  /// Whose turn it is, by the cycle's key.
  private(set) var cycles: [String: Int]?
  /// Where loops ended, by their names.
  private(set) var loopEnds: [String: Int]?
  /// What the last `ifchanged` printed.
  var lastChanged: [UInt8]?

  /// Notes whose turn is next.
  mutating func noteTurn(of key: String, _ turn: Int) {
    if cycles == nil { cycles = [:] }
    cycles?[key] = turn
  }

  /// Notes where a loop ended.
  mutating func noteEnd(of name: String, at offset: Int) {
    if loopEnds == nil { loopEnds = [:] }
    loopEnds?[name] = offset
  }
}
