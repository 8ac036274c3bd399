import Markdown
import Testing

/// Tables and how they are labelled.
struct TablesTests {
  @Test func `a table has a head, a body and a box that keyboards can scroll`() {
    #expect(
      html("| a | b |\n|---|---|\n| 1 | *2* |\n| 3 |") == """
        <div class="table" role="group" tabindex="0" aria-label="Table">
        <table>
        <thead>
        <tr>
        <th>a</th>
        <th>b</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>1</td>
        <td><em>2</em></td>
        </tr>
        <tr>
        <td>3</td>
        <td></td>
        </tr>
        </tbody>
        </table>
        </div>
        """)
  }

  @Test func `a table without rows has no body`() {
    let html = html("|a|\n|-|")
    #expect(html.contains("</thead>\n</table>"))
    #expect(!html.contains("tbody"))
  }

  @Test func `columns are aligned by class`() {
    let html = html("|a|b|c|d|\n|:-|-:|:-:|-|\n|1|2|3|4|")
    #expect(
      html.contains(
        "<th>a</th>\n<th class=\"right\">b</th>\n<th class=\"center\">c</th>\n<th>d</th>"))
    #expect(
      html.contains(
        "<td>1</td>\n<td class=\"right\">2</td>\n<td class=\"center\">3</td>\n<td>4</td>"))
  }

  @Test func `an empty head is no heading`() {
    #expect(html("| |b|\n|:-:|-|").contains("<td class=\"center\"></td>\n<th>b</th>"))
  }

  @Test func `a table is labelled by the heading above it`() {
    #expect(html("# a b\n\n|a|\n|-|").contains("aria-labelledby=\"a-b\""))
    #expect(html("# a\n\n## b\n\ntext\n\n|a|\n|-|").contains("aria-labelledby=\"b\""))
  }

  @Test(arguments: [
    ("|a\\|b|\n|-|", "<th>a|b</th>"), ("|`a\\|b`|\n|-|", "<th><code>a|b</code></th>"),
    ("a|b\n-|-\nc|d", "<td>c</td>\n<td>d</td>"), ("|a|\n|-|\n|b|c|", "<td>b</td>\n</tr>"),
    ("|\"><x|\n|-|", "<th>&quot;&gt;&lt;x</th>"),
  ])
  func `cells`(text: String, expected: String) {
    #expect(html(text).contains(expected))
  }

  @Test func `a paragraph may stand at once above a table`() {
    #expect(html("text\n|a|\n|-|\n|b|").hasPrefix("<p>text</p>\n<div class=\"table\""))
  }

  @Test(arguments: ["|a|b|\n|-|", "a\n|-|-|", "|a|\n\n|-|", "    |a|\n    |-|"])
  func `what is no table stays text`(text: String) {
    #expect(!html(text).contains("<table"))
  }
}
