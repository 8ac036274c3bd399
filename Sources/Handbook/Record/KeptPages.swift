import Diagnostics
import Digest

/// What a build leaves of its pages for the next one, so that pages that come out the same need not be made.
///
/// It goes with the output of that build and says nothing without it.
package struct KeptPages: Sendable {
  let world: PageWorld
  private let all: [UInt8]
  /// Where each page stands in `all`, in their order; empty where nothing is kept of it.
  private let ranges: [Range<Int>]

  private static let header = "handbook pages 1\n"

  /// Writes the pages of a site, as `KeptPage.bytes` made them.
  static func bytes(_ world: PageWorld, _ pages: [[UInt8]]) -> [UInt8] {
    var writer = RecordWriter()
    writer.add(header)
    writer.add(world.digest)
    writer.add(world.bodies)
    writer.add(pages) { $0.add(bytes: $1) }
    return writer.bytes
  }

  /// Reads what `bytes` made; `nil` for anything else.
  package init?(_ bytes: [UInt8]) {
    var reader = RecordReader(bytes)
    do throws(RecordReader.Unreadable) {
      guard try reader.text() == Self.header else { return nil }
      world = PageWorld(kept: try reader.digest(), bodies: try reader.digest())
      ranges = try reader.list { (reader) throws(RecordReader.Unreadable) in try reader.range() }
    } catch {
      return nil
    }
    all = bytes
  }

  /// A page, where it is kept and its source is the one it was made of.
  func page(
    _ index: PageIndex, of source: SHA256?, at path: String?, file: (String) -> SourceFile?
  ) -> PageKeeping.Taken? {
    guard ranges.indices.contains(index), !ranges[index].isEmpty else { return nil }
    let bytes = Array(all[ranges[index]])
    guard let page = try? KeptPage(bytes, of: source, at: path, pageCount: ranges.count, file: file)
    else {
      return nil
    }
    return PageKeeping.Taken(page: page, bytes: bytes)
  }
}
