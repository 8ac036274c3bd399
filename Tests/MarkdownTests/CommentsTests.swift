import Diagnostics
import Markdown
import Testing

/// The comments that speak to the program, and the document's plain text.
struct CommentsTests {
  @Test func `a comment has its words, its place and the block below it`() {
    let drawing = Drawing(
      """
      a

      <!-- handbook: allow broken-link until 2026-12-01: soon -->
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      # Title
      ^^^^^^^

      b
      """)
    let comments = rendered(drawing.text).comments
    #expect(comments.map(\.text) == ["allow broken-link until 2026-12-01: soon"])
    #expect(comments.map(\.range) == [drawing.ranges[0]])
    #expect(comments.map(\.block) == [drawing.ranges[1]])
  }

  @Test(arguments: [
    ("<!-- handbook: x -->\n\na\nb\n\nc", "a\nb"), ("<!-- handbook: x -->\n- a\n- b\n", "- a\n- b"),
    ("<!-- handbook: x -->\n<!-- other -->\n\na", "a"),
    ("<!-- handbook: x -->\n|a|\n|-|\n|b|\n", "|a|\n|-|\n|b|"),
    ("- <!-- handbook: x -->\n  a", "a"), ("> <!-- handbook: x -->\n> a\n", "a"),
    ("a <!-- handbook: x --> b", "a <!-- handbook: x --> b"), ("<!--\nhandbook: x\n-->\na", "a"),
    ("<!-- handbook: x -->", nil), ("<!-- handbook: x -->\n\n<div>\n</div>\n", "<div>\n</div>"),
    ("<!--handbook:x-->\n```\na\n```\n", "```\na\n```"),
  ])
  func `the block that a comment speaks of`(text: String, block: String?) {
    let bytes = Array(text.utf8)
    let comments = rendered(text).comments
    #expect(comments.map(\.text) == ["x"])
    #expect(comments.first?.block.map { String(decoding: bytes[$0], as: UTF8.self) } == block)
  }

  @Test func `comments above one another speak of the same block`() {
    let comments = rendered("<!-- handbook: x -->\n<!-- handbook: y -->\na").comments
    #expect(comments.map(\.text) == ["x", "y"])
    #expect(Set(comments.map(\.block)).count == 1)
  }

  @Test(arguments: [
    "<!-- a handbook: x -->", "<!-- Handbook: x -->", "<!-- handbook -->", "`<!-- handbook: x -->`",
  ])
  func `others are not for the program`(text: String) {
    #expect(rendered(text).comments.isEmpty)
  }

  @Test(arguments: HTMLPolicy.allCases)
  func `a comment to the program is never printed`(policy: HTMLPolicy) {
    #expect(!html("<!-- handbook: x -->\n\na <!-- handbook: y -->", policy).contains("handbook"))
    #expect(rendered("<!-- handbook: x -->", html: policy).comments.count == 1)
  }

  @Test func `plain text has words without markup`() {
    let plain = rendered(
      "a *b* `c` [d](e) ![f](g)\nh\n\n- i\n- j\n\n| k | l |\n|---|---|\n\n```\nm\n```\n\n<b>n</b> o[^1]\n\n[^1]: p",
      plain: true
    ).plainText
    #expect(String(decoding: plain.text, as: UTF8.self) == "a b c d f h\ni\nj\nk\nl\nm\nn o\np\n")
  }

  @Test func `plain text is divided at headings`() {
    let plain = rendered("a\n\n# B c\n\nd\n\n## B c\n\ne", plain: true).plainText
    #expect(plain.sections.map(\.id) == [nil, "b-c", "b-c-1"])
    let text = String(decoding: plain.text, as: UTF8.self)
    #expect(text == "a\nB c\nd\nB c\ne\n")
    #expect(plain.sections.map(\.start) == [0, 2, 8])
  }

  @Test func `no plain text is made unless asked for`() {
    #expect(rendered("a").plainText == PlainText())
  }
}
