import Diagnostics
import Markdown
import Testing

/// What rules ask of a text beside its HTML.
@Suite struct FactsTests {
  private func facts(
    _ text: String, linkTexts: [String] = [], phrases: [String] = []
  ) -> RenderedMarkdown {
    var options = MarkdownOptions.standard
    options.linkTexts = linkTexts
    options.phrases = PhraseList(phrases)
    return render(Array(text.utf8), options: options) { Destination($0.destination) }
  }

  /// The places of phrases, as they are drawn under a text.
  private func places(_ drawing: String, _ phrases: String...) -> (
    found: [SourceRange], drawn: [SourceRange]
  ) {
    let drawing = Drawing(drawing)
    return (facts(drawing.text, phrases: phrases).phrases.map(\.range), drawing.ranges)
  }

  @Test func `nothing is told that nobody asks for`() {
    let facts = facts("# The lead\n\n[here](/a/) the lead\n")
    #expect(facts.linkTexts.isEmpty && facts.phrases.isEmpty && facts.wordlessImages.isEmpty)
  }

  @Test func `phrases are told where they stand, the longest first`() {
    let (found, drawn) = places(
      """
      # The lead

      A lead, *two leads* and the lead role; `lead` [lead](/lead/).
        ^^^^
                   ^^^^^
                                  ^^^^^^^^^
                                                     ^^^^
      """, "lead", "leads", "lead role")
    #expect(found.dropFirst() == drawn[...])
    #expect(found.first == 6..<10)
  }

  @Test
  func
    `the words of links are told that are asked for, of one text alone, in letters of either size`()
  {
    let facts = facts(
      "[here](/a/) [*here*](/b/) [there](/c/) [HERE](/d/) [he@e](/e/) <https://a.example>\n",
      linkTexts: ["more", "here"])
    #expect(facts.linkTexts.map(\.text) == ["here", "HERE"])
    #expect(facts.linkTexts.map(\.range) == [1..<5, 40..<44])
  }

  @Test func `images without words are told, also those of raw HTML without alt`() {
    #expect(facts("![](/a.png) ![x](/a.png)\n").wordlessImages == [4..<10])
    #expect(facts("<img src='/a.png'>\n").wordlessImages == [0..<18])
    #expect(facts("<img src='/a.png' alt=''>\n").wordlessImages.isEmpty)
  }

  @Test func `a heading whose words another one has is marked`() {
    #expect(facts("# A\n\n## A\n\n## A {#b}\n").outline.map(\.isRepeated) == [false, true, false])
  }

  @Test func `random texts hold phrases where they say`() {
    var state: UInt64 = 7
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let parts = [
      "lead", "Lead", " ", " ", "\n", "\n\n", "- ", "> ", "*", "`", "[", "](/a/)", "\"", "“", "”",
      "é",
      "—", "| ", "\n|---|\n", "<b>", "https://", ".", "# ", "&amp;",
    ]
    var count = 0
    for _ in 0..<500 {
      let text = (0..<30).map { _ in parts[next(parts.count)] }.joined()
      let bytes = Array(text.utf8)
      for phrase in facts(text, phrases: ["lead"]).phrases {
        count += 1
        let words = String(decoding: bytes[phrase.range], as: UTF8.self)
        #expect(words == (phrase.isCapitalised ? "Lead" : "lead"), "\(text.debugDescription)")
      }
    }
    #expect(count > 100)
  }
}
