import Glibc
import NIOCore
import Testing

@testable import Preview

/// The preview as browsers and others meet it, over a plain connection.
@Suite(.serialized)
struct ServerTests {
  @Test func `pages, files and what is nowhere are answered`() async throws {
    try await withPreview { site in
      #expect(try await site.get("/a/").contains("First text."))
      #expect(try await site.get("/assets/site.css").contains("Content-Type: text/css"))
      let missing = try await site.get("/no/")
      #expect(missing.status == 404)
      #expect(missing.contains("nothing at"))
      #expect(try await site.get("/a").contains("Location: /a/\r\n"))
      #expect(try await site.get("/.git/config").status == 404)
    }
  }

  @Test func `under a base path the root leads to it`() async throws {
    var files = PreviewedSite.plain
    files["site.yml"] = "title: Test\nurl: https://x.example/base/\n"
    try await withPreview(files) { site in
      let root = try await site.get("/")
      #expect(root.status == 307)
      #expect(root.contains("Location: /base/\r\n"))
      #expect(try await site.get("/base/a/").contains("href=\"/base/\""))
      #expect(try await site.get("/base").contains("Location: /base/\r\n"))
      #expect(try await site.get("/a/").status == 404)
    }
  }

  @Test func `every answer keeps browsers from guessing, keeping and framing`() async throws {
    try await withPreview { site in
      for path in [
        "/", "/no/", "/assets/site.css", "/_handbook/", "/%2e%2e/", "/_handbook/token/live.js",
      ] {
        let answer = try await site.get(path)
        for field in [
          "X-Content-Type-Options: nosniff", "Cache-Control: no-store", "frame-ancestors 'none'",
          "Referrer-Policy: same-origin",
        ] {
          #expect(answer.contains(field), "\(path): \(field)")
        }
        #expect(!answer.lowercased().contains("access-control"))
      }
    }
  }

  @Test func `a head is answered without its body, and a range with a part`() async throws {
    try await withPreview { site in
      let head = try await site.get("/content/", "HEAD")
      #expect(head.status == 404 && head.body.isEmpty)
      let whole = try await site.get("/digits.txt", "HEAD")
      #expect(whole.contains("Content-Length: 10") && whole.body.isEmpty)
      let part = try await site.get("/digits.txt", "GET", "Range: bytes=2-4\r\n")
      #expect(part.status == 206 && part.body == "234")
      #expect(part.contains("Content-Range: bytes 2-4/10"))
      #expect(try await site.get("/digits.txt", "GET", "Range: bytes=50-\r\n").status == 416)
      let older = "Range: bytes=2-4\r\nIf-Range: \"older\"\r\n"
      #expect(try await site.get("/digits.txt", "GET", older).body == "0123456789")
    }
  }

  @Test func `what is no request is told so, and the server goes on`() async throws {
    try await withPreview { site in
      let malformed = [
        "NOT A REQUEST\r\n\r\n", "GET / HTTP/x\r\n\r\n", "GET  HTTP/1.1\r\n\r\n",
        "\u{0}\u{0}\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\u{0}\r\n\r\n",
        "GET / HTTP/1.1\r\n: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
        "\u{16}\u{3}\u{1}\u{2}\r\n\r\n", "GET / HTTP/1.1\r\nBad Field\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
      ]
      for text in malformed {
        let status = try await Wire.answer(port: site.port, text).status
        #expect(status == 400, "\(text): \(status)")
      }
      let newer = try await Wire.answer(port: site.port, "GET / HTTP/2.0\r\n\r\n")
      #expect([400, 505].contains(newer.status))
      #expect(try await site.get("/a/").status == 200)
    }
  }

