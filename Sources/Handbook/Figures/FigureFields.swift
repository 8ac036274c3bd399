import Diagnostics
import Values
import YAML

// Whether pages can tell what a figure asks of them.
extension FigureReader {
  /// Reports a field that none of the pages has, nor their kind (any kind, where `kind` is `nil`), where another is
  /// written nearly like it.
  mutating func refuseUnknownField(
    _ field: String, _ node: Node?, of pages: some Sequence<Page>, _ kind: Kind?
  ) {
    let kinds = kind.map { [$0] } ?? site.kinds.all
    let known = kinds.flatMap { $0.fields.map(\.name) } + HeadReader.keys.names
    guard let node, !known.contains(field), !pages.contains(where: { $0.head.data[field] != nil }),
      let near = nearest(to: field, among: known + pages.flatMap(\.head.data.keys))
    else { return }
    let owner = kind.map { "no \($0.name)" } ?? "no page"
    decoder.wrongType(node, "\(owner) has a field '\(field)'", help: "did you mean '\(near)'?")
  }

  /// Reports values of a scale that its field cannot have, where the kind says which it can.
  mutating func refuseUnknownValues(_ scale: Scale, _ node: Node?, of kind: Kind?) {
    guard let kind, let position = kind.field(scale.field),
      case .choice(let choice) = kind.fields[position].type,
      let nodes = node.map({ decoder.nodes($0) }), nodes.count == scale.values.count
    else { return }
    let known = choice.values
    for (item, node) in zip(scale.values, nodes)
    where !known.contains(where: { $0.lowercased() == item.value.lowercased() }) {
      decoder.wrongType(
        node, "no \(kind.name) can have '\(item.value)' as its '\(scale.field)'",
        help: nearest(to: item.value, among: known).map { "did you mean '\($0)'?" }
          ?? "write one of \(known.joined(separator: ", "))")
    }
  }
}
