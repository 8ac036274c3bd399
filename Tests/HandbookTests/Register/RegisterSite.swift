import Handbook
import Testing
import Diagnostics
import Values

/// A small sound register: one college with two courses' worth of history, and certificates of the
/// holders `per-01` upwards.
struct RegisterSite {
  /// The register's organisations and courses.
  var entries = """
    organisations:
      - id: org-college
        name: The College
        url: https://college.example/
        country: GB
        kind: college
        applications: [{date: 2023-02-06, ref: app-1}]
        audits:
          - {id: aud-1, kind: initial, opened: 2023-02-20, closed: 2023-05-12, scope: {material: met, delivery: met, assessment: met}, decision: accredit}
          - {id: aud-2, kind: renewal, opened: 2025-01-20, closed: 2025-04-25, scope: {material: met, delivery: met, assessment: met}, decision: accredit}
        terms:
          - {id: acc-1, audit: aud-1, start: 2023-05-15, end: 2025-05-14}
          - {id: acc-2, audit: aud-2, start: 2025-05-15, end: 2027-05-14}
        interruptions:
          - {kind: suspended, from: 2026-02-02, to: 2026-04-10, code: marking}
    courses:
      - id: crs-college-f-1
        org: org-college
        level: foundation
        title: First steps
        version: "2.0"
        mode: [classroom]
        assessment: {form: written, pass_mark_pct: 60}
        valid: {from: 2023-05-15, to: 2025-05-14}
        coverage:
          - {element: customer-experience, result: met, audit: aud-1}
          - {element: delivery, result: met, audit: aud-1}
          - {element: process-context, result: met, audit: aud-1}
          - {element: people-capability, result: met, audit: aud-1}
          - {element: demand-capacity, result: met, audit: aud-1}
          - {element: performance-improvement, result: met, audit: aud-1}
          - {element: strategy-governance-leadership, result: met, audit: aud-1}
      - id: crs-college-f
        org: org-college
        level: foundation
        title: First steps
        version: "3.0"
        mode: [classroom]
        assessment: {form: written, pass_mark_pct: 60}
        valid: {from: 2025-05-15}
        coverage:
          - {element: customer-experience, result: met, audit: aud-2}
          - {element: delivery, result: met, audit: aud-2}
          - {element: process-context, result: met, audit: aud-2}
          - {element: people-capability, result: met, audit: aud-2}
          - {element: demand-capacity, result: met, audit: aud-2}
          - {element: performance-improvement, result: met, audit: aud-2}
          - {element: strategy-governance-leadership, result: met, audit: aud-2}
    log:
      - {date: 2023-05-15, kind: accreditation-granted, subject: org-college, note_code: first-term}

    """
  /// How many certificates there are, each of another holder.
  var certificates = 2
  /// The private file; `nil` for none.
  var people: String?
  /// The site's other files.
  var files: [String: String] = [:]
  /// The site's settings beside its title.
  var settings = ""

  /// The numbers of the certificates.
  var numbers: [String] { (0..<certificates).map { Self.number($0 + 1) } }

  /// Builds the site as of a day.
  func build(
    asOf day: String = testDay, url: String? = nil,
    _ change: (inout BuildOptions) -> Void = { _ in }
  ) async throws -> Outcome {
    var all = files
    if all["content/index.md"] == nil { all["content/index.md"] = "# Home\n" }
    all["content/registry.yml"] =
      entries + "certificates:\n" + (0..<certificates).map { certificate($0 + 1) }.joined()
    if let people { all["people.yml"] = people }
    all["site.yml"] = "title: Test\npeople: people.yml\n" + settings
    let sources = MemorySources(all)
    let output = MemoryOutput(sources)
    var options = BuildOptions(
      asOf: try #require(PlainDate(day)), url: url.flatMap(SiteURL.init), includesDrafts: false,
      workers: 2)
    change(&options)
    let report = try await compile(sources, options, into: output)
    return Outcome(report: report.ofParts, files: output.files)
  }

  private func certificate(_ index: Int) -> String {
    """
      - id: \(Self.number(index))
        person: \(Self.person(index))
        level: foundation
        org: org-college
        course: crs-college-f
        course_version: "3.0"
        attended: {from: 2025-09-08, to: 2025-09-10}
        assessed: 2025-09-12
        awarded: 2025-09-19
        status_index: \(index)

    """
  }

  /// The code of a holder.
  static func person(_ index: Int) -> String { "per-\(index < 10 ? "0" : "")\(index)" }

  /// A number with its check character, the `index`th that is ever issued.
  static func number(_ index: Int) -> String {
    let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    // Every multiple of 37 has the check character 0.
    var number = index * 37
    var characters: [Character] = []
    for _ in 0..<8 {
      characters.insert(digits[number % 32], at: 0)
      number /= 32
    }
    return "C-\(String(characters[0..<4]))-\(String(characters[4..<8]))-0"
  }

  /// An entry of the private file.
  static func person(
    _ index: Int, _ name: String, state: String, employer: String? = nil,
    given: String = "2025-09-19", withdrawn: String? = nil
  ) -> String {
    """
      - id: \(person(index))
        name: "\(name)"
        employer: \(employer ?? "null")
        publication: {state: \(state), basis: consent, notice_version: "1", given: \(given), how: web, withdrawn: \(withdrawn ?? "null")}

    """
  }
}

extension Outcome {
  /// The file at a path, or a failed expectation.
  func file(_ path: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    try #require(files[path], "no \(path)", sourceLocation: sourceLocation)
  }

  /// The rules of the findings, in order.
  var rules: [String] { report.findings.map(\.rule) }
}
