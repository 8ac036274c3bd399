import Diagnostics
import Testing

@testable import YAML

@Suite struct NodeTests {
  @Test func `each node has the smallest range that holds it`() {
    #expect(
      drawing(of: "title:  Roles  # note\ntags:\n  - a\n  - 'b c'\n\norder: 3\n") == #"""
        mapping [0..<53] 'title:  Roles  # note\ntags:\n  - a\n  - 'b c'\n\norder: 3'
          title [0..<5]
            plain 'Roles' [8..<13] 'Roles'
          tags [22..<26]
            sequence [30..<43] '- a\n  - 'b c''
              plain 'a' [32..<33] 'a'
              quoted 'b c' [38..<43] ''b c''
          order [45..<50]
            plain '3' [52..<53] '3'

        """#)
  }

  @Test func `a block of text ends with its last word`() {
    #expect(
      drawing(of: "a: |\n  one\n  two\n\n\nb: >-\n  x\n") == #"""
        mapping [0..<28] 'a: |\n  one\n  two\n\n\nb: >-\n  x'
          a [0..<1]
            block 'one\ntwo\n' [3..<16] '|\n  one\n  two'
          b [19..<20]
            block 'x' [22..<28] '>-\n  x'

        """#)
  }

  @Test func `flow collections end with their bracket`() {
    #expect(
      drawing(of: "a: [x, {b: c} ]\nd: {e: [f: g ]}\n") == #"""
        mapping [0..<31] 'a: [x, {b: c} ]\nd: {e: [f: g ]}'
          a [0..<1]
            sequence [3..<15] '[x, {b: c} ]'
              plain 'x' [4..<5] 'x'
              mapping [7..<13] '{b: c}'
                b [8..<9]
                  plain 'c' [11..<12] 'c'
          d [16..<17]
            mapping [19..<31] '{e: [f: g ]}'
              e [20..<21]
                sequence [23..<30] '[f: g ]'
                  mapping [24..<28] 'f: g'
                    f [24..<25]
                      plain 'g' [27..<28] 'g'

        """#)
  }

  @Test func `a value that is left out has an empty range behind its colon`() {
    #expect(
      drawing(of: "a:\nb: ~\n") == #"""
        mapping [0..<7] 'a:\nb: ~'
          a [0..<1]
            plain '' [2..<2] ''
          b [3..<4]
            plain '~' [6..<7] '~'

        """#)
  }

  @Test func `offsets are bytes where the text is not ASCII`() {
    #expect(
      drawing(of: "é: 日本\nß: ['ü', x]\n") == #"""
        mapping [0..<24] 'é: 日本\nß: ['ü', x]'
          é [0..<2]
            plain '日本' [4..<10] '日本'
          ß [11..<13]
            sequence [15..<24] '['ü', x]'
              quoted 'ü' [16..<20] ''ü''
              plain 'x' [22..<23] 'x'

        """#)
  }

  @Test func `lines may end with a carriage return`() {
    #expect(
      drawing(of: "é: a\r\nb: |\r\n  c\r\n  d\r\n") == #"""
        mapping [0..<21] 'é: a\r\nb: |\r\n  c\r\n  d'
          é [0..<2]
            plain 'a' [4..<5] 'a'
          b [7..<8]
            block 'c\nd\n' [10..<21] '|\r\n  c\r\n  d'

        """#)
  }

  @Test func `a byte order mark belongs to no node`() {
    #expect(
      drawing(of: "\u{FEFF}a: ü\nb: c\n") == #"""
        mapping [3..<13] 'a: ü\nb: c'
          a [3..<4]
            plain 'ü' [6..<8] 'ü'
          b [9..<10]
            plain 'c' [12..<13] 'c'

        """#)
  }

  @Test(arguments: ["", "\n", "# a comment\n", "---\n", "\u{FEFF}"])
  func `a text without a value has no node`(text: String) {
    let parsed = read(text)
    #expect(parsed.value?.isNull ?? true)
    #expect(parsed.diagnostics.isEmpty)
  }
}
