import Testing

@testable import Handbook

/// What the scan finds: role and value of each attribute.
private func drawing(_ html: String) -> [String] {
  Array(html.utf8).withUnsafeBufferPointer { bytes in
    var scan = AttributeScan(bytes)
    var found: [String] = []
    while let attribute = scan.next(before: bytes.count) {
      found.append("\(attribute.role) \(String(decoding: bytes[attribute.value], as: UTF8.self))")
    }
    return found
  }
}

@Test(
  arguments: [
    ("<a href=\"/a/\">", ["url /a/"]), ("<a href='/a/'>", ["url /a/"]),
    ("<a href=/a/>", ["url /a/"]),
    ("<A HREF = \"/a/\" >", ["url /a/"]), ("<a\n\thref\n=\n'/a/'\n>", ["url /a/"]),
    ("<a class=x href=/a/ id=y>", ["url /a/", "anchor y"]), ("<a disabled href=/a/>", ["url /a/"]),
    (
      "<img src=/a.png srcset=\"/b.png 2x, /c.png 3x\" alt=\"a > b\">",
      ["url /a.png", "urlList /b.png 2x, /c.png 3x"]
    ),
    ("<video poster=/p src=/s></video>", ["url /p", "url /s"]), ("<object data=/d>", ["url /d"]),
    ("<q cite=/c>", ["url /c"]), ("<form action=/f><button formaction=/g>", ["url /f", "url /g"]),
    ("<link rel=x href=/s.css>", ["resource /s.css"]),
    ("<script src=/s.js></script>", ["resource /s.js"]),
    ("<link href=/s.css integrity=abc>", ["resource /s.css", "integrity abc"]),
    ("<meta http-equiv=refresh content=\"0; url=/a/\">", ["metaContent 0; url=/a/"]),
    ("<a name=x>", ["anchor x"]), ("<meta name=x>", []), ("<input name=x>", []),
    ("<p id='é'>", ["anchor é"]),
    ("<a data-href=/x xhref=/y hrefx=/z>", []), ("<a title=\"href=/x\">", []), ("<a href>", []),
    ("<a href=\"\">", ["url "]),
    ("<br/><img src=/a.png/>", ["url /a.png/"]), ("<img/src=/a.png>", ["url /a.png"]),
  ] as [(String, [String])])
func `attributes that concern the site are found, however they are written`(
  _ html: String, _ expected: [String]
) {
  #expect(drawing(html) == expected)
}

@Test(arguments: [
  "<!-- <a href=/a/> -->", "<script>var a = '<a href=/a/>'</script>",
  "<style>/* <a href=/a/> */</style>",
  "<!DOCTYPE html>", "text href=/a/ text", "</a href=/a/>", "< a href=/a/>", "<1 href=/a/>",
  "a < b href=/a/ > c",
  "<SCRIPT>'<a href=/a/>'</SCRIPT>", "<!-- > <a href=/a/> -- -->",
])
func `what only looks like an attribute is passed over`(_ html: String) {
  #expect(drawing(html) == [])
  #expect(drawing(html + "<a href=/b/>") == ["url /b/"])
}

@Test(arguments: [
  "<", "<a", "<a ", "<a href", "<a href=", "<a href=\"", "<a href=\"/x", "<a href=/x", "<!--",
  "<script>", "<a =", "<a =",
])
func `text that ends too soon ends the scan`(_ html: String) {
  #expect(drawing(html).count <= 1)
}

@Test func `any text is scanned to its end, and every value lies in it`() {
  var random = Random(seed: 9)
  for _ in 0..<5000 {
    let html = random.text(of: "<>\"'= /ahrefsc!-m\n", upTo: 40)
    Array(html.utf8).withUnsafeBufferPointer { bytes in
      var scan = AttributeScan(bytes)
      var end = 0
      while let attribute = scan.next(before: bytes.count) {
        #expect(
          attribute.value.lowerBound >= end && attribute.value.upperBound <= bytes.count, "\(html)")
        end = attribute.value.upperBound
      }
    }
  }
}

@Test func `a scan can pass over a part between two tags`() {
  let html = "<a href=/a/></a><b><a href=/b/></a></b><a href=/c/></a>"
  Array(html.utf8).withUnsafeBufferPointer { bytes in
    var scan = AttributeScan(bytes)
    func next(_ limit: Int) -> String? {
      scan.next(before: limit).map { String(decoding: bytes[$0.value], as: UTF8.self) }
    }
    #expect(next(19) == "/a/")
    #expect(next(19) == nil)
    scan.skip(to: 35)
    #expect(next(bytes.count) == "/c/")
  }
}
