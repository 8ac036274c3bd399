/// Something that one register says otherwise than an earlier one, in the words of the field; it
/// tells ids, days and codes, and nobody's name.
package struct RegistryChange: Sendable, Hashable {
  /// What it means.
  package let kind: Kind
  /// The entry's id.
  package let id: String
  /// More about it: days, codes, the keys that changed.
  package let detail: String

  /// What a change means, in the order in which changes are told.
  package enum Kind: String, Sendable, CaseIterable {
    case granted, renewed, suspended, reinstated, withdrawn, lapsed, applied, audited
    case awarded, revoked, superseded, corrected
    case courseAdded = "course-added"
    case courseEnded = "course-ended"
    case added, changed, removed, lost
  }
}
