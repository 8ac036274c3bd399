import Diagnostics
import Markdown
import Testing

/// Where links have their URLs, whatever cmark says.
struct LinkPlacesTests {
  @Test(arguments: [
    """
    See [a](/b), [c](/d "e") and ![f](g.png).
            ^^       ^^               ^^^^^
    """,
    """
    [a](<b c>) [`]`](d) [*e*](f(g)h)
         ^^^         ^        ^^^^^
    """,
    """
    > quoted [a](/b)
                 ^^
    > and
    lazy [c](/d)
             ^^
    """,
    """
    - item [a](/b)
               ^^
      more [c](/d)
               ^^
    lazy [e](/f)
             ^^
        - deep [g](/h)
                   ^^
    """,
    """
    www.a.example and https://b.example/c, d@e.f
    ^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^  ^^^^^
    """,
    """
    - see <https://a.example> and <b@c.d>
           ^^^^^^^^^^^^^^^^^       ^^^^^
    """,
    """
    ## Heading [a](/b) ##
                   ^^
    """,
    """
    two [a](/b)
            ^^
    lines [c](/d)
              ^^
    ---
    """,
    """
    | [a](/b) | *c* [d](/e) |
          ^^            ^^
    |---|---|
    |  x  [f](/g) | [h](/i) |
              ^^        ^^
    """,
    """
    | [a](/b) | [a](/b) |
          ^^        ^^
    |---|---|
    | [a](/b) | [a](/b) |
          ^^        ^^
    """,
    """
    [a_b](c_d) [e_f](g_h) x] y] [i_j](k)
          ^^^        ^^^              ^
    """,
    """
    [same](/x) [same](/x) `[same](/x)` [same](/x)
           ^^         ^^                      ^^
    """,
    """
    [![a](b)](c)
          ^   ^
    """,
    """
    <a href="/b" title='x'>a</a> <img src=c>
             ^^                           ^
    """,
    """
    > <div>
    > <a href="/b">c</a>
               ^^
    > </div>
    """,
    """
    [a](/b?c=1&amp;d=2) [e](/f\\_g)
        ^^^^^^^^^^^^^^      ^^^^^
    """,
  ])
  func `the URL itself`(drawing: String) {
    let drawing = Drawing(drawing)
    let ranges = links(drawing.text).map(\.range)
    #expect(ranges.sorted { $0.lowerBound < $1.lowerBound } == drawing.ranges)
  }

