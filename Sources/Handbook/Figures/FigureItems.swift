import Diagnostics
import Figures
import YAML

/// A thing in a figure, and the value of a field that stands for it.
struct FigureItem {
  var item: Item
  /// What pages write to say that they belong here.
  var value: String
}

extension FigureReader {
  /// The things of a list: each a path of the site, a label, or `{page, label, note, value}`.
  mutating func items(_ mapping: Mapping, _ key: String, extra: [KeyForm] = []) -> [(
    FigureItem, Mapping?
  )] {
    guard let node = mapping[key], let nodes = decoder.list(node, as: key) else { return [] }
    return nodes.compactMap { node in
      item(node, as: key, extra: extra).map { ($0, node.mapping) }
    }
  }

  /// One thing; `extra` are the keys that it may have beside its own.
  mutating func item(_ node: Node, as key: String, extra: [KeyForm] = []) -> FigureItem? {
    guard let mapping = node.mapping else {
      guard let written = text(node, as: key), !written.isEmpty else { return nil }
      guard written.hasPrefix("/") else { return FigureItem(item: Item(written), value: written) }
      return item(at: written, node.range, label: nil, note: nil, value: nil)
    }
    decoder.refuseUnknownKeys(
      of: mapping, known: (FigureForm.itemKeys + extra).names, owner: "a thing in a figure")
    let label = text(mapping, "label")
    let note = text(mapping, "note")
    let value = mapping["value"].flatMap { decoder.text($0, as: "value") }
    if let page = mapping["page"], let path = decoder.text(page, as: "page") {
      return item(at: path, page.range, label: label, note: note, value: value)
    }
    guard let label = label ?? value else {
      decoder.reportMissing("label", of: "this thing in a figure", at: node.range)
      return nil
    }
    return FigureItem(item: Item(label, note: note), value: value ?? label)
  }

  /// A thing that has a page, which gives it its name where no label does.
  private mutating func item(
    at path: String, _ range: SourceRange, label: String?, note: String?, value: String?
  ) -> FigureItem? {
    let resolved = site.links.resolve(rooted: path)
    links.append(Located(value: path, range: range))
    if let fault = resolved.fault {
      let near = nearest(to: fault.subject, among: site.pages.map(\.url))
      decoder.report(fault.diagnostic(at: Place(decoder.file, range), near: near))
    }
    var title = path
    if case .page(let page, let fragment) = resolved.destination {
      title = site.pages[page].navigationTitle
      targets.append(page)
      if !fragment.isEmpty {
        fragments.append(
          FragmentLink(target: page, fragment: fragment, file: decoder.file.path, range: range))
      }
    }
    return FigureItem(
      item: Item(label ?? title, url: resolved.fault == nil ? resolved.url : nil, note: note),
      value: value ?? FigurePages.key(path))
  }
}
