import Testing

@testable import Search

@Suite struct WordReaderTests {
  @Test func `words are in small letters and without accents`() {
    #expect(
      words("Café ÉCOLE Straße Ærø Łódź naïve") == [
        "cafe", "ecole", "strasse", "aero", "lodz", "naive",
      ])
    #expect(words("cafe\u{301} Ấn") == ["cafe", "an"])
  }

  @Test func `whatever is no letter or digit stands between words`() {
    #expect(
      words("to-do, a_b; 2024/25 (v1.2)…") == ["to", "do", "a", "b", "2024", "25", "v1", "2"])
    #expect(words("") == [])
    #expect(words(" – ") == [])
  }

  @Test func `an apostrophe is left out, and so is the s of a possessive`() {
    #expect(
      words("don't team's teams' O’Brien’s 'tis") == ["dont", "team", "teams", "obrien", "tis"])
    #expect(words("a' 'b c'") == ["a", "b", "c"])
  }

  @Test func `other scripts are read too, and those without spaces by character`() {
    #expect(words("Ωμέγα ΣΑΣ שלום مرحبا") == ["ωμέγα", "σασ", "שלום", "مرحبا"])
    #expect(words("日本語 and カナ") == ["日", "本", "語", "and", "カ", "ナ"])
  }

  @Test func `what is too long for a word is data`() {
    let long = String(repeating: "x", count: 41)
    #expect(words("a \(long) b") == ["a", "b"])
    #expect(words(String(long.dropLast())) == [String(long.dropLast())])
  }
}
