import Register
import Values

/// The register as the rest of the site sees it.
struct RegisterView: Sendable {
  /// What templates call `registry`.
  let value: RegistryValue
  /// The ids of the organisations, which can be linked to.
  let ids: [String]
  /// The next day on which anything published changes.
  let nextChange: PlainDate?
  /// What comments in its files allow.
  let exemptions: [Exemption]

  init(_ registry: Registry, asOf: PlainDate) {
    value = RegistryValue(registry, asOf: asOf)
    ids = registry.organisations.map(\.id.value)
    nextChange = registry.nextChange(after: asOf)
    exemptions = registry.allowances.map { Exemption($0, in: registry) }
  }

  /// The URL of an entry, or `nil` when there is none with this id.
  func url(of id: String) -> String? {
    ids.contains(id) ? "/registry/#\(id)" : nil
  }

  /// What `handbook.json` says of it.
  var summary: Value { value.member("counts") ?? Value.none }
}
