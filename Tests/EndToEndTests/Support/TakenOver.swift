/// What a build with `--timings` says that it took over from the last one.
struct TakenOver {
  /// Whether nothing was built.
  let isAll: Bool
  /// The pages that were taken over, where not all was.
  let pages: Int
  /// The bodies, of other pages.
  let bodies: Int
  /// What else was printed, without times and without what was taken over.
  let said: String

  init(_ console: String) {
    let lines = console.split(separator: "\n").filter { !$0.hasSuffix("ms of processors") }
    isAll = lines.contains { $0.hasSuffix("was taken over.") }
    let parts = lines.compactMap { $0.wholeMatch(of: Self.parts) }.first
    pages = parts.flatMap { Int($0.1) } ?? 0
    bodies = parts.flatMap { Int($0.2) } ?? 0
    said = lines.filter { !$0.hasSuffix("was taken over.") && $0.wholeMatch(of: Self.parts) == nil }
      .joined(separator: "\n").replacing(/\ in [0-9.]+ m?s;/, with: " in TIME;")
  }

  private static var parts: Regex<(Substring, Substring, Substring)> {
    /Taken over from the last build: ([0-9]+) pages, ([0-9]+) bodies./
  }
}
