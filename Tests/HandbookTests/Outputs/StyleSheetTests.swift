import Diagnostics
import Testing

@testable import Handbook

private func urls(_ css: String) -> [String] {
  let bytes = Array(css.utf8)
  return StyleSheetScan.urls(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
}

@Test(
  arguments: [
    ("a { b: url(x.png) }", ["x.png"]), ("a { b: URL( 'x.png' ) }", ["x.png"]),
    ("a { b: url(\"x y.png\") }", ["x y.png"]),
    ("@import \"x.css\";", ["x.css"]), ("@IMPORT 'x.css' screen;", ["x.css"]),
    ("@import url(x.css);", ["x.css"]),
    ("@import url(\"x.css\") print;", ["x.css"]), ("url(a) url(b)", ["a", "b"]),
    ("/* url(x) */ url(y)", ["y"]),
    ("a::after { content: 'url(x)' } b { c: url(y) }", ["y"]),
    ("a { content: \"\\\"url(x)\" } url(y)", ["y"]),
    ("src: url(a.woff2) format(\"woff2\"), url(b.ttf)", ["a.woff2", "b.ttf"]), ("url()", [""]),
    ("", []), ("urls(x)", []),
  ] as [(String, [String])])
func `the URLs of a style sheet are found, outside comments and strings`(
  _ css: String, _ expected: [String]
) {
  #expect(urls(css) == expected)
}

@Test(arguments: [
  "url(", "url('", "url(x", "/*", "/* url(x)", "@import", "@import '", "'", "\"\\", "url(\"\\",
])
func `a style sheet that ends too soon ends the scan`(_ css: String) {
  #expect(urls(css).count <= 1)
}

@Test func `any bytes are scanned to their end, and every URL lies in them, in order`() {
  var random = Random(seed: 11)
  for _ in 0..<5000 {
    let bytes = Array(random.text(of: "url()'\"/*@import \\\nx", upTo: 40).utf8)
    var end = 0
    for range in StyleSheetScan.urls(in: bytes) {
      #expect(range.lowerBound >= end && range.upperBound <= bytes.count)
      end = range.upperBound
    }
  }
}

@Test func `what a style sheet refers to has its published name in it`() async throws {
  let site = try await build(
    [
      "content/index.md": "# H\n", "content/logo.svg": "<svg/>",
      "assets/css/site.css":
        "@import 'more.css';url(../x.png)url(/assets/f.woff2?v=1#a)url(/logo.svg)url(data:x)url(#id)url(https://y.example/z)url()",
      "assets/css/more.css": "p {}", "assets/x.png": "png", "assets/f.woff2": "font",
    ], url: "https://x.example/base")
  #expect(site.report.findings.isEmpty)
  let css = try #require(site.files["assets/css/site.css"])
  func name(_ prefix: String) throws -> String {
    try #require(
      site.files.keys.filter { $0.hasPrefix(prefix) }.max { $0.utf8.count < $1.utf8.count })
  }
  let (more, font) = (try name("assets/css/more."), try name("assets/f."))
  #expect(
    css
      == "@import '/base/\(more)';url(/base/assets/x.png)url(/base/\(font)?v=1#a)url(/base/logo.svg)url(data:x)url(#id)url(https://y.example/z)url()"
  )
  #expect(site.files[try name("assets/css/site.")] == css)
}

@Test func `style sheets that import each other in a circle come to an end`() async throws {
  let site = try await build([
    "content/index.md": "# H\n", "assets/a.css": "@import 'b.css';",
    "assets/b.css": "@import 'a.css';@import 'b.css';",
  ])
  #expect(site.report.findings.isEmpty)
  #expect(site.files["assets/b.css"] == "@import '/assets/a.css';@import '/assets/b.css';")
}

@Test func `what a style sheet names and nobody has is found in its place`() async throws {
  try await check([
    "content/index.md": "# H\n", "assets/paper.png": "png",
    "assets/site.css": """
    a { background: url(papr.png) }
                        ^^^^^^^^ error: no file at '/assets/papr.png'; did you mean '/assets/paper.png'?
    """,
  ])
}

@Test func `a name changes with the content, and only with it`() async throws {
  func hashed(_ css: String) async throws -> [String] {
    try await build(["content/index.md": "# H\n", "assets/a.css": css]).files.keys
      .filter { $0.hasPrefix("assets/a.") }.sorted()
  }
  let first = try await hashed("p {}")
  #expect(first.count == 2)
  #expect(try await hashed("p {}") == first)
  #expect(try await hashed("q {}") != first)
}
