import Diagnostics
import Liquid
import Values

/// A page laid out: the layouts round its body rendered one in the other, innermost first.
///
/// Its buffers serve one page after the other.
struct LayoutRendering {
  /// What one layout printed.
  private struct Level {
    var bytes: [UInt8] = []
    /// Where the content, or the layout within this one, stands in the bytes.
    var content = 0..<0
    var map = SegmentMap()

    mutating func render(_ template: Template, _ scope: Scope, keepsPlaces: Bool) -> Rendering {
      bytes.removeAll(keepingCapacity: true)
      guard keepsPlaces else { return template.render(scope, into: &bytes) }
      map = SegmentMap()
      return template.render(scope, into: &bytes, mapping: &map)
    }
  }

  private var levels: [Level] = []

  /// The page as the outermost layout printed it.
  var bytes: [UInt8] { levels.last?.bytes ?? [] }

  /// Puts the page into `output` without a copy, and keeps what was in it as memory for the next.
  mutating func hand(over output: inout [UInt8]) {
    guard let last = levels.indices.last else { return output.removeAll(keepingCapacity: true) }
    swap(&levels[last].bytes, &output)
  }

  /// Where the body stands in the page; empty when no layout prints it as it is.
  var body: Range<Int> {
    var body = levels.first?.content ?? 0..<0
    for level in levels.dropFirst() {
      guard !body.isEmpty, !level.content.isEmpty else { return 0..<0 }
      let start = level.content.lowerBound + body.lowerBound
      body = start..<(start + body.count)
    }
    return body
  }

  /// Renders `layouts`, innermost first; `keepsPlaces` tells where each byte was written.
  mutating func render(_ layouts: [Layout], _ scope: Scope, keepsPlaces: Bool) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var scope = scope
    while levels.count < layouts.count { levels.append(Level()) }
    levels.removeLast(levels.count - layouts.count)
    for (index, layout) in layouts.enumerated() {
      if index > 0 { scope.content = HTML(levels[index - 1].bytes, isBody: true) }
      let rendered = levels[index].render(layout.template, scope, keepsPlaces: keepsPlaces)
      levels[index].content = rendered.bodies.first ?? 0..<0
      diagnostics += rendered.diagnostics
    }
    return diagnostics
  }

  /// Where a part of the page was written, or `nil` when that is in the body.
  func place(of range: Range<Int>) -> Place? {
    var range = range
    for level in levels.reversed() {
      guard level.content.contains(range.lowerBound) else { return level.map.place(of: range) }
      let start = level.content.lowerBound
      range = (range.lowerBound - start)..<(range.upperBound - start)
    }
    return nil
  }
}
