import Diagnostics
import Testing

@testable import YAML

@Suite struct RefusalTests {
  @Test func `a key written twice is shown with its first place`() {
    #expect(
      findings(in: "title: a\norder: 1\ntitle: b\n") == #"""
        a.yml:3:1: error: 'title' is written twice [invalid-yaml]
          title: b
          ^^^^^
          a.yml:1:1: note: first written here
          help: keep one of the two

        """#)
    #expect(
      drawing(of: "title: a\ntitle: b\n") == #"""
        mapping [0..<17] 'title: a\ntitle: b'
          title [0..<5]
            plain 'a' [7..<8] 'a'

        """#)
  }

  @Test func `a key written twice is found among many`() {
    let keys = (0..<40).map { "k\($0): 1\n" }.joined()
    #expect(
      findings(in: keys + "k3: 2\nk39: 2\n") == #"""
        a.yml:41:1: error: 'k3' is written twice [invalid-yaml]
          k3: 2
          ^^
          a.yml:4:1: note: first written here
          help: keep one of the two
        a.yml:42:1: error: 'k39' is written twice [invalid-yaml]
          k39: 2
          ^^^
          a.yml:40:1: note: first written here
          help: keep one of the two

        """#)
  }

  @Test func `anchors, aliases and merge keys are refused`() {
    #expect(
      findings(in: "a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n") == #"""
        a.yml:1:4: error: '&x' is an anchor, which is not read [invalid-yaml]
          a: &x {b: 1}
             ^^
          help: remove it, or put the text in quotes
        a.yml:2:4: error: '*x' refers to another value; references are not read [invalid-yaml]
          c: *x
             ^^
          help: write the value itself, or put the text in quotes
        a.yml:4:3: error: '<<' takes over the keys of another mapping, which is not read [invalid-yaml]
            <<: *x
            ^^
          help: write the keys and values themselves
        a.yml:4:7: error: '*x' refers to another value; references are not read [invalid-yaml]
            <<: *x
                ^^
          help: write the value itself, or put the text in quotes

        """#)
  }

  @Test func `tags are refused`() {
    #expect(
      findings(in: "a: !!str 1\nb: ! 2\nc: !x &y [d]\n") == #"""
        a.yml:1:4: error: '!!str' is a tag, which is not read [invalid-yaml]
          a: !!str 1
             ^^^^^
          help: remove it, or put the text in quotes
        a.yml:2:4: error: '!' is a tag, which is not read [invalid-yaml]
          b: ! 2
             ^
          help: remove it, or put the text in quotes
        a.yml:3:4: error: '!x' is a tag, which is not read [invalid-yaml]
          c: !x &y [d]
             ^^
          help: remove it, or put the text in quotes
        a.yml:3:7: error: '&y' is an anchor, which is not read [invalid-yaml]
          c: !x &y [d]
                ^^
          help: remove it, or put the text in quotes

        """#)
  }

  @Test func `a second document is refused`() {
    #expect(
      findings(in: "a: 1\n---\nb: 2\n") == #"""
        a.yml:2:1: error: a second document begins here; a file holds one [invalid-yaml]
          ---
          ^^^
          help: remove the line of three hyphens, or move what follows to a file of its own

        """#)
  }

  @Test func `a key must be text`() {
    #expect(
      findings(in: "[a]: 1\nb: 2\n") == #"""
        a.yml:1:1: error: a key must be text, not a list or a mapping [invalid-yaml]
          [a]: 1
          ^^^
          help: put text that begins with a bracket or a brace in quotes

        """#)
  }

  @Test func `lists inside each other have a limit`() {
    #expect(
      findings(in: "a: " + String(repeating: "[", count: 40)) == #"""
        a.yml:1:19: error: more than 16 lists and mappings inside each other [limit-exceeded]
          a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
                            ^
          help: write it flatter

        """#)
  }

  @Test func `values have a limit`() {
    let limits = YAMLLimits(bytes: 100, depth: 3, nodes: 3)
    let input = file("[a, b, c]")
    let parsed = parse(file: input, range: 0..<9, rule: "x", limits: limits)
    #expect(
      printed(parsed.diagnostics) == #"""
        a.yml:1:8: error: more than 3 values in one file [limit-exceeded]
          [a, b, c]
                 ^
          help: split the file

        """#)
  }

  @Test func `bytes have a limit`() {
    let limits = YAMLLimits(bytes: 1024, depth: 3, nodes: nil)
    let input = file("a: " + String(repeating: "b", count: 1022))
    let parsed = parse(file: input, range: 0..<1025, rule: "x", limits: limits)
    #expect(parsed.value == nil)
    #expect(parsed.diagnostics.map(\.rule) == ["limit-exceeded"])
    #expect(parsed.diagnostics.first?.message == "1025 bytes of YAML; at most 1 KiB are read")
    #expect(parse(file: input, range: 0..<1024, rule: "x", limits: limits).diagnostics.isEmpty)
  }

  @Test func `findings have a limit`() {
    let text = "a: [" + String(repeating: "*x, ", count: 3000) + "]\n"
    let found = read(text).diagnostics
    #expect(found.count == 1001)
    #expect(found.last?.rule == "limit-exceeded")
  }

  @Test func `front matter must hold keys and values`() {
    func found(_ text: String) -> String {
      let input = file(text)
      let range = 0..<input.bytes.count
      return printed(
        parseMapping(file: input, range: range, rule: "x", limits: .frontMatter).diagnostics)
    }
    #expect(
      found("title:Roles\n") == #"""
        a.yml:1:6: error: no space behind the colon of 'title' [x]
          title:Roles
               ^
          help: write 'title: Roles'

        """#)
    #expect(
      found("Just words\nhere\n") == #"""
        a.yml:1:1: error: expected keys and values [x]
          Just words
          ^^^^^^^^^^
          help: write 'key: value', such as 'title: Roles'

        """#)
    #expect(
      found("- a\n- b\n") == #"""
        a.yml:1:1: error: expected keys and values, not a list [x]
          - a
          ^
          help: write 'key: value', such as 'title: Roles'

        """#)
    #expect(found("").isEmpty)
    #expect(found("a: 1").isEmpty)
  }
}
