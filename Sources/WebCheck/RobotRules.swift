/// What a host lets programs read: its `robots.txt`, as RFC 9309 reads it.
struct RobotRules {
  private var rules: [(isAllowed: Bool, pattern: String)] = []

  /// Rules that let everything be read.
  static let none = RobotRules(parsing: "", for: "")

  /// Reads the rules for `agent`, or those for all where none name it.
  init(parsing text: String, for agent: String) {
    var own: [(Bool, String)] = []
    var common: [(Bool, String)] = []
    var isNamed = false
    var agents: [String] = []
    var isInRules = false
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.prefix { $0 != "#" }.split(
        separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let value = String(parts[1]).trimmed
      switch String(parts[0]).trimmed.lowercased() {
      case "user-agent":
        if isInRules { agents = [] }
        isInRules = false
        agents.append(value.lowercased())
        isNamed = isNamed || value.lowercased() == agent
      case let key where key == "allow" || key == "disallow":
        isInRules = true
        guard !value.isEmpty else { continue }
        if agents.contains(agent) { own.append((key == "allow", value)) }
        if agents.contains("*") { common.append((key == "allow", value)) }
      default: continue
      }
    }
    rules = isNamed ? own : common
  }

  /// Whether a path may be asked for: the longest rule that fits it decides, an allowing one first.
  func allows(_ path: String) -> Bool {
    let path = Array(path.utf8)
    let fitting = rules.filter { Self.fits(path[...], Array($0.pattern.utf8)[...]) }
    let longest = fitting.map(\.pattern.utf8.count).max() ?? 0
    let deciding = fitting.filter { $0.pattern.utf8.count == longest }
    return deciding.isEmpty || deciding.contains(where: \.isAllowed)
  }

  /// Whether a path begins as a pattern says, in which `*` is any text and `$` the end.
  ///
  /// Each part between two `*` is looked for once, where it comes first. O(*path* × *pattern*).
  private static func fits(_ path: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    let isWhole = pattern.last == UInt8(ascii: "$")
    let parts = (isWhole ? pattern.dropLast() : pattern)
      .split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    guard let first = parts.first, path.starts(with: first) else { return false }
    var rest = path.dropFirst(first.count)
    for part in parts.dropFirst().dropLast(isWhole ? 1 : 0) where !part.isEmpty {
      guard let end = end(of: part, in: rest) else { return false }
      rest = rest[end...]
    }
    guard isWhole else { return true }
    return parts.count == 1
      ? rest.isEmpty : rest.reversed().starts(with: parts[parts.count - 1].reversed())
  }

  /// Where the first of `part` in a text ends.
  private static func end(of part: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Int? {
    guard part.count <= text.count else { return nil }
    return (text.startIndex...text.endIndex - part.count).first { text[$0...].starts(with: part) }
      .map { $0 + part.count }
  }
}

extension String {
  /// The text without spaces and tabs round it.
  fileprivate var trimmed: String {
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    let start = drop(while: isBlank)
    return String(start.reversed().drop(while: isBlank).reversed())
  }
}
