import Testing

@testable import Handbook

@Test(arguments: [
  ("*.pdf", "content/a/b.pdf"), ("b.pdf", "content/a/b.pdf"), ("content/*.md", "content/a.md"),
  ("content/**", "content/a/b.md"), ("content/**/b.md", "content/b.md"),
  ("content/**/b.md", "content/x/y/b.md"), ("content/old/", "content/old/x/y.md"),
  ("?.md", "content/a.md"),
  ("content/*/b.md", "content/x/b.md"), ("**/x.md", "x.md"), ("**", "a"), ("a*b*c", "axxbyyc"),
  ("content/**/a/**/z", "content/1/a/2/3/z"), ("content/a**z", "content/a/b/z"), ("*", "content/a"),
])
func `the pattern matches`(_ pattern: String, _ path: String) {
  #expect(matches(pattern, path))
}

@Test(arguments: [
  ("*.pdf", "content/a/b.pdfx"), ("content/*.md", "content/a/b.md"), ("?.md", "content/ab.md"),
  ("content/?.md", "content//.md"), ("content/*/b.md", "content/x/y/b.md"), ("a", "b"), ("", "a"),
  ("content/old/", "content/older/x.md"), ("content/**/b.md", "content/xb.md"), ("a*b*c", "axxbyy"),
  ("content/**/c", "content/ab"),
])
func `the pattern does not match`(_ pattern: String, _ path: String) {
  #expect(!matches(pattern, path))
}

@Test func `a pattern of many stars ends soon, whether it matches or not`() {
  let path = String(repeating: "a/", count: 400)
  #expect(!matches(String(repeating: "**/", count: 30) + "b", path + "a"))
  #expect(matches(String(repeating: "**/", count: 30) + "b", path + "b"))
  #expect(
    !matches(
      "x/" + String(repeating: "*a", count: 200) + "b", "x/" + String(repeating: "a", count: 400)))
}

/// What a pattern means, as plainly as it can be said.
private func slowlyMatches(_ pattern: Substring, _ path: Substring) -> Bool {
  guard let first = pattern.first else { return path.isEmpty }
  if pattern.hasPrefix("**/") {
    let rest = pattern.dropFirst(3)
    return slowlyMatches(rest, path)
      || path.indices.contains { path[$0] == "/" && slowlyMatches(rest, path[$0...].dropFirst()) }
  }
  if pattern.hasPrefix("**") {
    return slowlyMatches(pattern.dropFirst(2), path)
      || !path.isEmpty && slowlyMatches(pattern, path.dropFirst())
  }
  if first == "*" {
    return slowlyMatches(pattern.dropFirst(), path)
      || !path.isEmpty && path.first != "/" && slowlyMatches(pattern, path.dropFirst())
  }
  guard let next = path.first, next == first || first == "?" && next != "/" else { return false }
  return slowlyMatches(pattern.dropFirst(), path.dropFirst())
}

@Test func `random patterns mean what the plain reading says`() {
  var random = Random(seed: 3)
  for _ in 0..<20_000 {
    // The slash in front keeps the pattern from standing for the last part alone; the letter behind
    // it from standing for a folder.
    let pattern = "/" + random.text(of: "ab/**?", upTo: 7) + "a"
    let path = "/" + random.text(of: "ab/", upTo: 8) + "a"
    #expect(matches(pattern, path) == slowlyMatches(pattern[...], path[...]), "\(pattern) \(path)")
  }
}
