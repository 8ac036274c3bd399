import Diagnostics
import Testing
import Values

@testable import YAML

@Suite struct NodeDecoderTests {
  /// Decodes the value of the only key of a text; the findings as they are printed.
  private func decode<Result>(
    _ text: String, _ read: (inout NodeDecoder, Node, String) -> Result?
  ) -> (value: Result?, findings: String) {
    let file = file(text)
    var decoder = NodeDecoder(file: file, rules: .page)
    let mapping = parseMapping(
      file: file, range: 0..<file.bytes.count, rule: "invalid-yaml", limits: .dataFile)
    let value = mapping.value.pairs.first.flatMap { read(&decoder, $0.value, $0.key) }
    return (value, printed(mapping.diagnostics + decoder.diagnostics))
  }

  private func dates(_ text: String) -> (value: PlainDate?, findings: String) {
    decode(text) { $0.date($1, as: $2) }
  }

  private func booleans(_ text: String) -> (value: Bool?, findings: String) {
    decode(text) { $0.boolean($1, as: $2) }
  }

  @Test(arguments: ["1:20", "012", "1.10", "no", "2026-02-30", "0x1F", "1e3", "true", "+44 1"])
  func `text is what was written`(text: String) {
    let decoded = decode("a: \(text)\n") { $0.text($1, as: $2) }
    #expect(decoded.value == text)
    #expect(decoded.findings.isEmpty)
  }

  @Test(arguments: ["", "~", "null"])
  func `nothing is no value and no finding`(text: String) {
    #expect(decode("a: \(text)\n") { $0.text($1, as: $2) } == (nil, ""))
    #expect(decode("a: \(text)\n") { $0.integer($1, as: $2) } == (nil, ""))
    #expect(dates("a: \(text)\n") == (nil, ""))
    #expect(booleans("a: \(text)\n") == (nil, ""))
    #expect(decode("a: \(text)\n") { $0.texts($1, as: $2) } == (nil, ""))
    #expect(decode("a: \(text)\n") { $0.list($1, as: $2) == nil ? true : nil } == (true, ""))
  }

