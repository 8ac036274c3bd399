import Testing

@testable import Diagnostics

@Suite struct JSONTests {
  private func parse(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }

  @Test func `values of every kind are read`() throws {
    let text = #" { "a" : [ 1 , -2.5e1, true, false, null ], "b": {}, "c": [], "": "x" } "#
    let value: JSON = [
      "a": [1, .decimal(-25), true, false, .null], "b": [:], "c": [], "": "x",
    ]
    #expect(try parse(text) == value)
  }

  @Test func `escapes are read, and half a pair is the replacement character`() throws {
    #expect(
      try parse(#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00\ud83d!""#)
        == "\"\\/\u{8}\u{c}\n\r\t\u{e9}\u{1F600}\u{FFFD}!")
  }

  @Test func `members are found by name`() throws {
    let value = try parse(#"{"a": "x", "b": [7]}"#)
    #expect(value["a"]?.string == "x")
    #expect(value["b"]?.array?.first?.integer == 7)
    #expect(value["c"] == nil)
    #expect(JSON.null["a"] == nil)
  }

  @Test(arguments: [
    ("", 0), ("{", 1), ("[1,]", 3), (#"{"a" 1}"#, 5), (#"{a: 1}"#, 1), ("[1 2]", 3), ("tru", 0),
    ("01", 0), ("-", 0), ("1.", 0), ("1 x", 2), (#""a"#, 2), ("\"a\nb\"", 2), (#""\x""#, 2),
    (#""\u12+4""#, 3), ("+1", 0), ("[1}", 2),
  ])
  func `what is no JSON is refused where it stops being it`(text: String, offset: Int) {
    let error = #expect(throws: JSON.SyntaxError.self) { try parse(text) }
    #expect(error?.offset == offset)
    #expect(error?.message.hasPrefix("expected ") == true)
  }

  @Test func `nesting is bounded`() throws {
    #expect(throws: JSON.SyntaxError.self) {
      try parse(String(repeating: "[", count: 100_000))
    }
    let deep = String(repeating: "[", count: 150) + String(repeating: "]", count: 150)
    #expect(try parse(deep).array != nil)
  }

  @Test func `containers stand on lines down to a depth`() {
    let value: JSON = ["a": [1, ["b": "c\n"]], "d": []]
    #expect(value.text(linesTo: 0) == #"{"a": [1, {"b": "c\n"}], "d": []}"# + "\n")
    #expect(
      value.text(linesTo: 2) == """
        {
          "a": [
            1,
            {"b": "c\\n"}
          ],
          "d": []
        }

        """)
  }

  @Test func `what would break a line elsewhere is escaped`() {
    #expect(
      JSON("\u{1}\u{7F}\u{2028}\u{2029}").text(linesTo: 0) == #""\u0001\u007f\u2028\u2029""# + "\n")
  }

  @Test func `what is written is read back the same`() throws {
    var generator = Generator(seed: 7)
    for _ in 0..<300 {
      let value = Self.random(depth: 4, &generator)
      let depth = Int.random(in: 0...4, using: &generator)
      #expect(try parse(value.text(linesTo: depth)) == value)
    }
  }

  @Test func `no bytes make the reader trap`() {
    var generator = Generator(seed: 11)
    let letters = Array(#"{}[]",:\u0d8-+.eE tfn"#.utf8) + [0, 0x80, 0xFF, 0x0A]
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &generator)]
      }
      guard let value = try? JSON(parsing: bytes) else { continue }
      #expect((try? parse(value.text(linesTo: 1))) != nil)
    }
  }

  private static func random(depth: Int, _ generator: inout Generator) -> JSON {
    let scalars: [Unicode.Scalar] = [
      "a", "\"", "\\", "\n", "\u{e9}", "\u{1F600}", "\u{2028}", "\u{0}",
    ]
    func text(_ generator: inout Generator) -> String {
      var text = ""
      for _ in 0..<Int.random(in: 0...5, using: &generator) {
        text.unicodeScalars.append(scalars[Int.random(in: 0..<scalars.count, using: &generator)])
      }
      return text
    }
    switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &generator) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return .integer(Int.random(in: Int.min...Int.max, using: &generator))
    case 3: return .decimal(Double.random(in: -1...1, using: &generator))
    case 4: return .string(text(&generator))
    case 5:
      return .array((0..<3).map { _ in random(depth: depth - 1, &generator) })
    default:
      return .object(
        (0..<3).map { _ in
          JSON.Member(text(&generator), random(depth: depth - 1, &generator))
        })
    }
  }

  @Test(arguments: [
    ("", #""""#), ("a\"b\\c", #""a\"b\\c""#),
    ("\n\r\t\u{0}\u{1F}\u{7F}", #""\n\r\t\u0000\u001f\u007f""#),
    ("\u{2028}a\u{2029}\u{2028}", #""\u2028a\u2029\u2028""#),
    ("èé\u{2027}\u{202A}", "\"èé\u{2027}\u{202A}\""),
    ("<&'!#>", #""<&'!#>""#),
  ])
  func `strings are written so that nothing ends them or a line`(_ text: String, _ quoted: String)
    throws
  {
    var bytes: [UInt8] = []
    JSON.quote(text, into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == quoted)
    #expect(try JSON(parsing: bytes) == .string(text))
  }
}
