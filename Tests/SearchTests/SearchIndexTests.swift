import Testing

@testable import Search

@Suite struct SearchIndexTests {
  @Test func `the overview tells what there is`() {
    let files = files(
      [
        page("One", "alpha", group: "Roles"), page("Two", "beta", group: "Roles"),
        page("Three", group: "Guides"),
      ], language: "en-GB", entries: "/registry/certificates/")
    let lines = files["index.txt"]?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    #expect(lines[0].hasPrefix("1 ") && lines[0].hasSuffix(" 3 en"))
    #expect(lines[1] == "Roles\tGuides")
    // Group 0 two times, group 1 once.
    #expect(lines[2] == "!#\"\"")
    #expect(lines[3].split(separator: " ").contains("the"))
    #expect(lines[4] == "alpha")
    #expect(lines[5] == "/registry/certificates/")
  }

  @Test func `a word's line holds the gaps between its pages, its scores and its sections`() throws
  {
    let files = files([page("Alpha"), page("x", "beta"), page("y"), page("z", "alpha\n# H\nalpha")])
    let words = try #require(files["words-0.txt"]).split(separator: "\n")
    let alpha = try #require(words.first { $0.hasPrefix("alpha ") }).split(separator: " ")
    // Pages 0 and 3: none before the first, two between.
    #expect(alpha[1] == "!#")
    #expect(alpha[2].utf8.count == 2)
    // None of a text's sections; the part before the heading and the first section.
    #expect(alpha[3] == "!$")
    #expect(words.map { $0.prefix { $0 != " " } } == words.map { $0.prefix { $0 != " " } }.sorted())
  }

  @Test func `a page's line holds its address, title and sections, whatever is written in them`() {
    let files = files([page("Tab\tand\nline", "# Goal one\ntext", at: "/a%20b/")])
    #expect(files["pages-0.txt"] == "/a%20b/\tTab and line\tgoal\tGoal one\n")
  }

  @Test func `pages stand sixteen to a file`() {
    let files = files((0..<33).map { page("Page \($0)") })
    #expect(files["pages-2.txt"]?.hasPrefix("/page-32/\t") == true)
    #expect(files["pages-1.txt"]?.split(separator: "\n").count == 16)
    #expect(files["pages-3.txt"] == nil)
  }

  @Test func `words are cut into small files, each known by its first`() {
    let pages = (0..<40).map { number in
      page("P", (0..<200).map { "word\(number * 200 + $0)" }.joined(separator: " "))
    }
    let files = files(pages)
    let first = files["index.txt"]?.split(separator: "\n")[3].split(separator: " ") ?? []
    #expect(first.count > 5)
    for (number, word) in first.enumerated() {
      let text = files["words-\(number).txt"] ?? ""
      #expect(text.hasPrefix(word + " "))
      #expect(text.utf8.count <= SearchIndex.wordsInFile)
    }
  }

  @Test func `words that tell nothing are left out, where the language is known`() {
    #expect(files([page("X", "the team")])["words-0.txt"]?.contains("the ") == false)
    #expect(files([page("X", "the team")], language: "de")["words-0.txt"]?.contains("the ") == true)
  }

  @Test func `spelling is corrected by words, not by numbers`() {
    #expect(
      files([page("Team", "a2b 1234 services the abc")])["spelling.txt"] == "services0\nteam0\n")
  }

  @Test func `a site without pages has an index without words`() {
    let files = files([])
    #expect(files.keys.sorted() == ["index.txt", "spelling.txt"])
    #expect(files["index.txt"]?.hasPrefix("1 0 0 en\n") == true)
  }

  @Test func `the folder is named by what is in it`() {
    func folder(_ text: String) -> String? {
      SearchIndex([page("X", text)], language: SearchLanguage(tag: "en"), entries: "")
        .files { String(decoding: $0, as: UTF8.self).contains("team") ? "one" : "other" }
        .map(\.path).last
    }
    #expect(folder("team") == "one/spelling.txt")
    #expect(folder("tame") == "other/spelling.txt")
  }
}
