import Values

/// The names that a template can use at the top, nearest first: those of the program, the page's
/// front matter, its layout's, the terms.
struct Scope: ValueObject {
  let values: SiteValues
  /// What `page` is; a bare page for bodies, one with its body for layouts.
  let page: Value
  /// The front matter of the page by bare names.
  let frontMatter: ValueMap
  /// The layouts' front matter, the innermost layout's first.
  var layoutValues: [ValueMap] = []
  /// The body, in layouts only.
  var content: HTML?
  /// The entry of the register that the page shows, on such pages only.
  var entry: Value?
  /// Other words for the terms than the site's own.
  var otherTerms: TermTable?

  private var terms: TermTable { otherTerms ?? values.site.terms }

  static let ownNames = ["site", "page", "collections", "registry", "terms", "content"]

  private static let headings = ["title", "subtitle", "nav_title", "description"]

  func member(_ key: String) -> Value? {
    switch key {
    case "page": return page
    case "site": return .object(SiteValue(values: values))
    case "content": if let content { return .html(content) }
    case "entry": if let entry { return entry }
    case "collections": return .object(CollectionsValue(values: values))
    case "registry": return values.site.register.map { .object($0.value) } ?? Value.none
    case "terms": return .object(terms)
    default: break
    }
    if let value = frontMatter[key] {
      // In these, terms are filled in.
      return Self.headings.contains(key) ? page.member(key) : value
    }
    for map in layoutValues {
      if let value = map[key] { return value }
    }
    return terms.member(key) ?? fieldWithoutValue(key)
  }

  /// A field that the page's kind declares and the page leaves out.
  private func fieldWithoutValue(_ key: String) -> Value? {
    values.site.kinds.memberNames.contains(key) ? page.member(key) : nil
  }

  func help(for key: String) -> String? {
    key == "content" ? PageValue.layoutsOnly(key) : nil
  }

  var memberNames: [String] {
    Self.ownNames + (entry == nil ? [] : ["entry"]) + frontMatter.keys
      + layoutValues.flatMap(\.keys) + values.site.terms.keys
  }
}
