import Values

/// A page in templates, and an item of a collection.
struct PageValue: ValueObject {
  let site: Site
  let index: PageIndex

  // Each member is read from where it is kept: a page is too large to be copied for one of them.

  static let names = [
    "title", "subtitle", "nav_title", "url", "permalink", "description", "tags", "date", "updated",
    "kind", "owner", "order", "status", "reviewed", "review_in", "review_due", "source", "section",
    "previous",
    "next", "breadcrumbs", "children", "data", "draft", "noindex", "edit_url", "related",
    "changes", "feed", "adaptation",
  ]

  var memberNames: [String] { Self.names + fieldNames }
  var text: String { site.pages[index].title }
  var identity: String { site.pages[index].url }

  func help(for key: String) -> String? {
    if site.pages[index].head.data[key] != nil {
      return "the keys of a page's own front matter stand below 'data': 'data.\(key)'"
    }
    return LaidOutPage.ownNames.contains(key) ? Self.layoutsOnly(key) : nil
  }

  /// Keys that any page may have, and fields, print nothing where they are left out.
  func allows(_ key: String, in member: String) -> Bool {
    member == "data"
      && (HeadReader.knownKeys.contains(key) || site.kinds.memberNames.contains(key))
  }

  /// Why what layouts know of a page is nowhere else.
  static func layoutsOnly(_ key: String) -> String {
    "only layouts know '\(key)', as it is made of the page's body"
  }

  func member(_ key: String) -> Value? {
    switch key {
    case "title": .string(site.pages[index].title)
    case "url": .string(site.pages[index].url)
    case "nav_title": .string(site.pages[index].navigationTitle)
    case "subtitle": text(site.pages[index].head.subtitle)
    case "description": text(site.pages[index].head.description)
    case "permalink":
      site.settings.url.map { .string($0.absolute(site.pages[index].url)) } ?? Value.none
    case "tags": .array(site.pages[index].head.tags.map { .string($0) })
    case "date": site.pages[index].head.date.map { .date($0) } ?? Value.none
    case "updated": site.pages[index].head.updated.map { .date($0) } ?? Value.none
    case "kind": text(site.kind(of: index)?.name ?? site.pages[index].head.kind)
    case "owner": text(site.pages[index].head.owner)
    case "order": site.pages[index].head.order.map(number) ?? Value.none
    case "status": text(site.pages[index].head.status?.rawValue)
    case "reviewed": site.pages[index].head.reviewed.map { .date($0.value) } ?? Value.none
    case "review_in": text(site.pages[index].head.reviewPeriod?.text)
    case "review_due": site.pages[index].head.reviewDue.map { .date($0) } ?? Value.none
    case "source": text(site.pages[index].source?.path)
    case "draft": .bool(site.pages[index].isDraft)
    case "noindex": .bool(site.pages[index].head.isHiddenFromSearch)
    case "data": .map(site.pages[index].head.data)
    default: relation(key)
    }
  }

  /// The members that lead to other pages.
  private func relation(_ key: String) -> Value? {
    switch key {
    case "section":
      site.navigation.sectionOfPage[index].map { .object(SectionValue(site: site, entry: $0)) }
        ?? Value.none
    case "previous": value(site.navigation.previous[index])
    case "next": value(site.navigation.next[index])
    case "breadcrumbs": list(site.tree.ancestors(of: index))
    case "children": list(site.tree.children(of: index))
    case "related":
      field(key)
        ?? list(site.pages[index].head.related.compactMap { site.links.page(named: $0.value) })
    case "edit_url": editURL
    case "changes": .array(site.pages[index].head.changes.map(value))
    case "adaptation": site.adaptationValue(of: index) ?? Value.none
    case "feed": text(site.feeds.path(for: site.pages[index]))
    default: field(key) ?? (site.kinds.memberNames.contains(key) ? Value.none : nil)
    }
  }

  /// What the page tells in a field of its kind, and the pages that know it under a name.
  ///
  /// `nil` where its kind has neither.
  func field(_ key: String) -> Value? {
    guard let fields = site.pages[index].head.fields else { return nil }
    let kind = site.kinds.all[fields.kind]
    if let position = kind.field(key) {
      let field = kind.fields[position]
      return fields.values[position]?.value(of: field.type, page: reference) ?? field.emptyValue
    }
    guard site.kinds.inverses(of: fields.kind).contains(key) else { return nil }
    return list(site.references.inverse(key, of: index))
  }

  private var fieldNames: [String] {
    guard let fields = site.pages[index].head.fields else { return [] }
    return site.kinds.all[fields.kind].fields.map(\.name) + site.kinds.inverses(of: fields.kind)
  }

  /// The page, where readers can follow; or the word that stands in place of one, also where it names
  /// no page.
  private func reference(_ reference: PageReference) -> Value {
    switch reference.target {
    case .word: .string(reference.written)
    case .page(let target): site.isPublished(target) ? site.value(of: target) : Value.none
    case .nowhere: .object(DeadReference(written: reference.written))
    }
  }

  private var editURL: Value {
    guard let pattern = site.settings.edit, let source = site.pages[index].source else {
      return Value.none
    }
    return .string(pattern.replacing("{path}", with: source.path))
  }

  /// Those of `pages` that readers can follow.
  private func list(_ pages: [PageIndex]) -> Value {
    .array(pages.filter(site.isPublished).map(site.value))
  }

  private func value(_ change: PageChange) -> Value {
    ["date": .date(change.date), "note": text(change.note)]
  }

  private func value(_ page: PageIndex?) -> Value { page.map(site.value) ?? Value.none }
  private func text(_ text: String?) -> Value { text.map { .string($0) } ?? Value.none }

  private func number(_ number: Double) -> Value {
    Int(exactly: number).map { .integer($0) } ?? .decimal(number)
  }
}

/// The page being laid out: what every page has, and what is made from its body.
struct LaidOutPage: ValueObject {
  let page: PageValue
  let body: Body
  let backlinks: [PageIndex]
  let contents: ContentsList

  /// What a page has in layouts only.
  static let ownNames = ["toc", "outline", "heading", "backlinks", "figures"]

  var memberNames: [String] { page.memberNames + Self.ownNames }
  var text: String { page.text }
  var identity: String { page.identity }
  func help(for key: String) -> String? { page.help(for: key) }
  func allows(_ key: String, in member: String) -> Bool { page.allows(key, in: member) }

  func member(_ key: String) -> Value? {
    switch key {
    case "toc": .html(Outline(body.headings, contents).html)
    case "outline": Outline(body.headings, contents).value
    case "heading": .bool(body.startsWithTopHeading)
    case "figures": .object(FiguresValue(site: page.site, page: page.index))
    case "backlinks": .array(backlinks.map(page.site.value))
    default: page.member(key)
    }
  }
}
