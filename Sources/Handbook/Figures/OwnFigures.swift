import Figures
import YAML

// Figures whose parts are written in `figures` themselves.
extension FigureReader {
  mutating func layers(_ figure: Mapping) -> [Layers.Layer] {
    items(figure, "layers", extra: FigureForm.layerKeys).map { layer, keys in
      Layers.Layer(
        layer.item, parts: keys.map { parts($0) } ?? [],
        down: keys.flatMap { text($0, "down") }, up: keys.flatMap { text($0, "up") })
    }
  }

  private mutating func parts(_ layer: Mapping) -> [Item] {
    items(layer, "parts").map(\.0.item)
  }

  mutating func flows(_ figure: Mapping, _ head: [String]) -> Flows? {
    guard let from = figure["from"], let to = figure["to"],
      let first = item(from, as: "from"), let second = item(to, as: "to")
    else { return nil }
    return Flows(
      from: first.item, to: second.item, forward: items(figure, "forward").map(\.0.item),
      back: items(figure, "back").map(\.0.item), head: (head[0], head[1], head[2]))
  }

  mutating func steps(_ figure: Mapping, _ head: [String]) -> Steps {
    let steps = items(figure, "steps", extra: FigureForm.stepKeys).map { step, keys in
      Steps.Step(step.item, gate: keys?["gate"].flatMap { item($0, as: "gate") }?.item)
    }
    var outcomes = Steps.Outcomes(forward: nil, again: nil, stop: nil)
    if let node = figure["outcomes"], let words = decoder.mapping(node, as: "outcomes") {
      decoder.refuseUnknownKeys(of: words, known: FigureForm.outcomeKeys.names, owner: "'outcomes'")
      outcomes = Steps.Outcomes(
        forward: text(words, "go"), again: text(words, "repeat"), stop: text(words, "stop"))
    }
    return Steps(steps, outcomes: outcomes, head: (head[0], head[1], head[2]))
  }

  mutating func ladder(_ figure: Mapping, _ head: [String]) -> Ladder {
    let rungs = items(figure, "levels", extra: FigureForm.rungKeys).map { level, keys in
      Ladder.Rung(level.item, points: keys.map { points($0) } ?? [])
    }
    return Ladder(rungs, head: (head[0], head[1]))
  }

  private mutating func points(_ level: Mapping) -> [String] {
    guard let node = level["points"] else { return [] }
    return decoder.nodes(node).compactMap { text($0, as: "points") }
  }
}
