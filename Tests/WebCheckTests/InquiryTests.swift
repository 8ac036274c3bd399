import Handbook
import Testing

@testable import WebCheck

/// A web that answers as told, at a speed as told, and notes who was asked when.
private struct TestWeb {
  /// What is answered, by method and URL, `HEAD http://a/` or `GET http://a/`; 404 for all else.
  var answers: [String: (status: Int, redirect: String?, body: String)] = [:]
  /// How long each answer takes, in milliseconds.
  var delay = 100
  var hostsThatAreNone: Set<String> = []
  /// What was asked, and when.
  private(set) var asked: [(url: String, host: String, at: Int)] = []
  /// The most requests that were on their way at one time.
  private(set) var mostAtOnce = 0

  /// Asks for URLs to the end, and returns what came of each.
  mutating func ask(_ urls: [String]) -> [String: ExternalAnswer] {
    var inquiry = Inquiry(urls)
    var now = 0
    var open: [(request: Inquiry.Request, end: Int)] = []
    while !inquiry.isDone {
      for request in inquiry.start(at: now) {
        asked.append(((request.isHead ? "HEAD " : "GET ") + request.url, request.host, now))
        open.append((request, now + delay))
      }
      mostAtOnce = max(mostAtOnce, open.count)
      now = min(open.map(\.end).min() ?? .max, max(now, inquiry.nextTurn ?? .max))
      for done in open where done.end <= now {
        inquiry.finish(done.request, reply(to: done.request))
      }
      open.removeAll { $0.end <= now }
    }
    return inquiry.answers
  }

  private func reply(to request: Inquiry.Request) -> Inquiry.Reply {
    if hostsThatAreNone.contains(request.host) { return .noHost }
    let answer = answers[(request.isHead ? "HEAD " : "GET ") + request.url]
    return .answer(
      status: answer?.status ?? 404, redirect: answer?.redirect,
      body: Array((answer?.body ?? "").utf8))
  }
}

private func web(_ answers: [String: (Int, String?)]) -> TestWeb {
  TestWeb(answers: answers.mapValues { ($0.0, $0.1, "") })
}

@Test func `a host is asked at most once a second, its robots.txt first`() {
  var web = web([:])
  web.delay = 10
  _ = web.ask(["http://a/1", "http://a/2", "https://a/3", "http://b/1"])
  let times = web.asked.filter { $0.host == "a" }
  #expect(times.first?.url == "GET http://a/robots.txt")
  #expect(times.count == 7, "each is asked for its head, then as a whole")
  for (before, after) in zip(times, times.dropFirst()) { #expect(after.at - before.at >= 1000) }
}

@Test func `four hosts are asked at a time, and all in the end`() {
  var web = web([:])
  web.delay = 5000
  let urls = (1...9).map { "http://h\($0)/x" }
  let answers = web.ask(urls)
  #expect(web.mostAtOnce == 4)
  #expect(answers.count == 9)
}

@Test(arguments: [
  (200, ExternalAnswer.reached), (204, .reached), (304, .reached), (404, .gone("it answers 404")),
  (410, .gone("it answers 410")), (403, .blocked("it answers 403")),
  (401, .blocked("it answers 401")), (500, .blocked("it answers 500")),
  (503, .blocked("it answers 503")), (999, .blocked("it answers 999")),
  (429, .blocked("it answers 429: too many questions")),
])
func `what a host answers is gone, blocked or there`(_ status: Int, _ expected: ExternalAnswer) {
  var web = web(["HEAD http://a/x": (status, nil), "GET http://a/x": (status, nil)])
  #expect(web.ask(["http://a/x"]) == ["http://a/x": expected])
}

@Test func `a host that knows no heads is asked for the whole`() {
  var web = web(["HEAD http://a/x": (405, nil), "GET http://a/x": (200, nil)])
  #expect(web.ask(["http://a/x"]) == ["http://a/x": .reached])
}

@Test func `redirects are followed, to other hosts at their own pace`() {
  var web = web([
    "HEAD http://a/x": (301, "https://b/y"), "HEAD https://b/y": (308, "https://b/z"),
    "HEAD https://b/z": (200, nil), "HEAD http://a/t": (302, "https://b/z"),
  ])
  #expect(
    web.ask(["http://a/x", "http://a/t"])
      == ["http://a/x": .moved(to: "https://b/z"), "http://a/t": .reached])
  let times = web.asked.filter { $0.host == "b" }
  for (before, after) in zip(times, times.dropFirst()) { #expect(after.at - before.at >= 1000) }
}

@Test func `redirects in a circle, or out of the web, end`() {
  var web = web(["HEAD http://a/x": (302, "http://a/x"), "HEAD http://a/m": (302, "mailto:a@b")])
  #expect(
    web.ask(["http://a/x", "http://a/m"])
      == [
        "http://a/x": .blocked("it sends readers in a circle"),
        "http://a/m": .blocked("it sends readers on to 'mailto:a@b'"),
      ])
}

