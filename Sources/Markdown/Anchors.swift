/// The ids that a document has so far.
struct Anchors {
  /// The ids, in the order of their writing.
  private(set) var ids: [String] = []
  private var taken: Set<String> = []
  private var lastNumber: [String: Int] = [:]

  /// Takes an id as written.
  ///
  /// Returns false, and takes nothing, when the document has it already.
  mutating func take(_ id: String) -> Bool {
    guard taken.insert(id).inserted else { return false }
    ids.append(id)
    return true
  }

  /// Takes `id`, or the first of `id-1`, `id-2`, … that the document does not have.
  mutating func takeUnique(_ id: String) -> String {
    if take(id) { return id }
    var number = lastNumber[id, default: 0]
    var numbered: String
    repeat {
      number += 1
      numbered = "\(id)-\(number)"
    } while !take(numbered)
    lastNumber[id] = number
    return numbered
  }
}
