import Testing

@testable import Figures

struct GraphvizNetworkTests {
  private func graph(_ network: Network = Laid.network) throws -> GraphvizNetwork {
    try #require(GraphvizNetwork(network))
  }

  @Test func `dot is told of boxes and of one line for each pair, in numbers`() throws {
    #expect(String(decoding: try graph().text, as: UTF8.self) == Laid.text)
  }

  @Test func `a card with more words is a higher box`() throws {
    let network = Network(
      [Item("A"), Item("A long name that needs three lines", note: "Note")],
      relations: Laid.network.relations, ties: [.init(from: 0, to: 1, relation: 0)], head: "")
    let text = String(decoding: try graph(network).text, as: UTF8.self)
    #expect(text.contains("0 [height=0.4722]\n1 [height=1.2361]\n"))
  }

  @Test func `no text of a site reaches dot`() throws {
    var random = Random(seed: 7)
    for _ in 0..<50 {
      let network = Network(
        (0..<3).map { _ in
          Item(random.label() + "\"]; x [", url: random.label(), note: random.label())
        },
        relations: [.init(random.label(), reverse: random.label(), isDashed: true)],
        ties: [.init(from: 0, to: 1, relation: 0), .init(from: 2, to: 1, relation: 0)],
        head: random.label())
      let text = String(decoding: try graph(network).text, as: UTF8.self)
      let shape = text.replacing(/height=[0-9]\.[0-9]{4}/, with: "H")
      #expect(
        shape == """
          digraph {
          graph [nodesep=0.1944 ranksep=0.6111]
          node [shape=box fixedsize=true label="" width=1.6667]
          edge [arrowsize=0.8]
          0 [H]
          1 [H]
          2 [H]
          0 -> 1
          2 -> 1
          }

          """)
    }
  }

  @Test func `where no line is drawn, or no picture, nobody is asked`() {
    let relations = Laid.network.relations
    #expect(GraphvizNetwork(Network([], relations: [], ties: [], head: "")) == nil)
    #expect(GraphvizNetwork(Network([Item("A")], relations: [], ties: [], head: "")) == nil)
    func chain(_ count: Int) -> Network {
      Network(
        (0..<count).map { Item("\($0)") }, relations: relations,
        ties: (1..<count).map { .init(from: $0, to: $0 - 1, relation: 0) }, head: "")
    }
    #expect(GraphvizNetwork(chain(300)) != nil)
    #expect(GraphvizNetwork(chain(301)) == nil)
  }
}

struct DotLayoutTests {
  private func layout(_ answer: [UInt8]) throws -> DotLayout {
    try DotLayout(answer, of: DotPlan(NetworkParts(Laid.network)))
  }

  @Test func `places are counted from the top, and lines stand in the order of the network`()
    throws
  {
    let layout = try layout(Array(Laid.answer.utf8))
    #expect(layout.width == 161 && layout.height == 190)
    #expect(layout.centers == [Point(60, 95), Point(60, 173), Point(101, 17)])
    #expect(layout.lines.map(\.tip.x) == [68.7, 87, 55.6, 64.4])
    #expect(layout.lines[1].points.count == 7)
    #expect(layout.lines[1].points[3] == Point(127, 112))
  }

  @Test func `numbers of nodes are those that the answer gives them`() throws {
    let answer = Laid.answer
      .replacing("\"_gvid\": 0", with: "\"_gvid\": 7").replacing(
        "\": 0, \"head\"", with: "\": 7, \"head\""
      )
      .replacing("\"head\": 0", with: "\"head\": 7")
    #expect(try layout(Array(answer.utf8)).centers.first == Point(60, 95))
  }

  @Test(arguments: [
    ("", GraphvizFault.notJSON(offset: 0)), ("{", .notJSON(offset: 1)), ("[]", .wrongSize),
    ("{\"bb\": \"0,0,1,1\"}", .wrongNodes), ("{\"bb\": 3}", .wrongSize),
    ("{\"bb\": \"0,0,1,1\", \"objects\": {}}", .wrongNodes),
    (String(repeating: "[", count: 9999), .notJSON(offset: 200)),
    (String(repeating: " ", count: 4 << 20) + "{}", .tooLong),
  ])
  func `what is no answer at all is refused`(text: String, fault: GraphvizFault) {
    #expect(throws: fault) { try layout(Array(text.utf8)) }
  }

