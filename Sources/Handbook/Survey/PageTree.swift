/// How pages stand below each other, from their paths: `/a/b/` stands below `/a/`, also when no
/// page is published at `/a/`.
struct PageTree: Sendable {
  /// The nearest page above each page; `nil` for the topmost.
  private(set) var parents: [PageIndex?]
  /// The pages that menus may show, in reading order: each before those below it, siblings in the order of lists.
  private(set) var readingOrder: [PageIndex] = []
  /// Where each page stands in the reading order; `nil` for a page that no menu shows.
  private var positions: [Int?] = []
  /// How many pages stand below each page, at any depth, in the reading order right behind it.
  private var descendants: [Int] = []

  /// A folder of the site's URLs, with or without a page of its own.
  private struct Node {
    var page: PageIndex?
    var children: [Int] = []
    var order: PageOrder
  }

  init(_ pages: [Page]) {
    parents = Array(repeating: nil, count: pages.count)
    positions = Array(repeating: nil, count: pages.count)
    descendants = Array(repeating: 0, count: pages.count)
    var nodes = Self.nodes(of: pages)
    Self.sort(&nodes)
    walk(nodes, pages)
  }

  /// Whether menus may show the page.
  func isInMenus(_ page: PageIndex) -> Bool { positions[page] != nil }

  /// The pages above `page`, topmost first.
  func ancestors(of page: PageIndex) -> [PageIndex] {
    var result: [PageIndex] = []
    var next = parents[page]
    while let parent = next {
      result.append(parent)
      next = parents[parent]
    }
    return result.reversed()
  }

  /// The pages whose nearest page above is `page`, in reading order.
  func children(of page: PageIndex) -> [PageIndex] {
    subtree(of: page).filter { parents[$0] == page }
  }

  /// `page` and all below it, in reading order; nothing for a page that no menu shows.
  func subtree(of page: PageIndex) -> ArraySlice<PageIndex> {
    guard let position = positions[page] else { return [] }
    return readingOrder[position...(position + descendants[page])]
  }

  /// One node for each path and each path above one; the root is the first.
  private static func nodes(of pages: [Page]) -> [Node] {
    var nodes = [Node(order: PageOrder(order: nil, date: nil, path: "/"))]
    var known: [Substring: Int] = ["": 0]
    func node(_ path: URLPath) -> Int {
      if let node = known[path.key] { return node }
      var child: Int?
      for path in sequence(first: path, next: \.parent) {
        if let node = known[path.key] {
          if let child { nodes[node].children.append(child) }
          break
        }
        nodes.append(
          Node(
            children: child.map { [$0] } ?? [],
            order: PageOrder(order: nil, date: nil, path: path.text)))
        known[path.key] = nodes.count - 1
        child = nodes.count - 1
      }
      return known[path.key] ?? 0
    }
    for (index, page) in pages.enumerated() {
      let place = node(page.path)
      // Of two pages with one path, which is an error of its own, the second gets a node beside.
      if nodes[place].page == nil {
        nodes[place].page = index
        nodes[place].order = PageOrder(page)
      } else {
        nodes.append(Node(page: index, order: PageOrder(page)))
        nodes[0].children.append(nodes.count - 1)
      }
    }
    return nodes
  }

  /// Sorts children; a folder without a page stands where the first of its children would.
  ///
  /// A node is made after those above it only within one path, so folders are filled bottom up by
  /// the length of their path.
  private static func sort(_ nodes: inout [Node]) {
    let deepestFirst = nodes.indices.sorted {
      nodes[$0].order.path.utf8.count > nodes[$1].order.path.utf8.count
    }
    for index in deepestFirst {
      let sorted = nodes[index].children.sorted { nodes[$0].order < nodes[$1].order }
      nodes[index].children = sorted
      if nodes[index].page == nil, let first = sorted.first {
        nodes[index].order.order = nodes[first].order.order
      }
    }
  }

  /// Walks the tree once, without recursion, noting parents, the order and how much is below.
  private mutating func walk(_ nodes: [Node], _ pages: [Page]) {
    enum Step {
      case enter(Int, parent: PageIndex?)
      case leave(PageIndex, position: Int)
    }
    var steps = [Step.enter(0, parent: nil)]
    while let step = steps.popLast() {
      switch step {
      case .leave(let page, let position):
        descendants[page] = readingOrder.count - 1 - position
      case .enter(let index, let parent):
        let node = nodes[index]
        if let page = node.page {
          parents[page] = parent
        }
        if let page = node.page, pages[page].listing == .everywhere {
          positions[page] = readingOrder.count
          steps.append(.leave(page, position: readingOrder.count))
          readingOrder.append(page)
        }
        for child in node.children.reversed() {
          steps.append(.enter(child, parent: node.page ?? parent))
        }
      }
    }
  }
}
