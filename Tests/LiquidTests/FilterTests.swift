import Liquid
import Testing
import Values

@Suite struct FilterTests {
  @Test(arguments: [
    ("{{ 'öl' | ucfirst }}", "Öl"), ("{{ 'ABC' | lower }}", "abc"),
    ("{{ '/a/' | relative_url }}", "/a/"),
    ("{{ '/a/' | absolute_url }}", "https://example.org/base/a/"),
    ("{{ 'a' | absolute_url }}", "https://example.org/base/a"),
    ("{{ 'https://x.org/' | absolute_url }}", "https://x.org/"),
    ("{{ '' | absolute_url }}", "https://example.org/base"),
    ("{{ 'now' | date: '%Y-%m-%d' }}", "2026-06-30"), ("{{ day | date: '%d.%m.%y' }}", "01.03.24"),
    ("{{ day }}", "2024-03-01"), ("{{ list.length }}", "2"),
    ("{% for i in (1..4) limit: 2 reversed %}{{ i }}{% endfor %}", "21"),
  ])
  func `the filters of sites`(template: String, expected: String) {
    let environment = Environment(
      extensions: .all, siteURL: "https://example.org/base/", now: PlainDate("2026-06-30"))
    let data: ValueMap = [
      "day": PlainDate("2024-03-01").map(Value.date) ?? .none, "list": [1, 2],
    ]
    #expect(text(template, data, environment) == expected)
  }

  @Test(arguments: [
    ("{{ 'größer' | truncate: 5, '…' }}", "größ…"), ("{{ 'größer' | truncate: 6, '…' }}", "größer"),
    ("{{ 'abc' | truncate: -1 }}", "..."), ("{{ '' | truncate: -1 }}", "..."),
    ("{{ 'abc' | truncate: 1, 'long' }}", "long"),
    ("{{ ' a  b c ' | truncatewords: 2 }}", "a b..."),
    ("{{ ' a  b ' | truncatewords: 3 }}", " a  b "), ("{{ 'éa B' | capitalize }}", "Éa b"),
    ("{{ 'ßÄ' | capitalize }}", "Ssä"), ("{{ 'ǆ' | capitalize }}", "ǅ"),
    ("{{ 'ßÄ' | ucfirst }}", "SsÄ"), ("{{ 'aB c' | capitalize }}", "Ab c"),
    ("{{ '9B' | capitalize }}", "9b"),
    ("{{ 'a<script>b</script>c<!-- > --><i>d</i><style' | strip_html }}", "acd<style"),
    ("{{ '<scr<script></script>ipt>x' | strip_html }}", "x"),
    ("{{ 'a < b' | strip_html }}", "a < b"),
    ("{{ 'aXbXc' | replace: 'X', 'é' }}", "aébéc"), ("{{ 'aXbX' | remove_last: 'X' }}", "aXb"),
    ("{{ 'é &' | url_encode }}", "%C3%A9+%26"),
    ("{{ 'b,B,a,A,é' | split: ',' | sort | join }}", "A B a b é"),
    ("{{ 'b,B,a,A' | split: ',' | sort_natural | join }}", "a A b B"),
    ("{{ '1,2,1' | split: ',' | uniq | join: '' }}", "12"),
  ])
  func `texts are cut, changed and put in order byte for byte as in the reference`(
    template: String, expected: String
  ) {
    #expect(text(template) == expected)
  }

  @Test func `the reference's environment has none of them`() {
    let found = result("{{ 'abc' | ucfirst }}{{ list.length }}", ["list": [1]], Environment())
    #expect(found == Result(text: "abc", findings: []))
  }

  @Test(arguments: [
    ("{{ 10.1 | minus: 2.2 }}", "7.9"), ("{{ 0.1 | plus: 0.2 }}", "0.3"),
    ("{{ 1.1 | times: 3 }}", "3.3"),
    ("{{ 0.3 | divided_by: 0.1 }}", "3.0"), ("{{ -7 | divided_by: 2 }}", "-4"),
    ("{{ -7 | modulo: 3 }}", "2"),
    ("{{ 1.005 | round: 2 }}", "1.01"), ("{{ -2.5 | round }}", "-3"),
    ("{{ 100000000000000000000.0 }}", "1.0e+20"), ("{{ 0.00001 }}", "1.0e-05"),
    ("{{ 10000000000000000.0 }}", "1.0e+16"), ("{{ 123456789.125 | round: -3 }}", "123457000"),
  ])
  func `numbers are reckoned as people do`(template: String, expected: String) {
    #expect(text(template) == expected)
  }

  @Test(arguments: [
    "{{ 9223372036854775807 | plus: 1 }}", "{{ -9223372036854775807 | minus: 2 }}",
    "{{ 9223372036854775807 | times: 2 }}", "{{ x | abs }}", "{{ x | divided_by: -1 }}",
    "{{ 1.5 | divided_by: 0 | floor }}", "{{ 1000000000000000000000.0 | ceil }}",
    "{% decrement x %}",
    "{{ 99999999999999999999 }}",
  ])
  func `what does not fit is a finding and no trap`(template: String) {
    #expect(result(template, ["x": .integer(.min)]).findings.count == 1)
  }

