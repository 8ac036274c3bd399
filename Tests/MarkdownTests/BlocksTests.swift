import Markdown
import Testing

/// What each construct of blocks becomes.
struct BlocksTests {
  @Test(arguments: [
    ("", ""),
    ("a", "<p>a</p>"),
    ("a\nb", "<p>a\nb</p>"),
    ("a\n\nb", "<p>a</p>\n<p>b</p>"),
    ("a\r\nb\r\n\r\nc\r\n", "<p>a\nb</p>\n<p>c</p>"),
    ("a\rb", "<p>a\nb</p>"),
    ("a  \nb", "<p>a<br>\nb</p>"),
    ("a\\\nb", "<p>a<br>\nb</p>"),
    ("   a", "<p>a</p>"),
    ("---", "<hr>"),
    ("* * *", "<hr>"),
    ("a\n***\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
    ("\u{0}a", "<p>\u{FFFD}a</p>"),
  ])
  func `paragraphs and breaks`(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    ("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>"),
    ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
    ("3) a", "<ol start=\"3\">\n<li>a</li>\n</ol>"),
    ("0. a", "<ol start=\"0\">\n<li>a</li>\n</ol>"),
    ("- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"),
    ("- a\n\n  b\n- c", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>"),
    ("-", "<ul>\n<li></li>\n</ul>"),
    ("- a\n* b", "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>"),
    ("- > a", "<ul>\n<li>\n<blockquote>\n<p>a</p>\n</blockquote>\n</li>\n</ul>"),
    (
      "- ```\n  x\n  ```",
      "<ul>\n<li>\n<pre tabindex=\"0\"><code>x\n</code></pre>\n</li>\n</ul>"
    ),
  ])
  func `lists, tight and loose`(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    (
      "- [ ] a",
      "<ul>\n<li class=\"task\"><label><input type=\"checkbox\" disabled> a</label></li>\n</ul>"
    ),
    (
      "- [x] a",
      "<ul>\n<li class=\"task\"><label><input type=\"checkbox\" disabled checked> a</label></li>\n</ul>"
    ),
    (
      "1. [X] a",
      "<ol>\n<li class=\"task\"><label><input type=\"checkbox\" disabled checked> a</label></li>\n</ol>"
    ),
    (
      "- [ ] see [x]",
      "<ul>\n<li class=\"task\"><label><input type=\"checkbox\" disabled> see [x]</label></li>\n</ul>"
    ),
    (
      "- [x] a\n\n  b",
      """
      <ul>
      <li class="task">
      <p><label><input type="checkbox" disabled checked> a</label></p>
      <p>b</p>
      </li>
      </ul>
      """
    ),
    (
      "- [x] a\n  - [ ] b",
      """
      <ul>
      <li class="task"><label><input type="checkbox" disabled checked> a</label>
      <ul>
      <li class="task"><label><input type="checkbox" disabled> b</label></li>
      </ul>
      </li>
      </ul>
      """
    ),
  ])
  func `a task's text labels its box`(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test func `a task without text has a box with a name`() {
    #expect(
      html("- [x] \n  ```\n  a\n  ```").contains(
        "<input type=\"checkbox\" disabled checked aria-label=\"Done\">"))
    #expect(
      html("- [ ] \n  ```\n  a\n  ```").contains(
        "<input type=\"checkbox\" disabled aria-label=\"To do\">"))
  }

  @Test(arguments: [
    ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
    ("> a\nb", "<blockquote>\n<p>a\nb</p>\n</blockquote>"),
    ("> > a", "<blockquote>\n<blockquote>\n<p>a</p>\n</blockquote>\n</blockquote>"),
    (">", "<blockquote>\n</blockquote>"),
  ])
  func `quotes`(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    ("NOTE", "note", "Note"), ("TIP", "tip", "Tip"), ("IMPORTANT", "important", "Important"),
    ("WARNING", "warning", "Warning"), ("CAUTION", "caution", "Caution"),
    ("EXAMPLE", "example", "Example"), ("note", "note", "Note"),
  ])
  func `a quote that begins with a marker is a box`(marker: String, kind: String, title: String) {
    #expect(
      html("> [!\(marker)]\n> a *b*\n>\n> c") == """
        <div class="box \(kind)" role="note">
        <p class="box-title">\(title)</p>
        <p>a <em>b</em></p>
        <p>c</p>
        </div>
        """)
  }

  @Test func `a box may begin with a list`() {
    #expect(
      html("> [!TIP]\n>\n> - a") == """
        <div class="box tip" role="note">
        <p class="box-title">Tip</p>
        <ul>
        <li>a</li>
        </ul>
        </div>
        """)
  }

  @Test(arguments: [
    "> [!NOTE]", "> [!OTHER]\n> a", "> [!NOTE] a", "> a [!NOTE]\n> b", "[!NOTE]\na",
  ])
  func `other quotes are no boxes`(text: String) {
    #expect(!html(text).contains("box"))
    #expect(html(text).contains("[!"))
  }

  @Test(arguments: [
    ("```\na\n```", "<pre tabindex=\"0\"><code>a\n</code></pre>"),
    ("~~~\na\n~~~", "<pre tabindex=\"0\"><code>a\n</code></pre>"),
    ("    a\n    b", "<pre tabindex=\"0\"><code>a\nb\n</code></pre>"),
    (
      "```yaml title=\"x\"\na: <b>\n```",
      "<pre tabindex=\"0\"><code class=\"language-yaml\">a: &lt;b&gt;\n</code></pre>"
    ),
    (
      "```\"><script>\na\n```",
      "<pre tabindex=\"0\"><code class=\"language-&quot;&gt;&lt;script&gt;\">a\n</code></pre>"
    ),
    ("```\nunclosed", "<pre tabindex=\"0\"><code>unclosed\n</code></pre>"),
    ("```\n\n```", "<pre tabindex=\"0\"><code>\n</code></pre>"),
  ])
  func `code keeps its bytes and names its language`(text: String, expected: String) {
    #expect(html(text) == expected)
  }
}
