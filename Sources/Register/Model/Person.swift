package import Diagnostics
package import Values

/// A holder of certificates, as the private file knows him or her.
package struct Person: Sendable {
  /// The code that stands in the register, such as `per-9f3c1a`.
  package let id: Located<String>
  /// Where the entry is written.
  package let range: SourceRange
  /// The name as the person wants it shown.
  package let name: Located<String>?
  /// For whom the person works.
  package let employer: Located<String>?
  /// What the person chose to have published, and how that was recorded.
  package let choice: Choice?

  /// What a person chose to have published.
  package struct Choice: Sendable {
    /// What may be shown.
    package let state: Located<State>?
    /// The lawful ground that it rests on.
    package let basis: Located<Basis>?
    /// The notice that the person saw.
    package let notice: Located<String>?
    /// The day of the choice.
    package let given: Located<PlainDate>?
    /// The day on which it was withdrawn.
    package let withdrawn: Located<PlainDate>?
  }

  /// What may be shown of a person.
  package enum State: String, Sendable, CaseIterable {
    /// Nothing at all.
    case none
    /// Certificates by their number, without a name.
    case verifyOnly = "verify-only"
    /// The name.
    case listed
    /// The name and the employer.
    case listedWithEmployer = "listed-with-employer"
  }

  /// The lawful ground of a choice.
  package enum Basis: String, Sendable, CaseIterable {
    case consent
    case legitimateInterests = "legitimate-interests"
  }

  /// Whether the person chose to be shown by name, whatever became of that.
  var choseListing: Bool {
    switch choice?.state?.value {
    case .listed, .listedWithEmployer: true
    case .none?, .verifyOnly, nil: false
    }
  }

  /// Whether the name may be shown on a day: by a recorded consent, given by then and not withdrawn.
  package func isListed(on day: PlainDate) -> Bool {
    guard choseListing, name != nil, let choice, choice.basis?.value == .consent,
      choice.notice != nil, let given = choice.given?.value, given <= day
    else { return false }
    return choice.withdrawn.map { day < $0.value } ?? true
  }
}

/// The private file: who the codes of the register stand for.
package struct People: Sendable {
  /// Everyone, in the file's order.
  package internal(set) var all: [Person] = []
  /// Whether the file says that nobody in it exists.
  package internal(set) var isSample = false
  /// Whether some of it could not be read, so that nobody is known to be missing.
  package internal(set) var isCutShort = false
  /// The file, with all that may be a name made unreadable: for findings, which are printed in public.
  package let file: SourceFile
  private var positions: [String: Int] = [:]

  init(file: SourceFile) { self.file = file }

  /// The person with this code, of several the first.
  ///
  /// O(1).
  package func person(_ id: String) -> Person? { positions[id].map { all[$0] } }

  mutating func add(_ person: Person) {
    if positions[person.id.value] == nil { positions[person.id.value] = all.count }
    all.append(person)
  }
}
