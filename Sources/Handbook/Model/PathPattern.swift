/// Returns whether `path` matches `pattern`, in which `*` stands for any run without `/`, `**` for
/// any run, `?` for one character other than `/`. A pattern without `/` is matched with the last part.
func matches(_ pattern: String, _ path: String) -> Bool {
  var pattern = Array(pattern.utf8)
  let subject: [UInt8]
  if pattern.contains(UInt8(ascii: "/")) {
    subject = Array(path.utf8)
  } else {
    subject = Array((path.split(separator: "/").last ?? "").utf8)
  }
  if pattern.last == UInt8(ascii: "/") { pattern += Array("**".utf8) }
  return matchGlob(pattern[...], subject[...])
}

/// Matches byte by byte, going back to the latest star only: O(*pattern* × *subject*) at worst for
/// one kind of star, and no recursion deeper than the number of `**`.
private func matchGlob(_ pattern: ArraySlice<UInt8>, _ subject: ArraySlice<UInt8>) -> Bool {
  var (p, s) = (pattern.startIndex, subject.startIndex)
  var star: (pattern: Int, subject: Int)?
  var deepStar: (pattern: Int, subject: Int)?
  while s < subject.endIndex {
    if p < pattern.endIndex, pattern[p] == UInt8(ascii: "*") {
      if p + 1 < pattern.endIndex, pattern[p + 1] == UInt8(ascii: "*") {
        p += 2
        // `**/` also stands for no folder at all.
        if p < pattern.endIndex, pattern[p] == UInt8(ascii: "/"),
          matchGlob(pattern[(p + 1)...], subject[s...])
        {
          return true
        }
        deepStar = (p, s)
        star = nil
      } else {
        p += 1
        star = (p, s)
      }
    } else if p < pattern.endIndex,
      pattern[p] == subject[s] || (pattern[p] == UInt8(ascii: "?") && subject[s] != UInt8(ascii: "/"))
    {
      p += 1
      s += 1
    } else if let last = star, subject[last.subject] != UInt8(ascii: "/") {
      star = (last.pattern, last.subject + 1)
      (p, s) = (last.pattern, last.subject + 1)
    } else if let last = deepStar {
      star = nil
      deepStar = (last.pattern, last.subject + 1)
      (p, s) = (last.pattern, last.subject + 1)
    } else {
      return false
    }
  }
  while p < pattern.endIndex, pattern[p] == UInt8(ascii: "*") { p += 1 }
  return p == pattern.endIndex
}