  @Test(arguments: [
    ("é 漢 [a](/b)", ["/b"]),
    ("over [two\nlines](/a) and [b](\n/c) [d](/e\n\"f\")", ["/a", "/c", "/e"]),
    ("a\r\n> [b](/c)\r\n> d [e](/f)\r\n", ["/c", "/f"]), ("\t- x\n\n\t\t[a](/b)", []),
    ("[x]: /y\n[a](/b) [c](/d)", ["/b", "/d"]), ("1.\t[a](/b)", ["/b"]),
    ("> [!NOTE]\n> [a](/b)", ["/b"]), ("a[^1]\n\n[^1]: [b](/c)\n", ["/c"]),
    ("text\n|[a](/b)|\n|-|\n|[c](/d)|", ["/b", "/d"]), ("- [ ] [a](/b)", ["/b"]),
    ("\u{0}[a](/b)\n[c](/d)", nil),
  ])
  func `the range says the URL`(text: String, urls: [String]?) {
    let bytes = Array(text.utf8)
    let said = links(text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    if let urls { #expect(said == urls) }
  }

  @Test func `a reference has the label used and its definition's URL`() {
    let drawing = Drawing(
      """
      [a][One] and [one], [*one*][] and ![x][ONE]
          ^^^       ^^^    ^^^^^             ^^^

      [one]: </two words> "t"
              ^^^^^^^^^^
      """)
    let found = links(drawing.text)
    #expect(found.map(\.destination) == ["/two words", "/two words", "/two words"])
    #expect(found.map(\.range) == [drawing.ranges[0], drawing.ranges[1], drawing.ranges[3]])
    #expect(found.compactMap(\.definition) == Array(repeating: drawing.ranges[4], count: 3))
    #expect(found.map(\.kind) == [.link, .link, .image])
    #expect(found.map(\.title) == ["t", "t", "t"])
  }

  @Test func `a URL that stands otherwise in the source has its row's place`() {
    let text = "| a |\n|---|\n| x \\| [b](/c) |\n"
    #expect(links(text).map(\.range) == [12..<28])
  }

  @Test func `kinds and titles`() {
    let found = links("[a](b 'c') ![d](e) <https://f.g> www.h.i")
    #expect(found.map(\.kind) == [.link, .image, .autolink, .autolink])
    #expect(found.map(\.title) == ["c", nil, nil, nil])
    #expect(found.map(\.destination) == ["b", "e", "https://f.g", "http://www.h.i"])
  }

  @Test func `destinations are decoded`() {
    #expect(
      links("[a](b&amp;c\\_d) [e](f%20g) [h](<i j>)").map(\.destination) == [
        "b&c_d", "f%20g", "i j",
      ])
  }

  @Test func `a place is always in the text, and says the URL where it is plain`() {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "[a](/u1)", "[b_c](/u2)", "[`d`](/u3)", "![e](/u4)", "<https://u5.x>", "www.u6.x", "[f]",
      "[g][f]",
      "\n", "\n\n", "> ", "- ", "  ", "1. ", "# ", " | ", "| a |\n|---|\n", "x", "_", "]", "[", "`",
      "*",
      "<b>", "<i title='", "\\", "é", "\r\n", "\t", "~", "    ", "[f]: /u7\n\n", "&amp;",
    ]
    for _ in 0..<2000 {
      let text = randomText(of: pieces, count: 16, &generator)
      let bytes = Array(text.utf8)
      for link in links(text) {
        #expect(link.range.lowerBound >= 0 && link.range.upperBound <= bytes.count, "\(text)")
        guard link.range.upperBound <= bytes.count, link.definition == nil else { continue }
        let said = String(decoding: bytes[link.range], as: UTF8.self)
        let isPlain = !said.contains { "&\\\n#|>-[ ".contains($0) }
        if isPlain { #expect(link.destination.hasSuffix(said), "\(text) \(said)") }
      }
    }
  }

  @Test(arguments: [
    "[a](/b) [`]`](/b) ![`]`](/b)\n",
    "> [*e*](/b)\n> [`f`](/b) [`f`](/b)\n",
    "[a](/b) [c](/d)\n\n- [`a`](/b)\n- [`a`](/d) www.a.example [`c`](/b)\n",
    "| [a](/b) | [`b`](/b) [`b`](/b) |\n|---|---|\n",
    "[a](/b) <b>x</b> [`c`](/b)\n",
  ])
  func
    `a link whose place nobody asks for is written as it stands, and later ones are found behind it`(
      _ text: String
    )
  {
    let all = links(text)
    let html = rendered(text).html
    for settled in all.indices where all[settled].kind == .link {
      var asked = -1
      var others: [Link] = []
      let result = render(Array(text.utf8), options: .standard) { _, _ in
        asked += 1
        return all[..<settled].count { $0.kind == .link } == asked
      } resolve: { link in
        others.append(link)
        return Destination(link.destination)
      }
      #expect(others == Array(all[..<settled] + all[(settled + 1)...]))
      #expect(result.html == html)
    }
  }

  @Test
  func `who settles a link may ask where it stands, also behind links that nobody asked about`() {
    let text = """
      [a](/b) [`]`](/b) [`c`](/b#d) ![e](/f)
      - [`g`](/b#d) <b>x</b> [h](/b)
      """
    var ranges: [SourceRange] = []
    var others: [Link] = []
    _ = render(Array(text.utf8), options: .standard) { url, range in
      // Twice is as good as once.
      if url.contains(UInt8(ascii: "#")) { ranges += [range(), range()] }
      return true
    } resolve: { link in
      others.append(link)
      return Destination(link.destination)
    }
    let all = links(text)
    let named = all.filter { $0.destination == "/b#d" }.flatMap { [$0.range, $0.range] }
    #expect(named.count == 4)
    #expect(ranges == named)
    #expect(others == all.filter { $0.kind == .image })
  }
}
