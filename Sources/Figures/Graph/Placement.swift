/// Where the places of a layering stand from left to right.
struct Placement: Sendable {
  private var centers: [Layering.Place: Double] = [:]
  /// The width of all.
  let width: Double
  /// The width of a node.
  let nodeWidth: Double

  /// The middle of a place, from the left edge of the drawing.
  func center(_ place: Layering.Place) -> Double { (centers[place] ?? 0) + 1 }

  /// Places everything within `width`, or as much more as the fullest layer needs.
  ///
  /// Each layer in turn is moved as near as it can be to the middle of what it is linked to, in its
  /// order and with `gap` between neighbours.
  init(_ layering: Layering, nodeWidth: Double, bendWidth: Double, gap: Double, width: Double) {
    func size(_ place: Layering.Place) -> Double {
      if case .node = place { nodeWidth } else { bendWidth }
    }
    func needed(_ layer: [Layering.Place]) -> Double {
      layer.reduce(0) { $0 + size($1) } + gap * Double(max(0, layer.count - 1))
    }
    self.nodeWidth = nodeWidth
    self.width = max(width, layering.layers.map(needed).max() ?? 0)
    for layer in layering.layers {
      var x = (self.width - needed(layer)) / 2
      for place in layer {
        centers[place] = x + size(place) / 2
        x += size(place) + gap
      }
    }
    let above = Dictionary(grouping: layering.links, by: \.to).mapValues { $0.map(\.from) }
    let below = Dictionary(grouping: layering.links, by: \.from).mapValues { $0.map(\.to) }
    for round in 0..<16 {
      let layers = round % 2 == 0 ? layering.layers : layering.layers.reversed()
      for layer in layers {
        let wanted = layer.map { place -> Double in
          let near = (round % 2 == 0 ? above : below)[place] ?? []
          let far = (round % 2 == 0 ? below : above)[place] ?? []
          let found = (near.isEmpty ? far : near).compactMap { centers[$0] }
          guard !found.isEmpty else { return centers[place] ?? 0 }
          return found.reduce(0, +) / Double(found.count)
        }
        let placed = Self.place(wanted, layer.map(size), gap: gap, within: self.width)
        for (place, center) in zip(layer, placed) { centers[place] = center }
      }
    }
    // What followed its neighbours to one side stands in the middle as a whole.
    let left = centers.map { $1 - size($0) / 2 }.min() ?? 0
    let right = centers.map { $1 + size($0) / 2 }.max() ?? self.width
    let shift = (self.width - right - left) / 2
    centers = centers.mapValues { $0 + shift }
  }

  /// The middles nearest to those wanted, in the same order, side by side with `gap` between.
  ///
  /// The least sum of squares: what collides moves together to its common mean.
  static func place(
    _ wanted: [Double], _ sizes: [Double], gap: Double, within width: Double
  ) -> [Double] {
    var offsets: [Double] = []
    for index in sizes.indices {
      offsets.append(
        index == 0
          ? sizes[0] / 2 : offsets[index - 1] + (sizes[index - 1] + sizes[index]) / 2 + gap)
    }
    // Without their offsets the middles need only rise; neighbours that fall are pooled.
    var pools: [(mean: Double, count: Int)] = []
    for (middle, offset) in zip(wanted, offsets) {
      pools.append((middle - offset, 1))
      while pools.count > 1, pools[pools.count - 2].mean > pools[pools.count - 1].mean {
        let last = pools.removeLast()
        let before = pools.removeLast()
        let count = before.count + last.count
        pools.append(
          (
            (before.mean * Double(before.count) + last.mean * Double(last.count)) / Double(count),
            count
          ))
      }
    }
    let room = width - ((offsets.last ?? 0) + (sizes.last ?? 0) / 2)
    return zip(pools.flatMap { Array(repeating: $0.mean, count: $0.count) }, offsets)
      .map { min(max($0, 0), max(0, room)) + $1 }
  }
}
