import Diagnostics
import Markdown
import Values
import YAML

/// Looks up the pages, the register's entries and the addresses that fields name, when all pages
/// are known.
struct ReferenceStage {
  let kinds: KindTable
  let resolver: ReferenceResolver
  let links: LinkResolver
  let register: RegisterView?
  /// How fields in Markdown become HTML.
  let markdown: MarkdownOptions
  /// The paths of pages that somebody else changed.
  let untrusted: Set<String>
  let sources: any SourceTree
  /// For each page, whether it is a draft that is not published.
  let isHidden: (PageIndex) -> Bool

  private var uses: [ReferenceUse] = []
  private var diagnostics: [Diagnostic] = []
  /// Looking for near names costs a look at every page, so only so many findings get one.
  private var suggestions = 200

  init(
    kinds: KindTable, resolver: ReferenceResolver, links: LinkResolver, register: RegisterView?,
    markdown: MarkdownOptions, untrusted: Set<String>, sources: any SourceTree,
    isHidden: @escaping (PageIndex) -> Bool
  ) {
    self.kinds = kinds
    self.resolver = resolver
    self.links = links
    self.register = register
    self.markdown = markdown
    self.untrusted = untrusted
    self.sources = sources
    self.isHidden = isHidden
  }

  /// Fills in the pages that the fields of `pages` name, in the order of `order`.
  static func run(
    _ stage: ReferenceStage, _ pages: inout [Page], order: [PageIndex]
  ) throws(SourceError) -> Diagnosed<References> {
    var stage = stage
    for index in order where pages[index].head.fields != nil {
      try stage.resolve(index, &pages[index])
    }
    return Diagnosed(References(stage.uses), stage.diagnostics)
  }

  private mutating func resolve(_ index: PageIndex, _ page: inout Page) throws(SourceError) {
    guard var fields = page.head.fields else { return }
    var file: SourceFile?
    for (position, field) in kinds.all[fields.kind].fields.enumerated() {
      guard let value = fields.values[position], field.leadsElsewhere else { continue }
      let known: SourceFile
      if let file { known = file } else { known = try self.file(of: page) }
      file = known
      fields.values[position] = lookUp(value, field, on: index, known)
    }
    page.head.fields = fields
  }

  private func file(of page: Page) throws(SourceError) -> SourceFile {
    guard let entry = page.source else { return SourceFile(path: "", bytes: []) }
    return SourceFile(path: entry.path, bytes: try sources.read(entry))
  }

  private mutating func lookUp(
    _ value: FieldValue, _ field: Field, on page: PageIndex, _ file: SourceFile
  ) -> FieldValue {
    value.map(as: field) { value, field in
      var value = value
      let place = Place(file, value.range)
      switch (value.content, field.type) {
      case (.plain(.string(let id)), .entry): checkEntry(id, place)
      case (.plain(.string(let url)), .url) where url.hasPrefix("/"):
        checkAddress(url, on: page, place)
      case (.plain(.string(let text)), .markdown):
        value.content = .plain(.html(html(text, on: page, place)))
      case (.reference(let reference), .reference(let type)):
        value.content = .reference(lookUp(reference, type, field.name, on: page, place))
      case (.list(let items), .reference):
        value.content = .list(distinct(items, field.name, on: page, file))
      default: break
      }
      return value
    }
  }

  /// The HTML of a text in Markdown; a link that leads nowhere is a finding, and no link.
  private mutating func html(_ text: String, on page: PageIndex, _ place: Place) -> HTML {
    let options = untrusted.contains(place.file.path) ? markdown.untrusted : markdown
    let links = links
    var faults: [Diagnostic] = []
    let rendered = Markdown.render(Array(text.utf8), options: options) { link in
      let resolved = links.resolve(link.destination, on: page)
      guard let fault = resolved.fault else { return Destination(resolved.url) }
      faults.append(fault.diagnostic(at: place, near: nil))
      return Destination(nil)
    }
    diagnostics += faults
    return HTML(rendered.html)
  }

