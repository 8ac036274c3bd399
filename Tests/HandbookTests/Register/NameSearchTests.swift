import Testing

@testable import Handbook

@Suite struct NameSearchTests {
  private func names(_ text: String, hidden: [String], shown: [String] = []) -> Set<Int> {
    Array(text.utf8).withUnsafeBytes { NameSearch(hidden: hidden, shown: shown).find(in: $0).names }
  }

  @Test func `a name is found word by word`() {
    for text in [
      "Ann Lee", "(Ann Lee)", "Ann-Lee", "ann_lee", "Ann\n  Lee", "Ann\u{A0}Lee", "ANN LEE",
      "/ann-lee/", "\"Ann Lee\"", "Ann%20Lee", "Ann&nbsp;Lee", "<b>Ann</b> <i>Lee</i>",
      "<img alt=\"Ann Lee\">", "Ann\\nLee",
    ] {
      #expect(names(text, hidden: ["Ann Lee"]) == [0], "\(text)")
    }
    for text in ["Joann Lee", "Ann Leeds", "Ann", "Lee Ann", "Ann and Lee", ""] {
      #expect(names(text, hidden: ["Ann Lee"]).isEmpty, "\(text)")
    }
  }

  @Test func `a single word is found only as it is written`() {
    #expect(names("Grace was here", hidden: ["Grace"]) == [0])
    #expect(names("a grace period", hidden: ["Grace"]).isEmpty)
  }

  @Test func `names with marks are found however a format writes them`() {
    #expect(names("Zoë O&#39;Neil", hidden: ["Zoë O'Neil"]) == [0])
    #expect(names("Zoë O’Neil", hidden: ["Zoë O'Neil"]) == [0])
    #expect(names("Zo%C3%AB%20O'Neil", hidden: ["Zoë O'Neil"]) == [0])
    #expect(names("ZOË O'NEIL", hidden: ["Zoë O'Neil"]) == [0])
    for written in ["Zo&euml;", "Zo&#235;", "Zo&#xEB;", "Zo\\u00eb", "Zo\\u00EB"] {
      #expect(names("\(written) O&#39;Neil", hidden: ["Zoë O'Neil"]) == [0], "\(written)")
    }
    #expect(names("&Oslash;rsted, &#79;tto", hidden: ["Ørsted", "Otto Lie"]) == [0])
    #expect(names("&Lstrok;ukasz &; &#; &#xFFFFFFFF; \\ud83d", hidden: ["Łukasz"]) == [0])
    #expect(names("A &amp; B", hidden: ["A & B"]) == [0])
  }

