import Search
import Testing

/// The script and the index agree.
@Suite(.enabled(if: Node.isInstalled, Node.missing)) struct ScriptTests {
  private static let find = """
    const index = new search.Index(async (path) => input.files[path.split("/").pop()]);
    const answers = [];
    for (const query of input.queries) {
      const found = await index.find(query);
      const shown = found.results.length ? await index.shown(found.results[0], found.hits) : {};
      answers.push({
        pages: found.results.map(({ page }) => page), scores: found.results.map(({ score }) => score),
        first: [shown.url, shown.id, shown.group].filter(Boolean).join(" "), meant: found.meant,
      });
    }
    return answers;
    """

  private struct Questions: Encodable {
    var files: [String: String]
    var queries: [String]
  }

  private struct Answer: Decodable {
    var pages: [Int]
    var scores: [Double]
    var first: String
    var meant: String
  }

  private func ask(_ pages: [SearchablePage], _ queries: String..., language: String = "en") throws
    -> [Answer]
  {
    try Node.run(
      Self.find, Questions(files: files(pages, language: language), queries: queries))
  }

  @Test func `the script reads the words of any text as the index does`() throws {
    var random = SeededGenerator(seed: 7)
    let letters = Array(
      "aZé'’ß-_ 0²ǯŁİıΣσςßÆœ\u{301}\u{345}日ン한שлЖĳﬁ\u{200D}ẛṩệ🙂\u{FFFD}ªⅣ०्ी\t\n".unicodeScalars)
    let texts = (0..<400).map { _ in
      var text = ""
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        text.unicodeScalars.append(letters.randomElement(using: &random) ?? " ")
      }
      return text
    }
    let theirs: [[String]] = try Node.run("return input.map(search.words);", texts)
    for (text, theirs) in zip(texts, theirs) { #expect(theirs == words(text), "\(text)") }
  }

  @Test func `the script folds endings as its second writing does`() throws {
    let some =
      "policies policy planned planning services service managing managed manager manages assesses need speed "
      + "uses use being string agreed applied status basis bus boxes sizing fulfilled running ties shared"
    let list = words(some)
    let theirs: [String] = try Node.run("return input.map(search.stem);", list)
    #expect(theirs == list.map(stem))
  }

  @Test func `the script ranks pages as the index means it`() throws {
    var random = SeededGenerator(seed: 3)
    let vocabulary = words(
      "service services team teams manage manager managed contract policy policies plan planned need user map"
    )
    func text(_ length: Int) -> String {
      (0..<length).map { _ in vocabulary.randomElement(using: &random) ?? "" }.joined(
        separator: " ")
    }
    let pages = (0..<90).map { number in
      page(
        text(2), (0..<4).map { _ in text(9) + "\n# " + text(2) }.joined(separator: "\n"),
        at: "/\(number)/")
    }
    let queries = (1...40).map { text($0 % 4 + 1) } + ["ma", "serv", "plan the", "nothing", ""]
    let all = files(pages)
    let answers: [Answer] = try Node.run(Self.find, Questions(files: all, queries: queries))
    let ranking = Ranking(all)
    for (query, answer) in zip(queries, answers) {
      let ours = ranking.find(query)
      #expect(answer.pages.count == ours.count, "\(query)")
      for (place, result) in ours.enumerated() where place < answer.pages.count {
        #expect(abs(answer.scores[place] - result.score) < 1e-9, "\(query)")
        #expect(answer.pages[place] == result.page || isTie(ours, place), "\(query)")
      }
    }
    #expect(answers.contains { $0.pages.count > 5 })
  }

  /// Whether another result is as good, so that the last bit of a logarithm decides.
  private func isTie(_ results: [Ranking.Result], _ place: Int) -> Bool {
    results.indices.contains {
      $0 != place && abs(results[$0].score - results[place].score) < 1e-9
    }
  }

  @Test func `a result leads to the section that holds most of what was asked`() throws {
    let pages = [
      page("Budgets", "intro\n# Yearly\nmoney\n# Extra money\nask for more", group: "Guides")
    ]
    let answers = try ask(pages, "extra money", "budgets", "yearly", "intro")
    #expect(
      answers.map(\.first) == [
        "/budgets/ extra Guides", "/budgets/ Guides", "/budgets/ yearly Guides", "/budgets/ Guides",
      ])
  }

  @Test func `a title is worth more than a mention`() throws {
    let pages = [page("A", "assessment assessment and more"), page("Assessment", "of a service")]
    #expect(try ask(pages, "assessment").map(\.pages) == [[1, 0]])
  }

  @Test func `words are found while they are typed, in another form, and with a slip`() throws {
    let pages = [page("Assessment"), page("Managing"), page("Outcomes")]
    let answers = try ask(
      pages, "asse", "manages", "asessment", "assesment", "amnaging", "asess", "outcmes",
      "outcomes xyzzy")
    #expect(answers.map(\.pages) == [[0], [1], [0], [0], [1], [0], [2], [2]])
    #expect(answers[2].meant == "assessment")
    #expect(answers[0].meant == "")
  }

  @Test func `short words and numbers are never taken for others`() throws {
    let answers = try ask([page("map 1234")], "mup", "1235")
    #expect(answers.map(\.pages) == [[], []])
  }

  @Test func `a certificate's number is found however it is written`() throws {
    var counter = WordCounter()
    counter.add("c10av2rk3", in: .otherNames)
    counter.add("c7q4m10rk3", in: .otherNames)
    let certificate = SearchablePage(
      url: "/c/", title: "Certificate", group: "", sections: [], words: counter.finish())
    let answers = try ask(
      [page("Other"), certificate], "C-7Q4M-10RK-3", "c7q4m1ork3", "c 7q4m iork 3", "C-7Q4M-10RK-4")
    #expect(answers.map(\.pages) == [[1], [1], [1], []])
  }

  @Test func `a language of which nothing is known is searched as it is written`() throws {
    let answers = try ask(
      [page("Dienste", "die Dienste")], "dienst", "dienstes", "die", language: "de")
    #expect(answers.map(\.pages) == [[0], [0], [0]])
    #expect(answers[1].meant == "dienste")
  }
}
