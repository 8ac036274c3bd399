import Values

extension Site {
  /// The page as a value of templates.
  func value(of page: PageIndex) -> Value { .object(PageValue(site: self, index: page)) }
}

/// What templates call `site`, `collections`, `registry` and `terms`: the same for all pages, made once.
final class SiteValues: Sendable {
  let site: Site
  private let sections: [Value]
  private let all: [Value]
  private let byTag: [String: [Value]]
  private let adaptation: Value

  init(_ site: Site) {
    self.site = site
    adaptation = site.adaptation.map { .map(site.adaptationValue($0)) } ?? Value.none
    sections = site.navigation.sections.map { .object(SectionValue(site: site, entry: $0)) }
    // Drafts that are not published are in no list.
    all = site.collections.all.filter(site.isPublished).map(site.value)
    byTag = Dictionary(
      uniqueKeysWithValues: site.collections.tags.map { tag in
        (tag, site.collections.tagged(tag).filter(site.isPublished).map(site.value))
      })
  }

  /// The members of `site`.
  func siteMember(_ key: String) -> Value? {
    let settings = site.settings
    return switch key {
    case "title": .string(settings.title)
    case "url": settings.url.map { .string($0.absolute("/")) } ?? Value.none
    case "language": .string(settings.language)
    case "direction": .string(settings.direction.rawValue)
    case "description": .string(settings.description)
    case "licence": .string(settings.licence)
    case "data": .map(settings.data)
    case "sections": .array(sections)
    case "as_of": .date(site.asOf)
    case "home": site.links.page(named: "/").map(site.value) ?? Value.none
    case "pages": .array(all)
    case "feed": site.feeds.plans.first.map { .string($0.path) } ?? Value.none
    case "kinds": .object(KindsValue(site: site))
    case "print": site.printPage == nil ? Value.none : .string(PrintPage.url)
    case "search": settings.search == nil ? Value.none : .string(SearchPage.url)
    case "adaptation": adaptation
    default: nil
    }
  }

  static let siteMembers = [
    "title", "url", "language", "direction", "description", "licence", "data", "sections", "as_of",
    "home", "pages", "feed", "kinds", "print", "search", "adaptation",
  ]

  /// The members of `collections`: a list for every name, empty for a tag that nobody uses.
  func collection(_ name: String) -> Value {
    .array(name == "all" ? all : byTag[name] ?? [])
  }

  var collectionNames: [String] { ["all"] + site.collections.tags }
}

/// What templates call `site`.
struct SiteValue: ValueObject {
  let values: SiteValues
  func member(_ key: String) -> Value? { values.siteMember(key) }
  var memberNames: [String] { SiteValues.siteMembers }
  var text: String { values.site.settings.title }
}

/// What templates call `collections`.
struct CollectionsValue: ValueObject {
  let values: SiteValues
  func member(_ key: String) -> Value? { values.collection(key) }
  var memberNames: [String] { values.collectionNames }
}

/// An entry of the menu in templates.
struct SectionValue: ValueObject {
  let site: Site
  let entry: Int

  private var section: NavigationEntry { site.navigation.entries[entry] }

  func member(_ key: String) -> Value? {
    switch key {
    case "title": .string(section.title)
    case "url": section.url.map { .string($0) } ?? Value.none
    case "page": section.page.map(site.value) ?? Value.none
    case "pages": .array(section.pages.filter(site.isPublished).map(site.value))
    case "children": .array(section.children.map { .object(SectionValue(site: site, entry: $0)) })
    default: nil
    }
  }

  var memberNames: [String] { ["title", "url", "page", "pages", "children"] }
  var text: String { section.title }
  var identity: String { section.url ?? section.title }
}