  @Test(arguments: [
    // The size.
    ("0,0,161,190", "0,0,161", GraphvizFault.wrongSize), ("0,0,161,190", "0,0,nan,190", .wrongSize),
    ("0,0,161,190", "0,0,161,inf", .wrongSize), ("0,0,161,190", "0,0,161,1e9", .wrongSize),
    ("0,0,161,190", "0,0,161,0", .wrongSize), ("0,0,161,190", "0,0,-161,190", .wrongSize),
    ("0,0,161,190", "5,0,161,190", .wrongSize), ("0,0,161,190", "0,0,0xA1,190", .wrongSize),
    ("0,0,161,190", "0,0,161,190,", .wrongSize), ("\"0,0,161,190\"", "[0,0,161,190]", .wrongSize),
    // The nodes.
    ("60,95", "60", .wrongNodes), ("60,95", "60,95,0", .wrongNodes), ("60,95", "", .wrongNodes),
    ("60,95", "nan,95", .wrongNodes), ("60,95", "60,-95", .wrongNodes),
    ("60,95", "600,95", .wrongNodes), ("60,95", "60, 95", .wrongNodes),
    ("\"60,95\"", "60", .wrongNodes), ("\"60,95\"", "null", .wrongNodes),
    ("\"name\": \"0\"", "\"name\": \"1\"", .wrongNodes),
    ("\"name\": \"0\"", "\"name\": \"3\"", .wrongNodes),
    ("\"name\": \"0\"", "\"name\": \"-1\"", .wrongNodes),
    ("\"name\": \"0\"", "\"name\": \"A\"", .wrongNodes),
    ("\"_gvid\": 0", "\"_gvid\": 1", .wrongNodes),
    ("\"_gvid\": 0", "\"_gvid\": \"0\"", .wrongNodes), ("\"objects\"", "\"things\"", .wrongNodes),
    ("\"objects\": [", "\"objects\": [{},", .wrongNodes),
    (
      ",\n    {\"_gvid\": 2, \"name\": \"2\", \"height\": \"0.47222\", \"pos\": \"101,173\", \"width\": \"1.6667\"}",
      "", .wrongNodes
    ),
    // The lines.
    ("\"edges\"", "\"ties\"", .wrongLines), ("\"edges\": [", "\"edges\": [{},", .wrongLines),
    ("\"tail\": 0, \"head\": 1", "\"tail\": 1, \"head\": 0", .wrongLines),
    ("\"tail\": 0, \"head\": 1", "\"tail\": 0, \"head\": 2", .wrongLines),
    ("\"tail\": 0, \"head\": 1", "\"tail\": 0, \"head\": 9", .wrongLines),
    ("\"tail\": 0, \"head\": 1", "\"tail\": 0", .wrongLines),
    ("e,55.6,34.1", "s,55.6,34.1", .wrongLines), ("e,55.6,34.1 ", "", .wrongLines),
    ("e,55.6,34.1", "e,55.6", .wrongLines), ("e,55.6,34.1", "e,55.6,94.1", .wrongLines),
    ("55.6,77.9", "155.6,77.9", .wrongLines), ("54.7,67.5", "54.7,inf", .wrongLines),
    ("54.7,67.5", "54.7,99999", .wrongLines), ("54.7,67.5 ", "", .wrongLines),
    ("54.7,67.5 ", "54.7,67.5 54.7,67.5 ", .wrongLines),
    (
      "\"edges\": [",
      "\"edges\": [{\"tail\": 0, \"head\": 2, \"pos\": \"e,101,173 60,95 60,95 60,95 60,95\"},",
      .wrongLines
    ), ("54.7,67.5 ", "54.7,67.5  ", .wrongLines), (" 54.5,53.8 55.1,42.2", "", .wrongLines),
    ("55.1,42.2", "55.1,42.2;e,1,1 1,1 1,1 1,1 1,1", .wrongLines),
    (
      "54.7,67.5", String(repeating: "54.7,67.5 54.7,67.5 54.7,67.5 ", count: 400) + "54.7,67.5",
      .wrongLines
    ),
  ])
  func `an answer that was changed is refused`(part: String, other: String, fault: GraphvizFault) {
    #expect(Laid.answer.contains(part))
    #expect(throws: fault) { try layout(Laid.answer(part, as: other)) }
  }

  @Test func `one that ends too early is no JSON, and none is taken with a byte that is another`()
    throws
  {
    let whole = Array(Laid.answer.utf8)
    for length in 0..<whole.count {
      #expect(throws: GraphvizFault.self) { try layout(Array(whole[..<length])) }
    }
    var random = Random(seed: 1)
    for _ in 0..<2000 {
      var other = whole
      other[Int.random(in: 0..<other.count, using: &random)] = .random(in: 0...255, using: &random)
      // It may still be one, but never one that draws beside itself.
      guard let layout = try? layout(other) else { continue }
      #expect(layout.centers.count == 3 && layout.lines.count == 4)
      #expect(
        layout.lines.flatMap(\.points).allSatisfy { $0.x.magnitude < 9999 && $0.y.magnitude < 9999 }
      )
    }
  }
}
