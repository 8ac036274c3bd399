import Values

/// The register as the rest of the site sees it.
struct RegisterView: Sendable {
  /// What templates call `registry`.
  let value: any ValueObject
  /// The ids of the entries that can be linked to.
  let ids: [String]
  /// The next day on which anything published changes.
  let nextChange: PlainDate?
  /// What `handbook.json` says of it.
  let summary: Value

  /// The URL of an entry, or `nil` when there is none with this id.
  func url(of id: String) -> String? {
    ids.contains(id) ? "/registry/#\(id)" : nil
  }
}
