/// The pages that a figure shows, numbered from 0, and how fields of pages call them.
struct FigurePages: Sendable {
  /// The pages in the figure's order.
  let pages: [PageIndex]
  /// How each is called: the last part of its address.
  let keys: [String]
  private let numbers: [String: Int]

  init(_ indices: [PageIndex], of all: [Page]) {
    pages = indices
    keys = indices.map { Self.key(all[$0].url) }
    numbers = Dictionary(
      keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of the page that is called so: by the last part of its address, or all of it.
  func number(of name: String) -> Int? { numbers[Self.key(name)] }

  /// The number of a page.
  func number(of page: PageIndex) -> Int? { pages.firstIndex(of: page) }

  /// The last part of an address or of a path to a source; of one with a fragment, that.
  static func key(_ written: String) -> String {
    if let fragment = written.split(separator: "#", maxSplits: 1).dropFirst().first {
      return String(fragment)
    }
    let last = written.split(separator: "/").last.map(String.init) ?? written
    return last.hasSuffix(".md") ? String(last.dropLast(3)) : last
  }
}
