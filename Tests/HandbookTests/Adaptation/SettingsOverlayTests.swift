import Diagnostics
import Handbook
import Testing

@testable import Handbook

@Suite struct SettingsOverlayTests {
  private func overlay(_ upper: String, over lower: String) -> Diagnosed<ComposedText> {
    KeyOverlaying.text(
      ComposedText(SourceFile(path: "site.yml", text: upper)),
      over: ComposedText(SourceFile(path: "base:site.yml", text: lower)),
      as: KeyOverlaying.settings, without: KeyOverlaying.unshared)
  }

  private func text(_ upper: String, over lower: String) -> String {
    String(decoding: overlay(upper, over: lower).value.bytes, as: UTF8.self)
  }

  @Test func `keys give way one by one, and lines and comments stay as they are`() {
    let lower = """
      # The base.
      title: Base
      url: https://base.example/

      # Its words.
      terms:
        # The first.
        lead: manager
        plan: {name: plan, plural: plans}
      rules:
        vague-link: off
      """
    let upper = """
      title: Ours
      terms:
          # Ours, for it is shorter.
          plan: map
          board: board
      rules: {skipped-heading: error, vague-link: warning}
      """
    #expect(
      text(upper, over: lower)
        == """
        title: Ours

        # Its words.
        terms:
          # The first.
          lead: manager
          # Ours, for it is shorter.
          plan: map
          board: board
        rules:
          vague-link: warning
          skipped-heading: error

        """.replacing("title: Ours\n\n", with: "title: Ours\n"))
  }

  @Test func `fields of a kind are overlaid, and taken out by leaving their value empty`() {
    let lower =
      "kinds:\n  role:\n    folder: people\n    fields:\n      pay: text\n      level: text\n"
    let upper = "kinds:\n  role:\n    fields:\n      pay:\n      grade: {type: text}\n"
    #expect(
      text(upper, over: lower)
        == "kinds:\n  role:\n    folder: people\n    fields:\n      level: text\n      grade: {type: text}\n"
    )
  }

  @Test func `entries of the menu are overlaid by what they lead to`() {
    let lower = "navigation:\n- /a/\n- {title: B, page: /b/}\n- /c/\n"
    let upper =
      "navigation:\n  - title: Bee\n    page: /b/\n  - {page: /c/, remove: true}\n  - /d/\n"
    #expect(
      text(upper, over: lower) == "navigation:\n- /a/\n- title: Bee\n  page: /b/\n- /d/\n")
  }

  @Test func `taking out what the base does not have is found`() {
    let found = overlay("terms:\n  bord:\n", over: "terms:\n  board: board\n").diagnostics
    #expect(found.map(\.message) == ["the base has no 'bord' to take out"])
  }

  @Test func `what is read of both leads back to where it was written`() throws {
    let composed = overlay("terms:\n    plan: map\n", over: "title: Base\nterms:\n  lead: head\n")
      .value
    let start = try #require(composed.bytes.firstRange(of: Array("plan: map".utf8)))
    let place = composed.place(of: start)
    #expect(place.file.path == "site.yml")
    #expect(place.range == 11..<20)
    let head = try #require(composed.bytes.firstRange(of: Array("head".utf8)))
    #expect(composed.place(of: head).file.path == "base:site.yml")
  }
}
