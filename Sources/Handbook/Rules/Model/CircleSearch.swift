/// Finds circles of pages, without recursion: a chain may be as long as a site is large.
///
/// Of those that share pages it finds as many as it takes to meet each reference that lies on one, the
/// shortest through it: to enumerate all would take for ever.
struct CircleSearch {
  /// The circles, each once: a page, those it leads to in turn, the last of which leads to the first.
  ///
  /// Each begins with the first of its pages that was given.
  private(set) var circles: [[PageIndex]] = []
  /// How many references lie on further circles, where there were too many, and the first page with one.
  private(set) var rest: (page: PageIndex, references: Int)?

  private let graph: PageGraph
  /// For each page another one's number if both lie on one circle.
  private let rings: [Int]
  /// For each page those it leads to on the circles so far.
  private var told: [Set<Int>]
  /// How many circles may still be found.
  private var room: Int
  /// How many references may still be followed.
  private var effort: Int

  /// Searches from `pages`, in their order, along `next`.
  ///
  /// O(*pages* + *references*) where there is no circle; else at most `effort` more, for `room` circles.
  init(
    _ pages: [PageIndex], room: Int = 1000, effort: Int = 10_000_000,
    next: (PageIndex) -> [PageIndex]
  ) {
    graph = PageGraph(pages, next: next)
    rings = graph.rings
    told = Array(repeating: [], count: graph.pages.count)
    self.room = room
    self.effort = effort
    var ways = Ways(count: graph.pages.count)
    for page in graph.pages.indices { search(from: page, &ways) }
  }

  /// Finds the shortest circle through each reference of a page that is on none so far.
  private mutating func search(from page: Int, _ ways: inout Ways) {
    let open = graph.targets[page].filter { rings[$0] == rings[page] && !told[page].contains($0) }
    guard !open.isEmpty else { return }
    findWays(to: page, from: Set(open), &ways)
    for target in open {
      guard room > 0, target == page || ways.goals[target] == page else {
        rest = (rest?.page ?? graph.pages[page], (rest?.references ?? 0) + 1)
        continue
      }
      var circle = [page]
      var onward = target
      while onward != page {
        circle.append(onward)
        onward = ways.next[onward]
      }
      tell(circle)
    }
  }

  /// Finds the shortest ways to `goal` from pages that lie on a circle with it, until all of `starts`
  /// have one.
  private mutating func findWays(to goal: Int, from starts: Set<Int>, _ ways: inout Ways) {
    guard room > 0 else { return }
    var missing = starts.subtracting([goal]).count
    var reached = [goal]
    var position = 0
    while missing > 0, position < reached.count {
      let page = reached[position]
      position += 1
      for source in graph.sources[page] where rings[source] == rings[goal] {
        guard effort > 0 else { return }
        effort -= 1
        guard source != goal, ways.goals[source] != goal else { continue }
        ways.goals[source] = goal
        ways.next[source] = page
        reached.append(source)
        if starts.contains(source) { missing -= 1 }
      }
    }
  }

  private mutating func tell(_ circle: [Int]) {
    room -= 1
    for (page, next) in zip(circle, circle.dropFirst() + circle.prefix(1)) {
      told[page].insert(next)
    }
    let start = circle.indices.min { circle[$0] < circle[$1] } ?? 0
    circles.append((circle[start...] + circle[..<start]).map { graph.pages[$0] })
  }
}

/// The shortest ways to one page, then another.
private struct Ways {
  /// For each page the one to which its way leads; of an earlier search, another.
  var goals: [Int]
  /// For each page the next on its way.
  var next: [Int]

  init(count: Int) {
    goals = Array(repeating: -1, count: count)
    next = goals
  }
}
