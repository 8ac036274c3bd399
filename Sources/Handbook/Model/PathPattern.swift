/// Returns whether `path` matches `pattern`, in which `*` stands for any run without `/`, `**` for
/// any run, `?` for one character other than `/`.
///
/// A pattern without `/` is matched with the last part.
func matches(_ pattern: String, _ path: String) -> Bool {
  var pattern = Array(pattern.utf8)
  let subject: [UInt8]
  if pattern.contains(UInt8(ascii: "/")) {
    subject = Array(path.utf8)
  } else {
    subject = Array((path.split(separator: "/").last ?? "").utf8)
  }
  if pattern.last == UInt8(ascii: "/") { pattern += Array("**".utf8) }
  return matchGlob(pattern[...], subject)
}

/// Goes through the pattern once and keeps, for each length of a start of `subject`, whether it
/// matches what was read of the pattern: O(*pattern* × *subject*), whatever stars there are.
private func matchGlob(_ pattern: ArraySlice<UInt8>, _ subject: [UInt8]) -> Bool {
  let (star, slash) = (UInt8(ascii: "*"), UInt8(ascii: "/"))
  var matched = [Bool](repeating: false, count: subject.count + 1)
  matched[0] = true
  var rest = pattern
  while let byte = rest.popFirst() {
    let isDeep = byte == star && rest.first == star
    if isDeep { rest.removeFirst() }
    if isDeep, rest.first == slash {
      // `**/` stands for folders, or for none.
      rest.removeFirst()
      var isOpen = false
      for length in matched.indices {
        if isOpen, subject[length - 1] == slash { matched[length] = true }
        isOpen = isOpen || matched[length]
      }
    } else if byte == star {
      for length in matched.indices.dropFirst() where matched[length - 1] {
        if isDeep || subject[length - 1] != slash { matched[length] = true }
      }
    } else {
      for length in matched.indices.dropFirst().reversed() {
        let next = subject[length - 1]
        let isSame = byte == UInt8(ascii: "?") ? next != slash : next == byte
        matched[length] = matched[length - 1] && isSame
      }
      matched[0] = false
    }
  }
  return matched[subject.count]
}
