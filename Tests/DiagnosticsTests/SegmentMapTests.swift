import Diagnostics
import Testing

private let page = SourceFile(path: "content/a.md", text: "Hello {{ name }}, bye.")
private let partial = SourceFile(path: "layouts/b.html", text: "<b>{{ x }}</b>")

private func written(_ map: SegmentMap, _ range: SourceRange) -> String? {
  map.place(of: range).map {
    "\($0.file.path): \(String(decoding: $0.file.bytes[$0.range], as: UTF8.self))"
  }
}

/// `Hello Ada, bye.`, of which `Ada` was printed by `{{ name }}`.
private var greeting: SegmentMap {
  var map = SegmentMap(copyOf: 0..<6, in: page)
  map.appendMade(3, by: Place(page, 6..<16))
  map.appendCopy(of: 16..<22, in: page)
  return map
}

@Test func `a copied byte was written where it stands`() {
  #expect(greeting.count == 15)
  #expect(written(greeting, 0..<5) == "content/a.md: Hello")
  #expect(written(greeting, 11..<14) == "content/a.md: bye")
}

@Test func `what was made has the place of what made it, all of it or a part`() {
  #expect(written(greeting, 6..<9) == "content/a.md: {{ name }}")
  #expect(written(greeting, 7..<8) == "content/a.md: {{ name }}")
}

@Test func `a part that goes over both was written from the first to the last`() {
  #expect(written(greeting, 4..<8) == "content/a.md: o {{ name }}")
  #expect(written(greeting, 8..<15) == "content/a.md: {{ name }}, bye.")
}

@Test func `a part of two files has the place of its first byte`() {
  var map = SegmentMap(copyOf: 0..<5, in: page)
  map.appendCopy(of: 0..<3, in: partial)
  #expect(written(map, 3..<7) == "content/a.md: l")
  #expect(written(map, 5..<8) == "layouts/b.html: <b>")
}

@Test func `what was moved before what stands behind it has its first byte's place`() {
  var map = SegmentMap(copyOf: 16..<22, in: page)
  map.appendCopy(of: 0..<5, in: page)
  #expect(written(map, 3..<9) == "content/a.md: y")
}

@Test func `nothing is nowhere, and empty parts have empty places`() {
  #expect(written(SegmentMap(), 0..<1) == nil)
  #expect(SegmentMap().count == 0)
  #expect(greeting.place(of: 3..<3)?.range == 3..<3)
  var map = greeting
  map.appendMade(0, by: Place(page, 0..<1))
  map.appendCopy(of: 4..<4, in: page)
  #expect(map.count == 15)
}

@Test func `a part beyond the end has the place of the end`() {
  #expect(greeting.place(of: 40..<50)?.file.path == "content/a.md")
}
