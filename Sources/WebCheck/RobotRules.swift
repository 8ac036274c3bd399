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
    let fitting = rules.filter { Self.fits(path.utf8[...], Array($0.pattern.utf8)[...]) }
    let longest = fitting.map(\.pattern.utf8.count).max() ?? 0
    let deciding = fitting.filter { $0.pattern.utf8.count == longest }
    return deciding.isEmpty || deciding.contains(where: \.isAllowed)
  }

  /// Whether a path begins as a pattern says, in which `*` is any text and `$` the end.
  private static func fits(_ path: Substring.UTF8View, _ pattern: ArraySlice<UInt8>) -> Bool {
    // The places in the path that the pattern up to now may end at.
    var ends: Set<Int> = [0]
    let path = Array(path)
    for (index, byte) in zip(pattern.indices, pattern) {
      if byte == UInt8(ascii: "*") {
        ends = Set((ends.min() ?? path.count)...path.count)
      } else if byte == UInt8(ascii: "$"), index == pattern.endIndex - 1 {
        ends = ends.intersection([path.count])
      } else {
        ends = Set(ends.filter { $0 < path.count && path[$0] == byte }.map { $0 + 1 })
      }
      if ends.isEmpty { return false }
    }
    return true
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
