import NIOHTTP1
import Testing

@testable import Preview

/// A built site as it is served.
struct BuiltPreviewTests {
  private let files = [
    "index.html": "Home", "a/index.html": "A", "404.html": "None", "x.txt": "X",
    ".handbook-out": "",
  ]

  private func answer(_ path: String, base: String = "") async -> String {
    let files = files
    let service = BuiltPreview(basePath: base) { files[$0].map { Array($0.utf8) } }
    let response = await service.answer(
      PreviewRequest(isHead: false, path: path, host: "localhost"))
    guard case .bytes(let bytes) = response.body else { return "" }
    return "\(response.status.code) \(response.location ?? String(decoding: bytes, as: UTF8.self))"
  }

  @Test(arguments: [
    ("/", "200 Home"), ("/a/", "200 A"), ("/a", "307 /a/"), ("/x.txt", "200 X"),
    ("/no", "404 None"),
    ("/.handbook-out", "404 None"), ("/x.txt/", "404 None"),
  ])
  func `a file of the folder is answered with`(_ path: String, _ expected: String) async {
    #expect(await answer(path) == expected)
  }

  @Test(arguments: [("/", "307 /b/"), ("/b", "307 /b/"), ("/b/a/", "200 A"), ("/a/", "404 None")])
  func `under a base path it is answered with`(_ path: String, _ expected: String) async {
    #expect(await answer(path, base: "/b") == expected)
  }
}
