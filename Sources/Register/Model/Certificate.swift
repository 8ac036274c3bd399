package import Diagnostics
package import Values

/// A certificate, without its holder's name.
package struct Certificate: Sendable {
  /// Its number, such as `C-7Q4M-X2RK-3`.
  package let id: Located<String>
  /// Where its entry is written.
  package let range: SourceRange
  /// The code of its holder.
  package var person: Located<String>?
  /// Its level.
  package var level: Located<Level>?
  /// The id of the organisation that awarded it.
  package var organisation: Located<String>?
  /// The id of the course.
  package var course: Located<String>?
  /// The version of the course.
  package var courseVersion: Located<String>?
  /// When the course was attended.
  package var attended: Period?
  /// The day of the assessment.
  package var assessed: Located<PlainDate>?
  /// The day of the award.
  package var awarded: Located<PlainDate>?
  /// The projects it rests on.
  package var evidence: [Project] = []
  /// What happened to it later, in the order written.
  package var events: [StatusEvent] = []
  /// Its position in the list of statuses.
  package var statusIndex: Located<Int>?

  /// The fewest and most positions in the list of statuses.
  package static let statusIndices = 0..<131_072
}

/// A project that shows a holder's practice.
package struct Project: Sendable {
  /// Its id within the certificate.
  package let id: Located<String>?
  /// Where its entry is written.
  package let range: SourceRange
  /// Its first day.
  package let from: Located<PlainDate>?
  /// Its last day.
  package let to: Located<PlainDate>?
  /// Whether it counts as large.
  package let isLarge: Bool
  /// What the holder was in it.
  package let role: Located<Role>?
  /// What it was for.
  package let kind: Located<Kind>?
  /// The elements it covers.
  package let elements: [Located<Element>]

  /// What a holder was in a project.
  package enum Role: String, Sendable, CaseIterable { case lead, member }

  /// What a project was for.
  package enum Kind: String, Sendable, CaseIterable {
    case improvement, redesign, design
    case majorDesign = "major-design"
    case majorRedesign = "major-redesign"
  }
}

/// Something that happened to a certificate after its award.
package struct StatusEvent: Sendable {
  /// The day.
  package let date: Located<PlainDate>?
  /// What happened.
  package let kind: Located<Kind>
  /// Why, as a code.
  package let code: Located<String>?
  /// The certificate that takes its place.
  package let by: Located<String>?
  /// Where its entry is written.
  package let range: SourceRange

  /// What can happen.
  package enum Kind: String, Sendable, CaseIterable { case revoked, superseded, corrected }

  /// The codes that a revocation may have.
  package static let revocationCodes = [
    "awarded-in-error", "assessment-irregularity", "evidence-false", "holder-request",
  ]
}
