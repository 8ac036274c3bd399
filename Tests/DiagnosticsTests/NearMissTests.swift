import Diagnostics
import Testing

@Test(arguments: [
  ("titel", ["title", "tags"], "title"), ("tilte", ["title"], "title"),
  ("/servcies/", ["/people/", "/services/"], "/services/"), ("zzz", ["title", "tags"], nil),
  ("ab", ["cd"], nil), ("", ["a"], nil), ("a", [], nil), ("café", ["cafe"], "cafe"),
])
func `the nearest is the one with fewest edits, if a third of it is right`(
  _ written: String, _ candidates: [String], _ expected: String?
) {
  #expect(nearest(to: written, among: candidates) == expected)
}

/// What was written, what there is, and what was meant.
private let paths: [(String, [String], String?)] = [
  ("/services/taxis/", ["/services/maps/", "/services/trams/"], nil),
  ("/doctrine/trust/", ["/doctrine/fire/"], nil),
  ("/processes/incidents/", ["/processes/assessments/"], nil),
  ("/people/team/start/", ["/people/lead/start/"], nil),
  ("/doctrine/fier/", ["/doctrine/fire/"], "/doctrine/fire/"),
  ("/servcies/maps/", ["/services/", "/services/maps/"], "/services/maps/"),
  ("/services/map/", ["/services/", "/services/maps/"], "/services/maps/"),
  ("/services/maps", ["/services/maps/"], "/services/maps/"),
  ("/a/bb/", ["/a/b/"], "/a/b/"), ("/c/", ["/a/"], nil), ("dep/d", ["deep/d"], "deep/d"),
]

@Test(arguments: paths)
func `of two paths only what differs is compared`(
  _ written: String, _ candidates: [String], _ expected: String?
) {
  #expect(nearest(to: written, among: candidates) == expected)
}

@Test
func `of equally near ones the first in the order of bytes is meant, in whatever order they come`()
{
  let candidates = ["cat", "bat", "rat", "hat"]
  #expect(nearest(to: "mat", among: candidates) == "bat")
  #expect(nearest(to: "mat", among: candidates.reversed()) == "bat")
}

@Test func `what was written is never suggested`() {
  #expect(nearest(to: "title", among: ["title", "titles"]) == "titles")
}

@Test(arguments: [
  ("", "", 0), ("a", "", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("ab", "ba", 1),
  ("abc", "acb", 1), ("title", "titel", 1), ("same", "same", 0),
])
func `an edit adds, drops or changes a character, or swaps two neighbours`(
  _ left: String, _ right: String, _ distance: Int
) {
  let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
  #expect(editDistance(left, right) == distance)
  #expect(editDistance(right, left) == distance)
}
