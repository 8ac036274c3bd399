/// Finds circles of pages, without recursion: a chain may be as long as a site is large.
///
/// O(*pages* + *references*), but for the circles themselves.
struct CircleSearch {
  /// The circles, each once: a page, those it leads to in turn, the last of which leads to the first.
  private(set) var circles: [[PageIndex]] = []

  private enum Mark {
    case onPath(at: Int)
    case done
  }

  /// Searches from `pages`, in their order, along `next`.
  init(_ pages: [PageIndex], next: (PageIndex) -> [PageIndex]) {
    var marks: [PageIndex: Mark] = [:]
    marks.reserveCapacity(pages.count)
    for start in pages where marks[start] == nil {
      var path: [(page: PageIndex, targets: ArraySlice<PageIndex>)] = [(start, next(start)[...])]
      marks[start] = .onPath(at: 0)
      while let top = path.indices.last {
        guard let target = path[top].targets.popFirst() else {
          marks[path[top].page] = .done
          path.removeLast()
          continue
        }
        switch marks[target] {
        case nil:
          marks[target] = .onPath(at: path.count)
          path.append((target, next(target)[...]))
        case .onPath(let position): circles.append(path[position...].map(\.page))
        case .done: break
        }
      }
    }
  }
}