  @Test func `JSON writes objects with their members, and what these hold by identity`() {
    struct Page: ValueObject {
      let identity: String
      let memberNames = ["title", "next"]
      func member(_ key: String) -> Value? {
        key == "title" ? "a<b>\u{2028}\"\n" : .object(Page(identity: "/next/"))
      }
    }
    #expect(
      text("{{ p | json }}", ["p": .object(Page(identity: "/p/"))])
        == #"{"title":"a\u003cb\u003e\u2028\"\n","next":"/next/"}"#)
    #expect(
      text("{{ l | json }}", ["l": [["k": .object(Page(identity: ""))]]])
        == #"[{"k":{"title":"a\u003cb\u003e\u2028\"\n","next":"/next/"}}]"#)
    #expect(
      text("{{ o | json }}", ["o": .object(Globals([("k", .object(Globals([])))]))])
        == #"{"k":null}"#)
    #expect(
      text("{{ l | json }}", ["l": [1, 1.5, true, .none, ["k": []]]])
        == #"[1,1.5,true,null,{"k":[]}]"#)
  }

  @Test func `objects are equal by identity`() {
    struct Page: ValueObject {
      let identity: String
      let memberNames: [String] = []
      func member(_ key: String) -> Value? { nil }
    }
    let data: ValueMap = [
      "a": .object(Page(identity: "/a/")), "b": .object(Page(identity: "/a/")),
      "c": .object(Page(identity: "/c/")), "d": .object(Page(identity: "")),
    ]
    #expect(
      text(
        "{% if a == b %}1{% endif %}{% if a == c %}2{% endif %}{% if d == d %}3{% endif %}", data)
        == "1")
    let all = (data["a"], data["b"], data["c"], data["d"])
    let list: ValueMap = ["l": .array([all.0, all.1, all.2, all.3, all.3].compactMap(\.self))]
    #expect(text("{{ l | uniq | size }}", list) == "4")
  }

  @Test(arguments: [
    "{% if d == '2024-01-03' and '2024-01-03' == d and d >= '2024-01-03' %}1{% endif %}",
    "{{ l | where: 'd', '2024-01-03' | size }}",
    "{% case d %}{% when '2024-01-02' %}2{% when '2024-01-03' %}1{% endcase %}",
    "{% if d != '2024-01-04' and d != 'soon' %}1{% endif %}",
  ])
  func `a day is equal to the text that writes it`(template: String) throws {
    let day = Value.date(try #require(PlainDate("2024-01-03")))
    #expect(text(template, ["d": day, "l": [["d": day], ["d": "soon"]]]) == "1")
  }

  @Test(arguments: [
    "3 Mär 2024", "2024 05 03", "2024-W10-3", "2024-10-00", "0 May 2024", "Version 3",
    "Version 3.2",
    "2024-03-31 24:01", "maybe", "Chapter 12", "10-12", "Room 2024",
  ])
  func `a text that writes no day is left as it is`(text written: String) {
    let environment = Environment(now: PlainDate("2026-06-30"))
    #expect(text("{{ d | date: '%F' }}", ["d": .string(written)], environment) == written)
  }

  @Test(arguments: [
    ("2024-03-31 24:00", "2024-04-01 00:00:00"), ("23:59:60", "2026-07-01 00:00:00"),
    ("Mon Mar 14 10:00:00 CET 2016", "2016-03-14 10:00:00"), ("05/2024", "2024-05-01 00:00:00"),
    ("12/25", "2026-12-25 00:00:00"), ("the 3rd of March, 2024", "2024-03-03 00:00:00"),
    ("14 March 2016 at 10:00", "2016-03-14 10:00:00"), ("Sept 2024", "2024-09-01 00:00:00"),
    ("Tues, 5 Mar 2024 (draft 2)", "2024-03-05 00:00:00"),
  ])
  func `a day is read as people and programs write it`(written: String, day: String) {
    let environment = Environment(now: PlainDate("2026-06-30"))
    #expect(text("{{ d | date: '%F %T' }}", ["d": .string(written)], environment) == day)
  }

  @Test func `no filter traps on any value`() {
    var random = Random(seed: 11)
    let names = [
      "size", "upcase", "capitalize", "escape_once", "url_decode", "base64_decode", "strip_html",
      "first", "abs",
      "round", "reverse", "uniq", "compact", "sort", "sort_natural", "join", "map", "where",
      "find_index", "sum",
      "concat", "append", "replace", "replace_last", "plus", "divided_by", "modulo", "slice",
      "truncate",
      "truncatewords", "split", "date", "json", "default", "at_least", "times",
    ]
    let values = [
      "nil", "true", "-1", "0", "9223372036854775807", "m", "1.5", "-0.0", "'é%d<'", "''", "l", "h",
      "(0..3)",
      "(5..1)", "o", "d", "1000000000000000000000000.5",
    ]
    let data: ValueMap = [
      "l": [1, "b", .none, ["x"], ["k": 2]], "h": ["k": 1], "o": .object(Globals([("k", 1)])),
      "d": PlainDate("2024-02-29").map(Value.date) ?? .none, "m": .integer(.min),
    ]
    for _ in 0..<4000 {
      let chain = (0..<3).compactMap { _ -> String? in
        guard let name = names.randomElement(using: &random) else { return nil }
        let arguments = (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in
          values.randomElement(using: &random)
        }
        return "| \(name)" + (arguments.isEmpty ? "" : ": \(arguments.joined(separator: ", "))")
      }
      let template =
        "{{ \(values.randomElement(using: &random) ?? "") \(chain.joined(separator: " ")) }}"
      #expect(result(template, data) == result(template, data))
    }
  }
}