  private mutating func lookUp(
    _ reference: PageReference, _ type: ReferenceType, _ field: String, on page: PageIndex,
    _ place: Place
  ) -> PageReference {
    guard !type.words.contains(reference.written) else { return reference }
    var reference = reference
    reference.target = .nowhere
    switch resolver.resolve(reference.written, as: type) {
    case .page(let target):
      reference.target = .page(target)
      uses.append(
        ReferenceUse(
          source: page, target: target, field: field, type: type,
          written: Located(value: reference.written, range: place.range)))
      if isHidden(target), !isHidden(page) {
        diagnostics.append(
          LinkFault(.toDraft, subject: resolver.id(of: target)).diagnostic(at: place, near: nil))
      }
    case .nothing: reportBroken(reference.written, type, place)
    case .several(let pages):
      let ids = pages.map { "'/\(resolver.path(of: $0))/'" }
      report(
        place, "'\(reference.written)' may be \(ids.joined(separator: " or "))",
        "write the whole address of the one that is meant")
    case .otherKind(let other):
      report(
        place, "'\(reference.written)' is no \(type.kindNames)",
        resolver.kind(of: other).map { "it is a page of the kind '\($0)'" }
          ?? "it is a page of no kind")
    }
    return reference
  }

  /// The pages that a field names, each once, and of related ones none that is the page itself.
  private mutating func distinct(
    _ items: [FieldValue], _ field: String, on page: PageIndex, _ file: SourceFile
  ) -> [FieldValue] {
    var names: [PageIndex: String] = [:]
    return items.filter { item in
      guard case .reference(let reference) = item.content, let target = reference.page else {
        return true
      }
      let place = Place(file, item.range)
      if target == page, field == "related" {
        refuse(
          place, "'\(reference.written)' is this page itself", "name one beside it, or remove it")
        return false
      }
      if let first = names[target] {
        refuse(place, "'\(reference.written)' is the same page as '\(first)'", "remove one of them")
        return false
      }
      names[target] = reference.written
      return true
    }
  }

  private mutating func reportBroken(_ written: String, _ type: ReferenceType, _ place: Place) {
    var near: String?
    if suggestions > 0 {
      suggestions -= 1
      near = nearest(to: written, among: resolver.ids(for: type) + type.words)
    }
    diagnostics.append(
      Diagnostic(
        "broken-reference", .error, at: place, "there is no \(type.kindNames) '\(written)'",
        help: near.map { "did you mean '\($0)'?" } ?? "name a page by the last part of its address",
        fix: Fix(ofValueAt: place, to: near)))
  }

  private mutating func checkEntry(_ id: String, _ place: Place) {
    guard register?.url(of: id) == nil else { return }
    let near = register.flatMap { nearest(to: id, among: $0.ids) }
    diagnostics.append(LinkFault(.noEntry, subject: id).diagnostic(at: place, near: near))
  }

  private mutating func checkAddress(_ url: String, on page: PageIndex, _ place: Place) {
    guard let fault = links.resolve(url, on: page).fault else { return }
    diagnostics.append(fault.diagnostic(at: place, near: nil))
  }

  private mutating func report(_ place: Place, _ message: String, _ help: String) {
    diagnostics.append(Diagnostic("broken-reference", .error, at: place, message, help: help))
  }

  private mutating func refuse(_ place: Place, _ message: String, _ help: String) {
    diagnostics.append(Diagnostic("invalid-field", .error, at: place, message, help: help))
  }
}

extension Field {
  /// Whether its values name what stands elsewhere, or may link to it.
  fileprivate var leadsElsewhere: Bool {
    switch type {
    case .reference, .url, .entry, .markdown: true
    case .list(let item): item.leadsElsewhere
    case .table(let columns): columns.contains(where: \.leadsElsewhere)
    case .text, .number, .wholeNumber, .date, .boolean, .choice: false
    }
  }
}
