import Diagnostics
import Testing

@testable import YAML

@Suite struct SyntaxTests {
  @Test func `a value with a colon in it wants quotes`() {
    #expect(
      findings(in: "title: Roles: who decides\norder: 1\n") == #"""
        a.yml:1:8: error: a value with ': ' in it needs quotes [invalid-yaml]
          title: Roles: who decides
                 ^^^^^^^^^^^^^^^^^^
          help: write "Roles: who decides"

        """#)
  }

  @Test func `a value with a colon and quotes in it wants the other quotes`() {
    #expect(
      findings(in: #"title: The "lead": who decides"# + "\n") == #"""
        a.yml:1:8: error: a value with ': ' in it needs quotes [invalid-yaml]
          title: The "lead": who decides
                 ^^^^^^^^^^^^^^^^^^^^^^^
          help: write 'The "lead": who decides'

        """#)
  }

  @Test func `a tab may not indent`() {
    #expect(
      findings(in: "tags:\n\t- a\n") == #"""
        a.yml:2:1: error: a tab is used to indent [invalid-yaml]
           - a
          ^
          help: use spaces instead of tabs

        """#)
  }

  @Test func `a tab behind a hyphen stands for a space`() {
    #expect(
      findings(in: "tags:\n  -\ta\n  -\tb: c\n") == #"""
        a.yml:2:4: error: a tab stands for a space [invalid-yaml]
            - a
             ^
          help: use spaces instead of tabs

        """#)
  }

  @Test func `a colon wants a space behind it`() {
    #expect(
      findings(in: "title: Roles\norder:3\ntags: a\n") == #"""
        a.yml:2:6: error: no space behind the colon of 'order' [invalid-yaml]
          order:3
               ^
          help: write 'order: 3'

        """#)
  }

  @Test func `a colon of the first line wants a space behind it`() {
    #expect(
      findings(in: "title:Roles\norder: 3\n") == #"""
        a.yml:1:6: error: no space behind the colon of 'title' [invalid-yaml]
          title:Roles
               ^
          help: write 'title: Roles'

        """#)
  }

  @Test func `a line without a key is shown`() {
    #expect(
      findings(in: "title: Roles\njust words\norder: 3\n") == #"""
        a.yml:2:1: error: this line has no key [invalid-yaml]
          just words
          ^^^^^^^^^^
          help: write 'key: value', or indent the line to go on with the text above

        """#)
  }

  @Test func `an unclosed quote is reported where it opens`() {
    #expect(
      findings(in: "title: \"Roles\norder: 3\n") == #"""
        a.yml:1:8: error: this quote is not closed [invalid-yaml]
          title: "Roles
                 ^
          help: put a " at the end of the text

        """#)
  }

  @Test func `a quote that another value closes is reported where it opens`() {
    #expect(
      findings(in: "title: \"Roles\nsubtitle: \"Who decides\"\norder: 3\n") == #"""
        a.yml:1:8: error: this quote is not closed [invalid-yaml]
          title: "Roles
                 ^
          help: put a " at the end of the text

        """#)
  }

  @Test func `an apostrophe ends a text in single quotes`() {
    #expect(
      findings(in: "title: 'It's here'\n") == #"""
        a.yml:1:12: error: text stands behind the closing quote [invalid-yaml]
          title: 'It's here'
                     ^^^^^^^
          help: write an apostrophe in single quotes twice, or put the text in double quotes

        """#)
  }

  @Test func `a quote ends a text in double quotes`() {
    #expect(
      findings(in: "title: \"The \"lead\" role\"\n") == #"""
        a.yml:1:14: error: text stands behind the closing quote [invalid-yaml]
          title: "The "lead" role"
                       ^^^^^^^^^^^
          help: write a quote in double quotes as '\"', or put the text in single quotes

        """#)
  }

  @Test func `an unclosed bracket is reported where it opens`() {
    #expect(
      findings(in: "tags: [a, b\norder: 3\n") == #"""
        a.yml:1:7: error: this bracket is not closed [invalid-yaml]
          tags: [a, b
                ^
          help: put a ']' at the end, or put the text in quotes

        """#)
  }

  @Test func `values in brackets want commas`() {
    #expect(
      findings(in: "tags: ['a' 'b']\n") == #"""
        a.yml:1:12: error: expected a comma or ']' here [invalid-yaml]
          tags: ['a' 'b']
                     ^
          help: separate the values by commas, or put text with a bracket in quotes

        """#)
  }

  @Test func `text that begins with a bracket needs quotes`() {
    #expect(
      findings(in: "title: [Draft] Roles\n") == #"""
        a.yml:1:8: error: text that begins with '[' needs quotes [invalid-yaml]
          title: [Draft] Roles
                 ^^^^^^^^^^^^^
          help: write "[Draft] Roles"

        """#)
  }

  @Test func `a template in a value needs quotes`() {
    #expect(
      findings(in: "title: {{ term.lead }} decides\n") == #"""
        a.yml:1:8: error: text that begins with '{' needs quotes [invalid-yaml]
          title: {{ term.lead }} decides
                 ^^^^^^^^^^^^^^^^^^^^^^^
          help: write "{{ term.lead }} decides"

        """#)
  }

  @Test func `a template that is a whole value needs quotes`() {
    #expect(
      findings(in: "title: {{ term.lead }}\n") == #"""
        a.yml:1:8: error: text that begins with '{' needs quotes [invalid-yaml]
          title: {{ term.lead }}
                 ^^^^^^^^^^^^^^^
          help: write "{{ term.lead }}"

        """#)
  }

  @Test func `a list begins below its key`() {
    #expect(
      findings(in: "tags: - a\n") == #"""
        a.yml:1:7: error: a list cannot begin on the line of its key [invalid-yaml]
          tags: - a
                ^
          help: begin it on the next line, or write '[first, second]'

        """#)
  }

  @Test func `a key indented below a value is shown`() {
    #expect(
      findings(in: "title: Roles\n  order: 3\n") == #"""
        a.yml:2:3: error: this key is indented below a value that has ended [invalid-yaml]
            order: 3
            ^^^^^
          help: begin it under the key above it

        """#)
  }

  @Test func `a line indented like nothing above it is shown`() {
    #expect(
      findings(in: "data:\n    a: 1\n  b: 2\n") == #"""
        a.yml:3:3: error: this does not fit what stands above it [invalid-yaml]
            b: 2
            ^^^^
          help: indent it like the lines it belongs to, or put the text in quotes

        """#)
  }

  @Test(arguments: ["@", "`", "%", "*", "&"])
  func `a value cannot begin with a reserved character`(character: String) {
    let printed = findings(in: "title: \(character) Roles\n")
    #expect(
      printed == """
        a.yml:1:8: error: a value cannot begin with '\(character)' [invalid-yaml]
          title: \(character) Roles
                 ^
          help: put the text in quotes

        """)
  }

  @Test func `bold text of Markdown needs quotes`() {
    #expect(
      findings(in: "title: **Roles**\n") == #"""
        a.yml:1:8: error: a value cannot begin with '*' [invalid-yaml]
          title: **Roles**
                 ^
          help: put the text in quotes

        """#)
  }

  @Test func `text cannot follow the mark of a block`() {
    #expect(
      findings(in: "title: > Roles\n") == #"""
        a.yml:1:8: error: text cannot follow '>' on its line [invalid-yaml]
          title: > Roles
                 ^^^^^^^
          help: begin the text on the next line, or put it in quotes

        """#)
  }

  @Test func `a backslash in double quotes must mean something`() {
    #expect(
      findings(in: "path: \"C:\\data\"\n") == #"""
        a.yml:1:10: error: '\d' means nothing in double quotes [invalid-yaml]
          path: "C:\data"
                   ^^
          help: write '\\' for a backslash, or put the text in single quotes

        """#)
  }

  @Test func `bytes that are no text are shown`() {
    let bytes = Array("a: é\nb: ".utf8) + [0xFF, 0x0A]
    #expect(
      printed(read(SourceFile(path: "a.yml", bytes: bytes)).diagnostics) == #"""
        a.yml:2:4: error: this byte is not UTF-8 [invalid-encoding]
          b: �
             ^
          help: save the file with the encoding UTF-8

        """#)
    #expect(
      findings(in: "é: \u{7}\n") == #"""
        a.yml:1:4: error: a control character stands here [invalid-encoding]
          é: �
             ^
          help: remove it

        """#)
  }

  @Test func `what stands before an error is kept`() {
    #expect(
      drawing(of: "title: Roles\ntags: [a, 'b' 'c']\norder: 3\n") == #"""
        mapping [0..<26] 'title: Roles\ntags: [a, 'b''
          title [0..<5]
            plain 'Roles' [7..<12] 'Roles'
          tags [13..<17]
            sequence [19..<26] '[a, 'b''
              plain 'a' [20..<21] 'a'
              quoted 'b' [23..<26] ''b''

        """#)
  }

  @Test func `places are right behind characters of several bytes`() {
    #expect(
      findings(in: "ü: é\r\ntitle: Rôles: qui décide\r\n") == #"""
        a.yml:2:8: error: a value with ': ' in it needs quotes [invalid-yaml]
          title: Rôles: qui décide
                 ^^^^^^^^^^^^^^^^^
          help: write "Rôles: qui décide"

        """#)
  }
}
