import Diagnostics

extension RuleCatalogue {
  /// What readers may count on, in every page and from page to page.
  static let readingRules = SiteRule.all.map(\.text) + BodyRule.all.map(\.text)
}
