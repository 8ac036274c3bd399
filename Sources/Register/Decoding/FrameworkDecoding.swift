import Values

extension Framework {
  static let kind = EntryKind(
    "framework",
    optional: ["id", "title", "version", "elements", "levels", "rules", "auditors"])

  private static let element = EntryKind("element", required: ["id"], optional: ["no"])
  private static let level = EntryKind(
    "level", required: ["id"], optional: ["rank", "typical_months", "centre"])
  private static let auditor = EntryKind("auditor", required: ["id"], optional: ["interests"])

  init(_ entry: inout EntryDecoder) {
    id = entry.text("id")
    title = entry.text("title")?.value
    version = entry.text("version")?.value
    let elements = entry.entries("elements", of: Self.element) {
      Entry(
        id: $0.text("id"), rank: $0.integer("no"), range: $0.range, typicalMonths: [], centre: nil)
    }
    self.elements = elements.isEmpty ? nil : elements
    let levels = entry.entries("levels", of: Self.level) {
      Entry(
        id: $0.text("id"), rank: $0.integer("rank"), range: $0.range,
        typicalMonths: $0.integers("typical_months"), centre: $0.integer("centre")?.value)
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
    optional: [
      "accreditation_months", "certificate_months", "require_lower_level",
      "senior_min_areas_per_project", "renewal_opens_days", "listing_kept_after_end_months",
      "people_indexed",
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
