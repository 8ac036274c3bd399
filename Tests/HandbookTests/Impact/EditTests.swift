import Diagnostics
import Testing

@testable import Handbook

@Suite struct TextEditTests {
  @Test func `edits are applied in order, overlapping and repeated ones once`() {
    let bytes = Array("0123456789".utf8)
    let edits = [
      TextEdit(8..<9, "y"), TextEdit(2..<4, "xx"), TextEdit(2..<4, "xx"), TextEdit(3..<6, "!"),
      TextEdit(5..<5, "+"), TextEdit(9..<99, "?"),
    ]
    #expect(String(decoding: bytes.applying(edits), as: UTF8.self) == "01xx4+567y9")
    #expect(bytes.applying([]) == bytes)
  }
}

@Suite struct AliasEditTests {
  @Test(
    arguments: [
      ("# A\n", "---\naliases: [/o/]\n---\n# A\n"),
      ("---\ntitle: a: b\naliases: [/a/]\n---\n", nil), ("---\ntitle: a\n# A\n", nil),
      ("\u{FEFF}# A\n", "\u{FEFF}---\naliases: [/o/]\n---\n# A\n"),
      ("", "---\naliases: [/o/]\n---\n"),
      ("---\ntitle: x\n---\n# A\n", "---\ntitle: x\naliases: [/o/]\n---\n# A\n"),
      ("---\r\ntitle: x\r\n---\r\n", "---\r\ntitle: x\r\naliases: [/o/]\r\n---\r\n"),
      ("---\n---\n# A\n", "---\naliases: [/o/]\n---\n# A\n"),
      ("---\naliases: [/a/]\nx: 1\n---\n", "---\naliases: [/a/, /o/]\nx: 1\n---\n"),
      ("---\naliases: []\n---\n", "---\naliases: [/o/]\n---\n"),
      ("---\naliases:\nx: 1\n---\n", "---\naliases: [/o/]\nx: 1\n---\n"),
      ("---\naliases: /a/ # was\n---\n", "---\naliases: [/a/, /o/] # was\n---\n"),
      ("---\naliases: '/a/'\n---\n", "---\naliases: ['/a/', /o/]\n---\n"),
      (
        "---\naliases:\n  - /a/ # was\nx: 1\n---\n",
        "---\naliases:\n  - /a/ # was\n  - /o/\nx: 1\n---\n"
      ),
      ("---\naliases:\n- /a/\n---\n", "---\naliases:\n- /a/\n- /o/\n---\n"),
      ("---\n{title: X}\n---\n", "---\n{title: X, aliases: [/o/]}\n---\n"),
      ("---\n{}\n---\n", "---\n{aliases: [/o/]}\n---\n"),
      (
        "---\n# was\n{ title: X, # the title\n  x: 1, }\n---\n",
        "---\n# was\n{ title: X, # the title\n  x: 1, aliases: [/o/], }\n---\n"
      ),
      ("---\n  title: x\n---\n", "---\n  title: x\n  aliases: [/o/]\n---\n"),
      ("---\naliases: [/o/]\n---\n", nil), ("---\naliases: /o/\n---\n", nil),
    ] as [(String, String?)])
  func `an alias is added in the form that is there`(before: String, after: String?) throws {
    let file = SourceFile(path: "content/a.md", text: before)
    let edit = AliasEdit.adding("/o/", to: file)
    #expect(edit.map { String(decoding: file.bytes.applying([$0]), as: UTF8.self) } == after)
  }

  @Test func `an address that YAML would read otherwise stands in quotes`() {
    let file = SourceFile(path: "content/a.md", text: "")
    #expect(AliasEdit.adding("/a,b'/", to: file)?.replacement == "---\naliases: ['/a,b''/']\n---\n")
  }
}

@Suite struct FixTests {
  /// The page after all repairs that are certain, or all.
  private func fixed(_ body: String, onlyCertain: Bool = true) async throws -> String {
    let site = TextSite(files: [
      "site.yml": "title: T\nurl: https://x.example/base/\n", "content/index.md": body,
      "content/roles.md": "# Roles\n\n## Leads\n", "content/p.png": "",
    ])
    let edits = try await site.report().findings.compactMap(\.fix)
      .filter { $0.isCertain || !onlyCertain }.map { TextEdit($0.range, $0.replacement) }
    return String(decoding: Array(body.utf8).applying(edits), as: UTF8.self)
  }

  @Test(arguments: [
    ("[a](/base/roles/)", "[a](/roles/)"), ("[a](/base/roles#leads)", "[a](/roles/#leads)"),
    ("![x](/base/p.png)", "![x](/p.png)"),
    ("[a][r]\n\n[r]: /base/roles/ 't'\n", "[a][r]\n\n[r]: /roles/ 't'\n"),
    ("<a href='/base/roles/'>a</a>", "<a href='/roles/'>a</a>"),
    ("{% assign b = '/base' %}[a]({{ b }}/roles/)", "{% assign b = '/base' %}[a]({{ b }}/roles/)"),
  ])
  func `a base path that was typed is taken away`(before: String, after: String) async throws {
    #expect(try await fixed("# Home\n\n\(before)\n") == "# Home\n\n\(after)\n")
  }

  @Test func `a path from the page's folder is repaired as one, and named so in the help`()
    async throws
  {
    let site = TextSite(files: [
      "site.yml": "title: T\n", "content/index.md": "# Home\n", "content/a/index.md": "# A\n",
      "content/a/b.md": "[c](../c/lead.md) ![p](../pp.png)\n", "content/c/index.md": "# C\n",
      "content/c/leads.md": "---\nrelated: [c/laeds]\n---\n# L\n", "content/p.png": "",
    ])
    let found = try await site.report().findings.filter { $0.severity == .error }
    #expect(
      found.map(\.help) == [
        "did you mean '../c/leads.md'?", "did you mean '../p.png'?", "did you mean '/c/leads/'?",
      ])
  }

  @Test(arguments: [
    ("[a](/rolse/#leads)", "[a](/roles/#leads)"), ("[a](/roles/#laeds)", "[a](/roles/#leads)"),
    ("![x](/quite-another.pdf)", "![x](/quite-another.pdf)"), ("![x](/pp.png)", "![x](/p.png)"),
    ("[a](rolse.md#leads)", "[a](roles.md#leads)"), ("[a](rolse/)", "[a](roles/)"),
    ("[a](./rolse?x#leads)", "[a](roles?x#leads)"), ("![x](pp.png)", "![x](p.png)"),
    ("[a](rolse.html)", "[a](roles.html)"),
    ("[a][r]\n\n[r]: rolse.md\n", "[a][r]\n\n[r]: roles.md\n"),
  ])
  func `what is only near is changed only when a person says so`(before: String, after: String)
    async throws
  {
    #expect(try await fixed("# Home\n\n\(before)\n") == "# Home\n\n\(before)\n")
    #expect(try await fixed("# Home\n\n\(before)\n", onlyCertain: false) == "# Home\n\n\(after)\n")
  }
}
