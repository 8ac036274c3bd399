import Diagnostics
import Testing
import Values

@testable import YAML

@Suite struct ValueTests {
  /// How a text is read as free data.
  private func value(_ text: String) -> String {
    read("a: \(text)\n").value?.mapping?["a"].map { "\($0.value)" } ?? "nothing"
  }

  @Test(arguments: [
    ("true", "bool(true)"), ("false", "bool(false)"), ("True", #"string("True")"#),
    ("no", #"string("no")"#), ("on", #"string("on")"#), ("'true'", #"string("true")"#),
    ("0", "integer(0)"), ("-7", "integer(-7)"), ("012", #"string("012")"#),
    ("1:20", #"string("1:20")"#), ("0x10", #"string("0x10")"#), ("1_000", #"string("1_000")"#),
    ("+1", #"string("+1")"#), ("\"3\"", #"string("3")"#),
    ("99999999999999999999", #"string("99999999999999999999")"#),
    ("1.5", "decimal(1.5)"), ("-0.25", "decimal(-0.25)"), ("1.", #"string("1.")"#),
    (".5", #"string(".5")"#), ("01.5", #"string("01.5")"#), ("1e5", #"string("1e5")"#),
    (".inf", #"string(".inf")"#), ("1.2.3", #"string("1.2.3")"#), ("-", "none"),
    ("null", "none"), ("~", "none"), ("", "none"), ("Null", #"string("Null")"#),
    ("''", #"string("")"#), ("2026-06-30", "date(2026-06-30)"),
    ("2026-02-30", #"string("2026-02-30")"#), ("'2026-06-30'", #"string("2026-06-30")"#),
    ("Roles", #"string("Roles")"#),
    ("[1, a]", #"array([Values.Value.integer(1), Values.Value.string("a")])"#),
  ])
  func `plain texts are what they look like in one form each`(text: String, expected: String) {
    #expect(value(text) == expected)
  }

  @Test func `a number of hundreds of digits is no number`() {
    let digits = String(repeating: "9", count: 400)
    #expect(value(digits) == "string(\"\(digits)\")")
    #expect(value(digits + ".5") == "string(\"\(digits).5\")")
  }

  @Test func `mappings keep their order`() {
    guard case .map(let map)? = read("b: 1\na: {d: x, c: y}\n").value?.value else {
      Issue.record("no mapping")
      return
    }
    #expect(map.keys == ["b", "a"])
    guard case .map(let inner)? = map["a"] else {
      Issue.record("no inner mapping")
      return
    }
    #expect(inner.keys == ["d", "c"])
  }
}
