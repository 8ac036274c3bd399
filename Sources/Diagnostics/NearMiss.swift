/// Returns the candidate fewest edits away from what was written, or `nil` if all differ in more
/// than a third of the longer one.
///
/// Of paths only what differs is compared: the folders in which both lie say nothing of two names.
///
/// An edit adds, drops or changes a character, or swaps two neighbours. Ties go to the first in
/// the order of bytes, so a build says the same thing every time. O(*candidates* × *length*²).
public func nearest(to written: String, among candidates: some Sequence<String>) -> String? {
  let target = Array(written.unicodeScalars)
  var best: (distance: Int, candidate: String)?
  for candidate in candidates where candidate != written {
    let (written, meant) = differing(target, Array(candidate.unicodeScalars))
    let allowed = max(written.count, meant.count) / 3
    guard abs(written.count - meant.count) <= allowed else { continue }
    let distance = editDistance(Array(written), Array(meant))
    guard distance <= allowed else { continue }
    if let best, (best.distance, best.candidate) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.candidate
}

/// The parts of two texts between the folders that both begin with and what both end with behind a `/`; the `/` before
/// a part counts with it.
private func differing(
  _ left: [Unicode.Scalar], _ right: [Unicode.Scalar]
) -> (ArraySlice<Unicode.Scalar>, ArraySlice<Unicode.Scalar>) {
  let shorter = min(left.count, right.count)
  var (front, back) = (0, 0)
  var shared = 0
  while shared < shorter, left[shared] == right[shared] {
    shared += 1
    if left[shared - 1] == "/" { front = shared - 1 }
  }
  shared = 0
  while shared < shorter - front, left[left.count - shared - 1] == right[right.count - shared - 1] {
    shared += 1
    if left[left.count - shared] == "/" { back = shared }
  }
  return (left[front..<left.count - back], right[front..<right.count - back])
}

/// Returns how many edits lead from one text to the other; a swap of two neighbours is one.
public func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in 1...left.count {
    var row = [i]
    row.reserveCapacity(right.count + 1)
    for j in 1...right.count {
      let substitution = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
      var cost = min(substitution, last[j] + 1, row[j - 1] + 1)
      if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
        cost = min(cost, beforeLast[j - 2] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[right.count]
}