@Test func `what robots.txt forbids is not asked for`() {
  var web = web(["HEAD http://a/open": (200, nil)])
  web.answers["GET http://a/robots.txt"] = (200, nil, "User-agent: *\nDisallow: /shut")
  let answers = web.ask(["http://a/shut/x", "http://a/open"])
  #expect(
    answers
      == [
        "http://a/shut/x": .blocked("its robots.txt lets no programs in"),
        "http://a/open": .reached,
      ])
  #expect(!web.asked.contains { $0.url.contains("shut") })
}

@Test func `a host that is none, asks for patience or is ill is left alone`() {
  var web = web([
    "GET http://ill/robots.txt": (503, nil), "HEAD http://busy/1": (429, nil),
    "HEAD http://busy/2": (200, nil),
  ])
  web.hostsThatAreNone = ["none"]
  let answers = web.ask([
    "http://none/1", "http://none/2", "http://ill/1", "http://ill/2", "http://busy/1",
    "http://busy/2",
  ])
  #expect(answers["http://none/2"] == .gone("there is no such host"))
  #expect(answers["http://ill/2"] == .blocked("its robots.txt cannot be read at the moment"))
  #expect(answers["http://busy/2"] == .blocked("it answers 429: too many questions"))
  #expect(web.asked.count == 4)
}

@Test(arguments: [
  ("https://A.example:443/x?y=1#z", "a.example", "https://a.example:443", "/x?y=1"),
  ("http://a.example", "a.example", "http://a.example", "/"),
  ("http://u:p@a.example:8080?q", "a.example:8080", "http://a.example:8080", "/?q"),
])
func `an address is taken apart`(_ url: String, _ host: String, _ origin: String, _ path: String)
  throws
{
  let address = try #require(WebAddress(url))
  #expect(address.host == host && address.origin == origin && address.path == path)
  #expect(WebAddress("mailto:a@b") == nil && WebAddress("https://") == nil)
}

@Test func `curl's last line and exit code are read`() {
  func drawing(_ text: String, _ code: Int32) -> String {
    switch CurlProcess.reply(Array(text.utf8), exitCode: code) {
    case .answer(let status, let redirect, let body):
      "\(status) \(redirect ?? "-") \(String(decoding: body, as: UTF8.self))"
    case .noHost: "no host"
    case .silence(let reason): reason
    }
  }
  #expect(drawing("a\nb\n\n200 ", 0) == "200 - a\nb\n")
  #expect(drawing("\n301 https://x.example/", 0) == "301 https://x.example/ ")
  #expect(drawing("\n200 ", 18) == "200 - ")
  #expect(drawing("\n000 ", 6) == "no host")
  #expect(drawing("\n000 ", 28) == "it did not answer in time")
  #expect(drawing("", -1) == "it gave no answer that can be read")
}

@Test func `a robots.txt that sends on is read where it leads, unless that has no end`() {
  var web = web(["HEAD http://b/1": (200, nil)])
  web.answers["GET http://a/robots.txt"] = (301, "http://a/r.txt", "")
  web.answers["GET http://a/r.txt"] = (200, nil, "User-agent: *\nDisallow: /shut")
  web.answers["GET http://b/robots.txt"] = (302, "http://b/robots.txt", "")
  #expect(
    web.ask(["http://a/shut", "http://b/1"]) == [
      "http://a/shut": .blocked("its robots.txt lets no programs in"), "http://b/1": .reached,
    ])
}
