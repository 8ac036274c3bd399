import CCMark
import Diagnostics

// Images in whose place a block stands: a paragraph cannot hold one.
extension Renderer {
  /// Whether a block may stand in place of an image; takes back the paragraph's tag round it.
  ///
  /// It may where the image is all of its paragraph, and in tight list items and table cells. Where
  /// it may not, that is remarked.
  mutating func makeRoom(forBlockAt image: Node, _ link: Link) -> Bool {
    guard let parent = image.pointee.parent, openLinks == 0 else {
      remarkMisplaced(link)
      return false
    }
    let isAlone = image.pointee.prev == nil && image.pointee.next == nil
    switch parent.kind {
    case .paragraph where isTaskText(parent): break
    case .paragraph where isTight(parent), .tableCell: return true
    case .paragraph where isAlone:
      html.truncate(to: html.count - "<p>".utf8.count)
      isParagraphReplaced = true
      return true
    default: break
    }
    remarkMisplaced(link)
    return false
  }

  private mutating func remarkMisplaced(_ link: Link) {
    remark(
      "misplaced-figure", at: link.range, "there is no room for a picture among words",
      help: "put it on a line of its own, with an empty line before and after it")
  }
}
