import Values
import YAML

extension Framework {
  static let kind = EntryKind(
    "framework",
    [
      KeyForm("id", .text(), "The standard's short name"),
      KeyForm("title", .text(), "The standard's name"),
      KeyForm("version", .text(), "The standard's version, in quotes"),
      KeyForm("elements", .list(element.form), "The seven elements, in order"),
      KeyForm("levels", .list(level.form), "The three levels, the lowest first"),
      KeyForm("rules", Rules.kind.form, "Times and numbers that the rules of the register use"),
      KeyForm("auditors", .list(auditor.form), "Who audits, by code, with their interests"),
    ])

  private static let element = EntryKind(
    "element",
    [
      .required("id", .words(Element.self), "The element"),
      KeyForm("no", .wholeNumber(), "Its place"),
    ])
  private static let level = EntryKind(
    "level",
    [
      .required("id", .words(Level.self), "The level"),
      KeyForm("rank", .wholeNumber(), "Its place, 1 for the lowest"),
      KeyForm("typical_months", .several(.wholeNumber()), "How long it takes, from and to"),
      KeyForm("centre", .wholeNumber(), "The months in the middle of them"),
    ])
  private static let auditor = EntryKind(
    "auditor",
    [
      .required("id", .text(), "The auditor's code"),
      KeyForm("interests", .several(.text()), "The organisations that they may not audit"),
    ])

  init(_ entry: inout EntryDecoder) {
    id = entry.text("id")
    title = entry.text("title")?.value
    version = entry.text("version")?.value
    let elements = entry.entries("elements", of: Self.element) {
      Entry(
        id: $0.text("id"), rank: $0.integer("no"), range: $0.range, typicalMonths: nil, centre: nil)
    }
    self.elements = elements.isEmpty ? nil : elements
    let levels = entry.entries("levels", of: Self.level) {
      Entry(
        id: $0.text("id"), rank: $0.integer("rank"), range: $0.range,
        typicalMonths: $0.months("typical_months"), centre: $0.integer("centre")?.value)
    }
    self.levels = levels.isEmpty ? nil : levels
    rules = entry.entry("rules", of: Rules.kind) { Rules(&$0) } ?? Rules()
    auditors = entry.entries("auditors", of: Self.auditor) { entry in
      entry.text("id").map { Auditor(id: $0, interests: entry.texts("interests")) }
    }
  }
}

extension Framework.Rules {
  static let kind = EntryKind(
    "list of rules",
    [
      KeyForm("accreditation_months", .wholeNumber(from: 1, to: 1200), "How long a term is"),
      KeyForm(
        "certificate_months", .wholeNumber(from: 1, to: 1200),
        "How long a certificate is valid; for good where it is not told"),
      KeyForm(
        "require_lower_level", .boolean, "Whether a level needs a certificate of the one below"),
      KeyForm(
        "senior_min_areas_per_project", .wholeNumber(from: 0, to: Element.allCases.count),
        "How many elements a senior practitioner's project shows"),
      KeyForm(
        "renewal_opens_days", .wholeNumber(from: 0, to: 36_525),
        "How many days before its end a term counts as expiring"),
      KeyForm(
        "listing_kept_after_end_months", .wholeNumber(from: 0, to: 1200),
        "How long what has ended stays listed"),
      KeyForm("people_indexed", .boolean, "Whether search engines may list pages of people"),
    ])

  init(_ entry: inout EntryDecoder) {
    let standard = Self()
    accreditationMonths =
      entry.count("accreditation_months", in: 1...1200) ?? standard.accreditationMonths
    certificateMonths = entry.count("certificate_months", in: 1...1200)
    requireLowerLevel = entry.boolean("require_lower_level") ?? standard.requireLowerLevel
    seniorElementsPerProject =
      entry.count("senior_min_areas_per_project", in: 0...Element.allCases.count)
      ?? standard.seniorElementsPerProject
    renewalOpensDays =
      entry.count("renewal_opens_days", in: 0...36_525) ?? standard.renewalOpensDays
    listingMonths =
      entry.count("listing_kept_after_end_months", in: 0...1200) ?? standard.listingMonths
    arePeopleIndexed = entry.boolean("people_indexed") ?? standard.arePeopleIndexed
  }
}
