import Handbook
import Testing
import Values

@testable import WebCheck

private func day(_ text: String) throws -> PlainDate { try #require(PlainDate(text)) }

@Test func `good answers hold for a week, bad ones for no other run`() throws {
  var cache = AnswerCache()
  let urls = ["http://a/", "http://b/", "http://c/", "http://d/"]
  cache.take(
    [
      "http://a/": .reached, "http://b/": .moved(to: "http://e/"), "http://c/": .gone("it is"),
      "http://d/": .blocked("so"),
    ], on: try day("2026-06-30"), of: urls)
  let read = AnswerCache(parsing: Array(cache.text.utf8))
  #expect(read.text == cache.text)
  let good: [String: ExternalAnswer] = [
    "http://a/": .reached, "http://b/": .moved(to: "http://e/"),
  ]
  #expect(read.answers(on: try day("2026-06-30")) == good)
  #expect(read.answers(on: try day("2026-07-06")) == good)
  #expect(read.answers(on: try day("2026-07-07")) == [:])
  #expect(read.answers(on: try day("2026-06-29")) == [:])
}

@Test func `what the site links to no more is forgotten`() throws {
  var cache = AnswerCache()
  cache.take(["http://a/": .reached], on: try day("2026-06-30"), of: ["http://a/"])
  cache.take(["http://b/": .reached], on: try day("2026-07-01"), of: ["http://b/"])
  #expect(
    cache.text == """
      {
        "schemaVersion": "1",
        "links": [
          {"url": "http://b/", "answer": "reached", "checked": "2026-07-01"}
        ]
      }

      """)
}

@Test(arguments: ["", "{", "[]", #"{"links": [{"url": 1}, {"url": "http://a/", "checked": "x"}]}"#])
func `a file that nobody can read is as good as none`(_ text: String) throws {
  #expect(AnswerCache(parsing: Array(text.utf8)).answers(on: try day("2026-06-30")) == [:])
}
