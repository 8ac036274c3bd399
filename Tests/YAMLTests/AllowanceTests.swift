import Diagnostics
import Testing
import Values

@testable import YAML

@Suite struct AllowanceTests {
  /// The allowances of a text: the comment, its words and the entry it is for.
  private func drawing(_ text: String) -> String {
    let file = file(text)
    let found = allowances(
      in: file, range: 0..<file.bytes.count,
      outside: read(file).value?.multilineScalars(in: file) ?? [])
    func part(_ range: SourceRange) -> String {
      String(decoding: file.bytes[range], as: UTF8.self).replacing("\r\n", with: "<CRLF>")
    }
    return found.value.map {
      """
      \(part($0.range))
      \($0.clause.rule), \($0.clause.until), \($0.clause.reason)
      <\(part($0.entry))>

      """
    }.joined() + printed(found.diagnostics)
  }

  @Test func `an allowance is for the pair that begins below it`() {
    #expect(
      drawing(
        """
        a: 1
        # handbook: allow near-key until 2099-12-31: the old word
        b:
          c: 1

          # another comment
          d: 2
        e: 3
        """) == #"""
          # handbook: allow near-key until 2099-12-31: the old word
          near-key, 2099-12-31, the old word
          <b:
            c: 1

            # another comment
            d: 2>

          """#)
  }

  @Test func `an allowance is for the value of a list that begins below it`() {
    #expect(
      drawing(
        """
        certificates:
          # an ordinary comment
          #handbook: allow registry-r34 until 2099-12-31: sample of a warning

          # more words
          - id: C-1
            evidence:
              - id: p
          - id: C-2
        """) == #"""
          #handbook: allow registry-r34 until 2099-12-31: sample of a warning
          registry-r34, 2099-12-31, sample of a warning
          <- id: C-1
              evidence:
                - id: p>

          """#)
  }

  @Test func `the values of a list may stand below their key`() {
    #expect(
      drawing("# handbook: allow x until 2026-06-30: y\ntags:\n- a\n- b\norder: 1\n") == #"""
        # handbook: allow x until 2026-06-30: y
        x, 2026-06-30, y
        <tags:
        - a
        - b>

        """#)
  }

  @Test func `lines may end with a carriage return`() {
    #expect(
      drawing("# handbook: allow x until 2026-06-30: y \r\na:\r\n  b: 1\r\nc: 1\r\n") == #"""
        # handbook: allow x until 2026-06-30: y
        x, 2026-06-30, y
        <a:<CRLF>  b: 1>

        """#)
  }

  @Test func `an allowance at the end is for nothing`() {
    #expect(
      drawing("a: 1\n# handbook: allow x until 2026-06-30: y") == #"""
        # handbook: allow x until 2026-06-30: y
        x, 2026-06-30, y
        <>

        """#)
  }

  @Test func `text in blocks and quotes is no comment`() {
    #expect(
      drawing(
        """
        a: |
          # handbook: allow x until 2026-06-30: y
        b: "
          # handbook: allow x until 2026-06-30: y
          "
        c: d # handbook: allow x until 2026-06-30: y
        """
      ).isEmpty)
  }

  @Test func `an allowance wants all its words`() {
    #expect(
      drawing("# handbook: allow registry-r34: sample\na: 1\n") == #"""
        a.yml:1:1: warning: this comment allows nothing [invalid-allow]
          # handbook: allow registry-r34: sample
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          help: write 'handbook: allow RULE until 2026-06-30: reason'

        """#)
    for words in [
      "", "allow", "allow x until 2026-06-30", "allow x until 2026-06-30:",
      "allow x until 2026-02-30: y", "allow x until 2026-06-30 : y", "forbid x until 2026-06-30: y",
    ] {
      #expect(drawing("# handbook: \(words)\na: 1\n").contains("[invalid-allow]"))
    }
  }

  @Test func `other comments are none`() {
    #expect(drawing("# handbooks\n#\n# handbook allow x\na: 1\n").isEmpty)
  }

  @Test func `comments in a row are for the same entry`() {
    let comment = "# handbook: allow near-key until 2099-12-31: old"
    #expect(
      drawing("\(comment)\n\n\(comment)\n  # more\na:\n  b: 1\nc: 2\n\(comment)\n\(comment)\n")
        == """
        \(comment)
        near-key, 2099-12-31, old
        <a:
          b: 1>
        \(comment)
        near-key, 2099-12-31, old
        <a:
          b: 1>
        \(comment)
        near-key, 2099-12-31, old
        <>
        \(comment)
        near-key, 2099-12-31, old
        <>

        """)
  }
}
