extension Layering {
  /// Orders each layer so that few links cross: by the middle of what each place is linked to, from
  /// the top down and from the bottom up, as long as it helps.
  ///
  /// Begun from several orders, of which the best result stays; the same graph gives the same order.
  mutating func order() {
    let above = Dictionary(grouping: links, by: \.to).mapValues { $0.map(\.from) }
    let below = Dictionary(grouping: links, by: \.from).mapValues { $0.map(\.to) }
    let given = layers
    let starts = [given, given.map { $0.reversed() }, given.map(Self.shuffled)]
    var best = (layers: given, crossings: crossings)
    for start in starts where best.crossings > 0 {
      layers = start
      for round in 0..<16 {
        sweep(isDown: round % 2 == 0, above, below)
        let count = crossings
        if count < best.crossings { best = (layers, count) }
      }
    }
    layers = best.layers
  }

  /// Every second place first, then the others.
  private static func shuffled(_ layer: [Place]) -> [Place] {
    layer.enumerated().sorted { ($0.offset % 2, $0.offset) < ($1.offset % 2, $1.offset) }
      .map(\.element)
  }

  private mutating func sweep(isDown: Bool, _ above: [Place: [Place]], _ below: [Place: [Place]]) {
    let order = isDown ? Array(layers.indices) : layers.indices.reversed()
    for layer in order {
      let neighbour = isDown ? layer - 1 : layer + 1
      guard layers.indices.contains(neighbour) else { continue }
      sort(layer, by: layers[neighbour], isDown ? above : below)
    }
    for layer in order { swapNeighbours(in: layer, above, below) }
  }

  private mutating func sort(_ layer: Int, by fixed: [Place], _ linked: [Place: [Place]]) {
    let positions = Self.positions(fixed)
    let middles = layers[layer].enumerated().map { index, place -> (Double, Int) in
      let found = (linked[place] ?? []).compactMap { positions[$0] }
      let middle = found.reduce(0) { $0 + Double($1) } / Double(max(1, found.count))
      // What is linked to nothing there stays about where it is.
      let share = Double(index) / Double(max(1, layers[layer].count)) * Double(fixed.count)
      return (found.isEmpty ? share : middle, index)
    }
    layers[layer] = middles.sorted { $0 < $1 }.map { layers[layer][$0.1] }
  }

  /// Swaps neighbours in a layer where that leaves fewer crossings with the layers beside it.
  private mutating func swapNeighbours(
    in layer: Int, _ above: [Place: [Place]], _ below: [Place: [Place]]
  ) {
    let upper = layer > 0 ? Self.positions(layers[layer - 1]) : [:]
    let lower = layer + 1 < layers.count ? Self.positions(layers[layer + 1]) : [:]
    let ends = layers[layer].map { place in
      [
        (above[place] ?? []).compactMap { upper[$0] },
        (below[place] ?? []).compactMap { lower[$0] },
      ]
    }
    /// How many links of one place cross those of another at its right.
    func crossings(_ left: Int, _ right: Int) -> Int {
      zip(ends[left], ends[right]).reduce(0) { sum, sides in
        sum + sides.0.reduce(0) { sum, end in sum + sides.1.count { $0 < end } }
      }
    }
    var order = Array(layers[layer].indices)
    for _ in 0..<4 {
      var isBetter = false
      for index in order.indices.dropFirst() {
        let (left, right) = (order[index - 1], order[index])
        if crossings(right, left) < crossings(left, right) {
          order.swapAt(index - 1, index)
          isBetter = true
        }
      }
      if !isBetter { break }
    }
    layers[layer] = order.map { layers[layer][$0] }
  }

  /// How many pairs of links cross.
  var crossings: Int { layers.indices.dropLast().reduce(0) { $0 + crossings(below: $1) } }

  /// Crossings between a layer and the next: links sorted by their upper ends cross where their lower
  /// ends are out of order.
  private func crossings(below layer: Int) -> Int {
    let upper = Self.positions(layers[layer])
    let lower = Self.positions(layers[layer + 1])
    let ends = linksByLayer[layer].compactMap { link in
      upper[link.from].flatMap { start in lower[link.to].map { (start, $0) } }
    }.sorted { $0 < $1 }.map(\.1)
    var sorted: [Int] = []
    return ends.reduce(0) { count, end in
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] <= end { low = middle + 1 } else { high = middle }
      }
      sorted.insert(end, at: low)
      return count + sorted.count - 1 - low
    }
  }

  private static func positions(_ layer: [Place]) -> [Place: Int] {
    Dictionary(uniqueKeysWithValues: layer.enumerated().map { ($1, $0) })
  }
}
