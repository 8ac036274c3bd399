/// The names that a template reads, and for each the keys that are asked of it.
struct NameReads: Sendable {
  /// A name and the first key behind it, where that is written in the template.
  struct Read: Sendable {
    var root: String
    /// `nil` where the value is used as a whole, or a key is known only when rendering.
    var key: String?
  }

  /// All reads, in order, with repetitions.
  private(set) var all: [Read] = []
  /// Whether names are read that are known only when rendering.
  var isOpen = false

  /// Notes a path.
  mutating func note(_ path: Path) {
    guard path.dynamicName == nil else {
      isOpen = true
      return
    }
    all.append(Read(root: path.name, key: path.keys.first?.name))
  }

  /// Whether `root`, and if it is given `key` of it, may be read.
  func mayRead(_ root: String, _ key: String?) -> Bool {
    isOpen
      || all.contains { read in
        read.root == root && (key == nil || read.key == nil || read.key == key)
      }
  }
}