  @Test func `no way upwards leads out of the site`() async throws {
    try await withPreview { site in
      let name = "handbook-secret-\(site.port)"
      try site.write("Secret words.", to: "../\(name)")
      defer { unlink("\(site.folder)/../\(name)") }
      for target in RequestTests.traversals + RequestTests.traversals.map({ "/content" + $0 }) {
        let target = target.replacing("etc/passwd", with: name).replacing("site.yml", with: name)
        let answer = try await Wire.get(port: site.port, target)
        #expect([400, 404].contains(answer.status), "\(target): \(answer.status)")
        #expect(!answer.contains("Secret words."))
      }
      #expect(try await site.get("/a/").status == 200)
    }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND"])
  func `a method that changes or asks for something else is refused`(_ method: String) async throws
  {
    try await withPreview { site in
      let answer = try await site.get("/a/", method)
      #expect(answer.status == 405 && answer.contains("Allow: GET, HEAD"), "\(answer)")
    }
  }

  @Test func `a method that nobody knows is no request`() async throws {
    try await withPreview { site in
      for method in ["BREW", "get", "G ET"] {
        let answer = try await site.get("/a/", method)
        #expect(answer.status == 400, "\(method): \(answer)")
      }
    }
  }

  @Test func `another host is refused, whatever it asks for`() async throws {
    try await withPreview { site in
      for path in ["/", "/a/", "/_handbook/", "/_handbook/token/notices", "/assets/site.css"] {
        let answer = try await Wire.answer(
          port: site.port,
          "GET \(path) HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
        #expect(answer.status == 403 && !answer.contains("First text."))
      }
    }
  }

  @Test func `a page has the policy that it has when published`() async throws {
    var files = PreviewedSite.plain
    files["layouts/page.html"] = """
      <head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'">\
      </head><body>{{ content }}</body>
      """
    try await withPreview(files) { site in
      let page = try await site.get("/a/")
      let policy = "default-src 'none'; img-src 'self'; frame-ancestors 'none'"
      #expect(page.contains("Content-Security-Policy: \(policy)\r\n"))
    }
    // A host that sends the policy has no need of it in the page.
    files["layouts/page.html"] = "<body>{{ content }}</body>"
    files["site.yml"] = "title: Test\nsecurity: {headers: netlify}\n"
    try await withPreview(files) { site in
      let sent = try await site.get("/_headers").body
      let policy = try #require(sent.firstMatch(of: /Content-Security-Policy: .*/)).output
      #expect(policy.contains("frame-ancestors 'none'"))
      #expect(try await site.get("/a/").contains(policy + "\r\n"))
    }
  }

  @Test func `a head that is too long or too slow is refused`() async throws {
    var limits = ConnectionLimits()
    limits.headTime = .milliseconds(300)
    try await withPreview(limits: limits) { site in
      let long = String(repeating: "x", count: 17 << 10)
      #expect(try await site.get("/", "GET", "X: \(long)\r\n").status == 431)
      let many = (0..<300).map { "X\($0): \(String(repeating: "x", count: 60))\r\n" }.joined()
      #expect(try await site.get("/", "GET", many).status == 431)
      #expect([414, 431].contains(try await site.get("/" + long).status))
      let slow = try Wire(port: site.port)
      slow.send("GET / HTTP/1.1\r\nHo")
      #expect(await slow.receive().status == 408)
      // The second head of a connection may take no longer than the first.
      let second = try Wire(port: site.port)
      second.send("GET /digits.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
      _ = await second.receive(until: "0123456789")
      second.send("GET / HT")
      #expect(await second.receive().status == 408)
    }
  }

  @Test func `requests in a row on one connection are all answered in order`() async throws {
    try await withPreview { site in
      let wire = try Wire(port: site.port)
      let fields = "Host: localhost\r\n"
      wire.send(
        "GET /a/ HTTP/1.1\r\n\(fields)\r\nGET /no/ HTTP/1.1\r\n\(fields)\r\n"
          + "GET /digits.txt HTTP/1.1\r\n\(fields)Connection: close\r\n\r\n")
      let answers = await wire.receive()
      let order = ["First text.", "404 Not Found", "0123456789"].compactMap {
        answers.firstRange(of: $0)?.lowerBound
      }
      #expect(order.count == 3 && order == order.sorted())
    }
  }

  @Test func `connections over the limit are told so, and room is made again`() async throws {
    var limits = ConnectionLimits()
    limits.connections = 20
    try await withPreview(limits: limits) { site in
      let held = try (0..<20).map { _ in try Wire(port: site.port) }
      #expect(try await site.get("/a/").status == 503)
      _ = held.count
      withExtendedLifetime(held) {}
    }
  }

  @Test func `a thousand connections at once are served and all are closed`() async throws {
    try await withPreview { site in
      Self.raiseLimit()
      _ = try await site.get("/a/")
      let before = try Self.descriptors()
      do {
        let wires = try (0..<1000).map { _ in try Wire(port: site.port) }
        for wire in wires {
          wire.send("GET /a/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        }
        for wire in wires { #expect(await wire.receive().status == 200) }
      }
      for _ in 0..<100 where try Self.descriptors() > before {
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(try Self.descriptors() <= before)
    }
  }

  @Test func `the next free port is taken where another has the one asked for`() async throws {
    try await withPreview { site in
      let other = try await PreviewServer.start(
        PreviewServer.Address(port: site.port), BuiltPreview(basePath: "") { _ in Array("B".utf8) },
        hosts: HostRule(allowing: []), audience: Audience())
      #expect((site.port + 1...site.port + 50).contains(other.port))
      #expect(try await Wire.get(port: other.port, "/x.txt").body == "B")
      #expect(try await site.get("/digits.txt").body == "0123456789")
      var address = PreviewServer.Address(port: site.port)
      address.tries = 0
      await #expect(throws: PreviewServer.Failure.self) {
        try await PreviewServer.start(
          address, BuiltPreview(basePath: "") { _ in nil }, hosts: HostRule(allowing: []),
          audience: Audience())
      }
      await other.stop()
    }
  }

  @Test func `only the preview's own pages are told of changes`() async throws {
    try await withPreview { site in
      let path = "/_handbook/token/notices"
      #expect(try await site.get("/_handbook/guess/notices").status == 404)
      for fields in [
        "Origin: http://evil.example\r\n", "Origin: null\r\n", "Sec-Fetch-Site: cross-site\r\n",
        "Sec-Fetch-Site: same-site\r\n", "Origin: http://localhost:1\r\n",
      ] {
        #expect(try await site.get(path, "GET", fields).status == 403)
      }
      let wire = try Wire(port: site.port)
      wire.send(
        "GET \(path) HTTP/1.1\r\nHost: localhost:\(site.port)\r\n"
          + "Origin: http://localhost:\(site.port)\r\nSec-Fetch-Site: same-origin\r\n\r\n")
      #expect(await wire.receive(until: ": here").contains("text/event-stream"))
      _ = try await site.get("/a/")
      try site.write("---\ntitle: A\n---\nSecret words.\n", to: "content/a.md")
      let notice = await wire.receive(until: "event: change")
      #expect(notice.contains("event: change"))
      #expect(!notice.contains("Secret"))
    }
  }

  @Test func `a closed tab is noticed`() async throws {
    try await withPreview { site in
      do {
        let wire = try Wire(port: site.port)
        wire.send("GET /_handbook/token/notices HTTP/1.1\r\nHost: localhost\r\n\r\n")
        _ = await wire.receive(until: ": here")
        #expect(site.audience.count == 1)
      }
      for _ in 0..<100 where site.audience.count > 0 {
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(site.audience.count == 0)
    }
  }

  private static func raiseLimit() {
    var limit = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    getrlimit(resource, &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(resource, &limit)
  }

  private static func descriptors() throws -> Int {
    let folder = try #require(opendir("/proc/self/fd"))
    defer { closedir(folder) }
    var count = 0
    while readdir(folder) != nil { count += 1 }
    return count
  }
}
