/// Pages and those they lead to, by numbers from 0.
struct PageGraph {
  /// The pages by their numbers: those that were given, then those that they lead to.
  private(set) var pages: [PageIndex] = []
  /// For each page those that it leads to, each once.
  private(set) var targets: [[Int]] = []
  /// For each page those that lead to it.
  private(set) var sources: [[Int]] = []

  /// Gathers `pages` and all that they lead to along `next`.
  init(_ pages: [PageIndex], next: (PageIndex) -> [PageIndex]) {
    var numbers: [PageIndex: Int] = [:]
    numbers.reserveCapacity(pages.count)
    for page in pages { number(page, &numbers) }
    var page = 0
    while page < self.pages.count {
      var seen = Set<Int>()
      for target in next(self.pages[page]) {
        let target = number(target, &numbers)
        guard seen.insert(target).inserted else { continue }
        targets[page].append(target)
        sources[target].append(page)
      }
      page += 1
    }
  }

  @discardableResult
  private mutating func number(_ page: PageIndex, _ numbers: inout [PageIndex: Int]) -> Int {
    if let number = numbers[page] { return number }
    numbers[page] = pages.count
    pages.append(page)
    targets.append([])
    sources.append([])
    return pages.count - 1
  }

  /// For each page the number of its ring: two pages have the same where each leads to the other, over
  /// any others.
  var rings: [Int] {
    var rings = Array(repeating: -1, count: pages.count)
    // Kosaraju's way: back from the pages that were left last, nobody comes into another ring.
    for root in leaving.reversed() where rings[root] < 0 {
      rings[root] = root
      var open = [root]
      while let page = open.popLast() {
        for source in sources[page] where rings[source] < 0 {
          rings[source] = root
          open.append(source)
        }
      }
    }
    return rings
  }

  /// The pages in the order in which a search that goes as deep as it can leaves them.
  private var leaving: [Int] {
    var left: [Int] = []
    var seen = Array(repeating: false, count: pages.count)
    for start in pages.indices where !seen[start] {
      var path = [(page: start, position: 0)]
      seen[start] = true
      while let top = path.last {
        guard top.position < targets[top.page].count else {
          left.append(top.page)
          path.removeLast()
          continue
        }
        path[path.count - 1].position += 1
        let target = targets[top.page][top.position]
        guard !seen[target] else { continue }
        seen[target] = true
        path.append((target, 0))
      }
    }
    return left
  }
}
