package import Diagnostics

/// The register as it is written: what was decided and when.
///
/// What follows from it on a day is derived, never stored.
///
/// Entries keep their order. Places are ranges; `place(of:)` leads from one to its file.
package struct Registry: Sendable {
  /// What accreditations and certificates are about.
  package internal(set) var framework = Framework.standard
  /// The training organisations.
  package internal(set) var organisations: [Organisation] = []
  /// Their courses.
  package internal(set) var courses: [Course] = []
  /// The certificates they awarded.
  package internal(set) var certificates: [Certificate] = []
  /// What was made public, oldest first.
  package internal(set) var log: [LogEntry] = []
  /// What was removed.
  package internal(set) var tombstones: [Tombstone] = []
  /// Findings that the authors allow for a time.
  package internal(set) var allowances: [RegistryAllowance] = []
  /// Whether some of it could not be read, so that nothing can be said of what refers to it.
  package internal(set) var isCutShort = false
  /// Where each of its top-level keys is written; of several, the last.
  var keys: [String: SourceRange] = [:]

  private var sources: [Source] = []
  private var organisationPositions: [String: Int] = [:]
  private var coursePositions: [String: Int] = [:]
  private var certificatePositions: [String: Int] = [:]
  private var auditPositions: [String: (organisation: Int, audit: Int)] = [:]

  /// A file, and what is added to its ranges so that those of all files differ.
  private struct Source: Sendable {
    let file: SourceFile
    let base: Int
  }

  /// Creates an empty register.
  package init() {}

  /// The organisation with this id.
  ///
  /// O(1).
  package func organisation(_ id: String) -> Organisation? {
    organisationPositions[id].map { organisations[$0] }
  }

  /// The course with this id.
  ///
  /// O(1).
  package func course(_ id: String) -> Course? {
    coursePositions[id].map { courses[$0] }
  }

  /// The certificate with this id.
  ///
  /// O(1).
  package func certificate(_ id: String) -> Certificate? {
    certificatePositions[id].map { certificates[$0] }
  }

  /// The certificates of a level, in the order of the file.
  func certificates(at level: Level) -> some Sequence<Certificate> {
    certificates.lazy.filter { $0.level?.value == level }
  }

  /// The audit with this id and the organisation that it was of.
  ///
  /// O(1).
  package func audit(_ id: String) -> (audit: Audit, organisation: Organisation)? {
    auditPositions[id].map {
      (organisations[$0.organisation].audits[$0.audit], organisations[$0.organisation])
    }
  }

  /// The files it was read from, in order.
  package var files: [SourceFile] { sources.map(\.file) }

  /// The file and the part of it that a range of the register's entries means.
  package func place(of range: SourceRange) -> Place {
    let source = sources.last { $0.base <= range.lowerBound } ?? sources.first
    guard let source else { return Place(SourceFile(path: "", bytes: []), 0..<0) }
    return Place(source.file, range.lowerBound - source.base..<range.upperBound - source.base)
  }

  /// Adds a file, and returns what to add to its ranges.
  mutating func add(_ file: SourceFile) -> Int {
    let base = sources.last.map { $0.base + $0.file.bytes.count + 1 } ?? 0
    sources.append(Source(file: file, base: base))
    return base
  }

  /// Works out what needs the whole register: ends of terms that are not written, and the entries
  /// by their ids; of those with one id, the first.
  mutating func finish() {
    for organisation in organisations.indices {
      for term in organisations[organisation].terms.indices {
        organisations[organisation].terms[term].workOutEnd(
          months: framework.rules.accreditationMonths)
      }
    }
    index()
  }

  private mutating func index() {
    func positions(_ ids: [String]) -> [String: Int] {
      Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    }
    organisationPositions = positions(organisations.map(\.id.value))
    coursePositions = positions(courses.map(\.id.value))
    certificatePositions = positions(certificates.map(\.id.value))
    for (position, organisation) in organisations.enumerated() {
      for (audit, entry) in organisation.audits.enumerated() {
        guard let id = entry.id?.value, auditPositions[id] == nil else { continue }
        auditPositions[id] = (position, audit)
      }
    }
  }
}
