/// How much YAML is read before it is refused with `limit-exceeded`.
package struct YAMLLimits: Sendable {
  /// The most bytes of a text.
  package let bytes: Int
  /// The most collections inside each other.
  package let depth: Int
  /// The most scalars and collections; `nil` for as many as the bytes hold.
  package let nodes: Int?

  /// Creates limits.
  package init(bytes: Int, depth: Int, nodes: Int?) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
  }

  /// Of a page's front matter: 64 KiB.
  package static let frontMatter = YAMLLimits(bytes: 64 << 10, depth: 16, nodes: 100_000)
  /// Of `site.yml` and data files: 8 MiB.
  package static let dataFile = YAMLLimits(bytes: 8 << 20, depth: 16, nodes: 100_000)
  /// Of the register's file, which is read entry by entry: 64 MiB.
  package static let register = YAMLLimits(bytes: 64 << 20, depth: 16, nodes: nil)
}
