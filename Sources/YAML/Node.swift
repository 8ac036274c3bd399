package import Diagnostics

/// A part of a YAML text: a scalar, a sequence or a mapping, and where it stands.
package struct Node: Sendable {
  /// What a node is.
  package enum Content: Sendable {
    /// Text.
    case scalar(Scalar)
    /// Nodes in order.
    case sequence([Node])
    /// Values by key.
    case mapping(Mapping)
  }

  /// What the node is.
  package let content: Content
  /// The smallest part of the file that holds it; empty where the value of a key is left out.
  package let range: SourceRange

  /// Creates a node.
  package init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// The scalar, when the node is one.
  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The mapping, when the node is one.
  package var mapping: Mapping? {
    if case .mapping(let mapping) = content { mapping } else { nil }
  }

  /// Whether the node says that there is no value: nothing, `~` or `null`, unquoted.
  package var isNull: Bool { scalar?.isNull ?? false }
}

/// A text of YAML and how it was written.
package struct Scalar: Sendable, Hashable {
  /// How a text was written, which says whether it may be read as a number, date or truth value.
  package enum Style: Sendable, Hashable {
    /// As it stands.
    case plain
    /// Between quotes.
    case quoted
    /// Behind `|` or `>`.
    case block
  }

  /// The text: what was written, without quotes and with escapes resolved.
  package let text: String
  /// How it was written.
  package let style: Style

  /// Creates a scalar.
  package init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
  }

  /// Whether this says that there is no value: nothing, `~` or `null`, unquoted.
  package var isNull: Bool {
    style == .plain && (text.isEmpty || text == "~" || text == "null")
  }
}

/// Values by key, in the order they were written; a key occurs once.
package struct Mapping: Sendable {
  /// The pairs in order.
  package let pairs: [Pair]
  /// From the first key to the end of the last value.
  package let range: SourceRange

  /// Creates a mapping; `pairs` hold each key once.
  package init(_ pairs: [Pair], at range: SourceRange) {
    self.pairs = pairs
    self.range = range
  }

  /// The value of `key`.
  ///
  /// - Complexity: O(*pairs*).
  package subscript(key: String) -> Node? {
    pairs.first { $0.key == key }?.value
  }
}

/// A key of a mapping and its value.
package struct Pair: Sendable {
  /// The key.
  package let key: String
  /// Where the key stands.
  package let keyRange: SourceRange
  /// The value.
  package let value: Node

  /// Creates a pair.
  package init(_ key: String, at keyRange: SourceRange, _ value: Node) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}

extension Node {
  /// The ranges of scalars over several lines, in order: nothing in them is a comment.
  ///
  /// `file` is where the node is from. O(*bytes*).
  package func multilineScalars(in file: SourceFile) -> [SourceRange] {
    switch content {
    case .scalar: file.bytes[range].contains(where: \.isLineEnd) ? [range] : []
    case .sequence(let items): items.flatMap { $0.multilineScalars(in: file) }
    case .mapping(let mapping): mapping.pairs.flatMap { $0.value.multilineScalars(in: file) }
    }
  }
}
