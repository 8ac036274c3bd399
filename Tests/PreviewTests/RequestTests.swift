import NIOHTTP1
import Testing

@testable import Preview

/// What requests are answered, and what of them is refused.
struct RequestTests {
  private func verdict(
    _ target: String, method: HTTPMethod = .GET, hosts: [String] = ["localhost:8000"],
    fields: [(String, String)] = []
  ) -> String {
    var head = HTTPRequestHead(version: .http1_1, method: method, uri: target)
    for host in hosts { head.headers.add(name: "Host", value: host) }
    for (name, value) in fields { head.headers.add(name: name, value: value) }
    do throws(RequestRefusal) {
      return try PreviewRequest(head, hosts: HostRule(allowing: ["extra.example"])).path
    } catch {
      return "\(error.status.code)"
    }
  }

  @Test(arguments: [
    ("/", "/"), ("/a/b/", "/a/b/"), ("/a?x=1", "/a"), ("/a%20b/", "/a b/"), ("/%C3%A9/", "/é/"),
    ("http://localhost:8000/a/", "/a/"), ("http://localhost:8000", "/"), ("/a#b", "/a"),
    ("/.well-known/x", "/.well-known/x"), ("/...", "/..."), ("/a..b", "/a..b"),
  ])
  func `a path of a site is read once decoded`(_ target: String, _ path: String) {
    #expect(verdict(target) == path)
  }

  /// Every way to write a dot, a slash and a backslash, in every kind of step upwards.
  static let traversals: [String] = {
    let dots = ["..", "%2e%2e", ".%2e", "%2E.", "%252e%252e", "..%00", "%c0%ae%c0%ae", "..;"]
    let slashes = ["/", "%2f", "%5c", "\\", "//"]
    let frames = ["/X§etc/passwd", "/a/X§X§site.yml", "/X§"]
    return dots.flatMap { dot in
      slashes.flatMap { slash in
        frames.map {
          $0.replacing("X", with: dot).replacing("§", with: slash)
        }
      }
    }
  }()

  @Test func `no way upwards is a path of a site`() {
    #expect(Self.traversals.count >= 120)
    for target in Self.traversals {
      let path = verdict(target)
      // What is decoded once may be an odd name; it names no other folder.
      let isOddName = path.hasPrefix("/") && !path.split(separator: "/").contains("..")
      #expect(path == "400" || isOddName, "\(target): \(path)")
    }
  }

  @Test(arguments: ["/a%2fb/", "/a%2Fb", "/%2fetc/passwd", "/a/%2f"])
  func `a slash that is encoded is no separator, and no part of a name`(_ target: String) {
    #expect(verdict(target) == "400")
  }

  @Test(arguments: [
    "localhost", "localhost:8000", "LOCALHOST:1", "127.0.0.1:9", "[::1]:8000", "[::1]",
    "handbook.localhost:3", "extra.example", "extra.example:8443",
  ])
  func `names of this machine and those allowed are answered`(_ host: String) {
    #expect(verdict("/", hosts: [host]) == "/")
  }

  @Test(arguments: [
    "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "127.0.0.2", "0.0.0.0",
    "[::2]:8000", "localhost:8000:1", "localhost:x", "", "evil.example:8000@localhost",
    "192.168.0.1", "localhost/", "xlocalhost", "notextra.example",
  ])
  func `other hosts are refused`(_ host: String) {
    #expect(verdict("/", hosts: [host]) == "403")
  }

  @Test func `two hosts or none are no request`() {
    #expect(verdict("/", hosts: []) == "400")
    #expect(verdict("/", hosts: ["localhost", "localhost"]) == "400")
  }

  @Test func `only GET and HEAD without a body are answered`() {
    for method: HTTPMethod in [.POST, .PUT, .DELETE, .OPTIONS, .CONNECT, .TRACE, .RAW(value: "X")] {
      #expect(verdict("/", method: method) == "405")
    }
    #expect(verdict("/", fields: [("Content-Length", "5")]) == "413")
    #expect(verdict("/", fields: [("Transfer-Encoding", "chunked")]) == "413")
  }

  @Test(arguments: [
    ("bytes=0-3", "0..<4"), ("bytes=8-", "8..<10"), ("bytes=-3", "7..<10"),
    ("bytes=5-99", "5..<10"),
    ("bytes=10-", "outside"), ("bytes=-0", "outside"), ("bytes=3-2", "all"), ("bytes=", "all"),
    ("bytes=0-1,3-4", "all"), ("items=0-1", "all"), ("bytes=a-b", "all"), ("bytes=-", "all"),
    ("bytes=99999999999999999999-", "all"), ("bytes=-20", "0..<10"),
  ])
  func `a range of a file is read`(_ written: String, _ expected: String) {
    let range =
      switch ByteRange(written, of: 10) {
      case .part(let part): "\(part)"
      case .outside: "outside"
      case nil: "all"
      }
    #expect(range == expected)
  }
}
