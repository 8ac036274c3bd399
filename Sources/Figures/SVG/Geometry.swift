/// A point of a drawing, in CSS pixels from its top left corner.
struct Point: Sendable, Hashable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A rectangle of a drawing, in CSS pixels.
struct Box: Sendable, Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  var centerX: Double { x + width / 2 }
  var centerY: Double { y + height / 2 }
  var maxX: Double { x + width }
  var maxY: Double { y + height }

  /// Whether a point lies in it or on its edge.
  func holds(_ point: Point) -> Bool {
    (x...max(x, maxX)).contains(point.x) && (y...max(y, maxY)).contains(point.y)
  }

  /// The rectangle without a margin on each side.
  func inset(_ margin: Double) -> Box {
    Box(x + margin, y + margin, width - 2 * margin, height - 2 * margin)
  }
}