  @Test func `what is part of a name that may be shown is not found`() {
    #expect(names("Ann Lee Smith", hidden: ["Ann Lee"], shown: ["Ann Lee Smith"]).isEmpty)
    #expect(names("Ann Lee Smith, Ann Lee", hidden: ["Ann Lee"], shown: ["Ann Lee Smith"]) == [0])
    #expect(
      names("Sample holder 1", hidden: ["Sample holder 1"], shown: ["Sample holder 10"]) == [0])
  }

  @Test func `an employer is found near the name that it may not stand by`() {
    let search = NameSearch(
      hidden: [], shown: ["Ann Lee"], pairs: [(name: "Ann Lee", employer: "Brindle Works")])
    let found = { (text: String) in Array(text.utf8).withUnsafeBytes { search.find(in: $0).pairs } }
    for text in [
      "Ann Lee of Brindle Works", "<th>Ann Lee</th><td>BRINDLE WORKS</td>",
      "At Brindle Works, where much is new this year, we have Ann Lee.",
    ] {
      #expect(found(text) == [0], "\(text)")
    }
    for text in [
      "Ann Lee", "Brindle Works", "Ann Lee" + String(repeating: " x", count: 12) + " Brindle Works",
    ] {
      #expect(found(text).isEmpty, "\(text)")
    }
  }

  @Test func `names that are no words are never found`() {
    #expect(NameSearch(hidden: ["", "—", "X"], shown: []).isEmpty)
  }

  @Test func `a name put anywhere into random bytes is found, and only that`() {
    var random = Generator(state: 7)
    let hidden = (0..<20).map { "Given\($0) Family\($0)" }
    for _ in 0..<300 {
      let noise = { (count: Int) in
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      }
      let index = Int.random(in: 0..<20, using: &random)
      let before = noise(Int.random(in: 0..<200, using: &random))
      let behind = noise(Int.random(in: 0..<200, using: &random))
      let text =
        before + [UInt8(ascii: " ")] + Array(hidden[index].utf8) + [UInt8(ascii: ".")] + behind
      let search = NameSearch(hidden: hidden, shown: [])
      #expect(text.withUnsafeBytes { search.find(in: $0).names } == [index])
      #expect((before + behind).withUnsafeBytes { search.find(in: $0).names }.isEmpty)
    }
  }

  /// A small generator, so that a failure comes back.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  @Test func `names are found in each normal form`() {
    let names = ["Zöe Ångström", "Zo\u{308}e A\u{30A}ngstro\u{308}m"]
    for name in names {
      for text in names + names.map({ $0.uppercased() }) {
        #expect(self.names(text, hidden: [name]) == [0], "\(text)")
        #expect(self.names(text, hidden: ["Zöe"], shown: [name]).isEmpty, "\(text)")
      }
    }
  }

  @Test func `names are found with the last words first`() {
    for text in [
      "Lee, Ann Mary", "LEE,\n Ann Mary", "<td>Lee</td>, <b>Ann Mary</b>", "Lee,Ann Mary",
      "Mary Lee, Ann", "Lee,Ann,Mary",
    ] {
      #expect(names(text, hidden: ["Ann Mary Lee"]) == [0], "\(text)")
    }
    for text in ["Lee Ann Mary", "Lee Ann, Mary", "Mary, Lee Ann", "Mary, Lee, Ann"] {
      #expect(names(text, hidden: ["Ann Mary Lee"]).isEmpty, "\(text)")
    }
    #expect(names("Lee, Ann", hidden: ["Ann Lee", "Lee"], shown: ["Ann Lee"]).isEmpty)
  }

  @Test(arguments: [
    ("Anne O'Connor", "O'Connor, Anne"), ("Anne O'Connor", "O’CONNOR,\nAnne"),
    ("Anne O'Connor", "<td>O&#39;Connor</td>, <b class=\"x\">Anne</b>"),
    ("Ann Smith-Jones", "Smith-Jones, Ann"), ("José van der Berg", "van der Berg, José"),
    ("José van der Berg", "Berg, José van der"),
  ])
  func `a surname of several words is found before the others`(name: String, text: String) {
    #expect(names(text, hidden: [name]) == [0])
    #expect(names(text.replacing(",", with: ";"), hidden: [name]).isEmpty)
  }

  @Test(arguments: [
    ("José van der Berg", "Jose van der Berg"), ("José van der Berg", "/jose-van-der-berg/"),
    ("José van der Berg", "van der Berg, Jose"), ("Łukasz Żółć", "Lukasz Zolc"),
    ("Marie Müller", "Marie Muller"), ("Marie Mu\u{308}ller", "Marie Mueller"),
    ("Þóra Strauß", "THORA STRAUSS"), ("Anne O’Connor", "anne-oconnor"),
    ("Χρήστος Παπαδόπουλος", "ΧΡΗΣΤΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ"),
  ])
  func `names are found in plain letters`(name: String, text: String) {
    #expect(names(text, hidden: [name]) == [0])
  }

  @Test func `a single word is no name in plain letters`() {
    #expect(names("Bar, bar, Noel, OConnell", hidden: ["Bär", "Noël"]).isEmpty)
    #expect(names("Bär", hidden: ["Bär"]) == [0])
  }

  @Test func `who is written so goes before who is only so in plain letters`() {
    #expect(names("Jose Diaz", hidden: ["José Díaz"], shown: ["Jose Diaz"]).isEmpty)
    #expect(names("Jose Diaz", hidden: ["Jose Diaz"], shown: ["José Díaz"]) == [0])
    #expect(names("José Díaz", hidden: ["Jose Diaz"], shown: ["José Díaz"]).isEmpty)
    #expect(names("Jose Diaz Lee", hidden: ["Jose Diaz"], shown: ["José Díaz Lee"]).isEmpty)
  }

  @Test(arguments: [
    ("李小龙", "他叫李小龙。"), ("李小龙", "Li (李 小龙)"), ("李小龙", "a%E6%9D%8E%E5%B0%8F%E9%BE%99"),
    ("李小龙", "a&#26446;&#x5C0F;&#40857;b"), ("李小龙", "\\u674e\\u5c0f\\u9f99"),
    ("佐々木希", "佐々木　希さん"), ("ジョン・スミス", "「ジョン スミス」"), ("이순신", "이순신은"),
  ])
  func `names are found where nothing parts words`(name: String, text: String) {
    #expect(names(text, hidden: [name]) == [0])
    #expect(names(text, hidden: [name + "子", "子" + name, "李", "é"]).isEmpty)
  }

  @Test(arguments: [
    "&shy;", "&#173;", "&#xAD;", "&ZeroWidthSpace;", "&zwnj;", "\\u00ad", "\u{AD}", "\u{200B}",
    "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}",
  ])
  func `what shows nothing parts no word`(unseen: String) {
    #expect(names("Quill\(unseen)feather", hidden: ["Quillfeather"]) == [0])
    #expect(names("Zo\(unseen)ra \(unseen)Quillfeather", hidden: ["Zora Quillfeather"]) == [0])
  }
}
