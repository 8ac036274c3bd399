import Testing
import Values

@testable import Figures

/// One picture of each kind, with labels that `label` gives.
func samples(_ label: () -> String) throws -> [any Picture] {
  func item() -> Item { Item(label(), url: "/a/?b=\(label())", note: label()) }
  let days = ["2024-02-29", "2025-01-01", "2027-12-31"].compactMap { PlainDate($0) }
  let network = Network(
    (0..<6).map { _ in item() },
    relations: [
      .init(label(), reverse: label(), isDashed: false),
      .init(label(), reverse: label(), isDashed: true),
    ],
    ties: [(0, 1, 0), (1, 2, 0), (2, 0, 1), (3, 1, 1), (0, 4, 0)].map {
      .init(from: $0.0, to: $0.1, relation: $0.2)
    }, head: label())
  let graph = try #require(GraphvizNetwork(network))
  return [
    Layers(
      [
        .init(item(), parts: [item(), item()], down: label(), up: label()),
        .init(item(), parts: [], down: nil, up: nil),
      ], head: [label(), label(), label(), label(), label()]),
    Flows(
      from: item(), to: item(), forward: [item(), item()], back: [item()],
      head: (label(), label(), label())),
    Steps(
      [.init(item(), gate: item()), .init(item(), gate: nil), .init(item(), gate: item())],
      outcomes: .init(forward: label(), again: label(), stop: label()),
      head: (label(), label(), label())),
    Ladder(
      [.init(item(), points: [label(), label()]), .init(item(), points: [])],
      head: (label(), label())),
    Board([.init(item(), [item(), item(), item()]), .init(item(), [])], head: (label(), label())),
    Grid(
      rows: [item(), item()], columns: [item(), item(), item()],
      cells: [[[item()], [], [item(), item()]], [[], [], [item()]]], corner: label()),
    HeatMap(
      rows: [item()], columns: [item(), item()],
      cells: [[.init(label(), words: label(), strength: 9), .init("", words: "", strength: 0)]],
      corner: label(), key: [.init("F", words: label(), strength: 1)]),
    Timeline(
      [
        .init(
          item(),
          [.init(days[0], days[1], label(), .past), .init(days[1], days[2], label(), .broken)])
      ], day: days[1], dayWords: label(), key: [.past: label(), .broken: label()],
      head: (label(), label())),
    network,
    try graph.picture(laidOutBy: FakeDot.answer(to: graph.text)),
    Neighbours(of: 1, in: network),
  ]
}
