import Values

/// The one order in which lists of pages stand: by `order` (absent last), then `date` (absent
/// first, oldest first), then the path's bytes.
struct PageOrder: Comparable {
  var order: Double
  var date: PlainDate?
  var path: String

  init(order: Double?, date: PlainDate?, path: String) {
    self.order = order ?? .infinity
    self.date = date
    self.path = path
  }

  init(_ page: Page) {
    self.init(order: page.head.order, date: page.head.date, path: page.path.text)
  }

  static func < (left: PageOrder, right: PageOrder) -> Bool {
    if left.order != right.order { return left.order < right.order }
    switch (left.date, right.date) {
    case (nil, .some): return true
    case (.some, nil): return false
    case (let left?, let right?) where left != right: return left < right
    default: return left.path.precedes(right.path)
    }
  }
}