  @Test func `text is not a list`() {
    #expect(
      decode("title: [a]\n") { $0.text($1, as: $2) }.findings == #"""
        a.yml:1:8: error: 'title' must be text, not a list [invalid-field]
          title: [a]
                 ^^^
          help: write one value

        """#)
  }

  @Test func `a whole number has digits only`() {
    #expect(decode("order: -12\n") { $0.integer($1, as: $2) } == (-12, ""))
    #expect(
      decode("order: first\n") { $0.integer($1, as: $2) }.findings == #"""
        a.yml:1:8: error: 'order' must be a whole number, not 'first' [invalid-field]
          order: first
                 ^^^^^
          help: write digits, such as 12

        """#)
    for text in ["1.5", "'3'", "012", "1:20", "99999999999999999999", "+1", "1_000", "-"] {
      #expect(decode("a: \(text)\n") { $0.integer($1, as: $2) }.value == nil)
    }
  }

  @Test func `a number may have a fraction`() {
    #expect(decode("a: 1.5\n") { $0.number($1, as: $2) } == (1.5, ""))
    #expect(decode("a: 2\n") { $0.number($1, as: $2) } == (2, ""))
    #expect(
      decode("hours: 1,5\n") { $0.number($1, as: $2) }.findings == #"""
        a.yml:1:8: error: 'hours' must be a number, not '1,5' [invalid-field]
          hours: 1,5
                 ^^^
          help: write digits, such as 12 or 1.5

        """#)
  }

  @Test func `a truth value is true or false`() {
    #expect(booleans("draft: true\n") == (true, ""))
    #expect(booleans("draft: false\n") == (false, ""))
    #expect(
      booleans("draft: no\n").findings == #"""
        a.yml:1:8: error: 'draft' must be true or false, not 'no' [invalid-field]
          draft: no
                 ^^
          help: write false, without quotes

        """#)
    #expect(
      booleans("draft: maybe\n").findings == #"""
        a.yml:1:8: error: 'draft' must be true or false, not 'maybe' [invalid-field]
          draft: maybe
                 ^^^^^
          help: write true or false

        """#)
    for text in ["Yes", "ON", "'true'", "False", "n"] {
      #expect(booleans("a: \(text)\n").value == nil)
      #expect(booleans("a: \(text)\n").findings.contains(", without quotes"))
    }
  }

  @Test func `a day may stand in quotes`() {
    #expect(dates("a: 2026-06-30\n") == (PlainDate("2026-06-30"), ""))
    #expect(dates("a: '2024-02-29'\n") == (PlainDate("2024-02-29"), ""))
  }

  @Test func `a day must exist`() {
    #expect(
      dates("date: 2026-02-30\n").findings == #"""
        a.yml:1:7: error: 2026-02-30 is no day of the calendar [invalid-field]
          date: 2026-02-30
                ^^^^^^^^^^
          help: write year, month and day, such as 2026-06-30

        """#)
  }

  @Test func `a day has one form`() {
    #expect(
      dates("date: 30/06/2026\n").findings == #"""
        a.yml:1:7: error: 'date' must be a day, not '30/06/2026' [invalid-field]
          date: 30/06/2026
                ^^^^^^^^^^
          help: write year, month and day, such as 2026-06-30

        """#)
  }

  @Test func `a day has no time`() {
    #expect(
      dates("date: 2026-06-30 10:15:00\n").findings == #"""
        a.yml:1:7: error: 'date' must be a day, not '2026-06-30 10:15:00' [invalid-field]
          date: 2026-06-30 10:15:00
                ^^^^^^^^^^^^^^^^^^^
          help: write the day alone: 2026-06-30

        """#)
  }

  @Test func `one text stands for a list of it`() {
    #expect(decode("tags: a\n") { $0.texts($1, as: $2) } == (["a"], ""))
    #expect(decode("tags: [a, '', 3, ~]\n") { $0.texts($1, as: $2) } == (["a", "3"], ""))
    #expect(
      decode("tags: {a: b}\n") { $0.texts($1, as: $2) }.findings == #"""
        a.yml:1:7: error: 'tags' must be a text or a list of texts [invalid-field]
          tags: {a: b}
                ^^^^^^
          help: write '[first, second]'

        """#)
    #expect(
      decode("tags: [a, [b]]\n") { $0.texts($1, as: $2) }.findings == #"""
        a.yml:1:11: error: 'tags' must be text, not a list [invalid-field]
          tags: [a, [b]]
                    ^^^
          help: write one value

        """#)
  }

  @Test func `lists and mappings are told apart`() {
    #expect(decode("a: [1, 2]\n") { $0.list($1, as: $2)?.count } == (2, ""))
    #expect(decode("a: {b: c}\n") { $0.mapping($1, as: $2)?.pairs.count } == (1, ""))
    #expect(
      decode("terms: x\n") { $0.list($1, as: $2)?.count }.findings == #"""
        a.yml:1:8: error: 'terms' must be a list [invalid-field]
          terms: x
                 ^
          help: begin each of its values with a hyphen on a line

        """#)
    #expect(
      decode("valid: [x]\n") { $0.mapping($1, as: $2)?.pairs.count }.findings == #"""
        a.yml:1:8: error: 'valid' must hold keys and values [invalid-field]
          valid: [x]
                 ^^^
          help: write 'key: value' below it

        """#)
  }

  @Test func `no repair writes a key that stands there, or one twice`() {
    let file = file("title: a\ntitel: b\nodrer: 1\nordre: 2\n")
    let mapping = read(file).value?.mapping
    var decoder = NodeDecoder(file: file, rules: .page)
    decoder.refuseUnknownKeys(
      of: mapping ?? Mapping([], at: 0..<0), known: ["title", "order"], owner: "site.yml")
    #expect(
      decoder.diagnostics.map { "\($0.help ?? "") [\($0.fix?.replacement ?? "no repair")]" } == [
        "remove one of the two: 'title' can be written once [no repair]",
        "did you mean 'order'? [order]",
        "remove one of the two: 'order' can be written once [no repair]",
      ])
  }

  @Test func `an unknown key is shown with the nearest known one`() {
    let file = file("titel: a\nx: b\n")
    let mapping = read(file).value?.mapping
    var decoder = NodeDecoder(file: file, rules: .page)
    decoder.refuseUnknownKeys(
      of: mapping ?? Mapping([], at: 0..<0), known: ["title", "order"], owner: "site.yml")
    decoder.reportMissing("title", of: "site.yml", at: 0..<5)
    #expect(
      printed(decoder.diagnostics) == #"""
        a.yml:1:1: error: 'titel' is no key of site.yml [unknown-key]
          titel: a
          ^^^^^
          help: did you mean 'title'?
        a.yml:2:1: error: 'x' is no key of site.yml [unknown-key]
          x: b
          ^
          help: remove it; the keys are title, order
        a.yml:1:1: error: site.yml has no 'title' [missing-field]
          titel: a
          ^^^^^
          help: add 'title: …'

        """#)
  }
}
