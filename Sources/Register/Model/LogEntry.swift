package import Diagnostics
package import Values

/// Something the register made public on a day.
package struct LogEntry: Sendable {
  /// The day.
  package let date: Located<PlainDate>?
  /// What it was.
  package let kind: Located<Kind>?
  /// The id of what it was about.
  package let subject: Located<String>?
  /// More about it, as a code.
  package let noteCode: Located<String>?
  /// Where its entry is written.
  package let range: SourceRange

  /// What is made public.
  package enum Kind: String, Sendable, CaseIterable {
    case accreditationGranted = "accreditation-granted"
    case accreditationRenewed = "accreditation-renewed"
    case accreditationLapsed = "accreditation-lapsed"
    case accreditationSuspended = "accreditation-suspended"
    case accreditationReinstated = "accreditation-reinstated"
    case accreditationWithdrawn = "accreditation-withdrawn"
    case courseAdded = "course-added"
    case courseWithdrawn = "course-withdrawn"
    case correction
    case certificateCount = "certificate-count"
  }
}

/// What is left of an entry that was removed: its id is never used again.
package struct Tombstone: Sendable {
  /// The id of what was removed.
  package let id: Located<String>
  /// The day.
  package let date: Located<PlainDate>?
  /// Why, as a code.
  package let code: Located<String>?
}
