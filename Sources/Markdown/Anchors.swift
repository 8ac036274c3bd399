/// The ids that a document has so far.
struct Anchors {
  /// What stands before all of them.
  var prefix = ""
  /// The ids, in the order of their writing.
  private(set) var ids: [String] = []
  private var taken: Set<String> = []
  private var lastNumber: [String: Int] = [:]

  /// Takes an id as written, behind the prefix.
  ///
  /// Returns false, and takes nothing, when the document has it already.
  mutating func take(_ id: String) -> Bool {
    guard taken.insert(id).inserted else { return false }
    ids.append(prefix + id)
    return true
  }

  /// Takes `id`, or the first of `id-1`, `id-2`, … that the document does not have, behind the
  /// prefix.
  mutating func takeUnique(_ id: String) -> String {
    if take(id) { return prefix + id }
    var number = lastNumber[id, default: 0]
    var numbered: String
    repeat {
      number += 1
      numbered = "\(id)-\(number)"
    } while !take(numbered)
    lastNumber[id] = number
    return prefix + numbered
  }
}
