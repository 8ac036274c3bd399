/// What of the register a page shows.
enum RegisterSubject: Sendable, Equatable {
  /// The register as a whole, one side of it, or how to check a certificate.
  case overview, organisations, courses, coverage, certificates, people, expiring, changes
  /// How to check a certificate.
  case verifying
  /// An entry, by its id.
  case organisation(String), course(String), certificate(String)

  /// The pages that every register has, in the order of menus.
  static let always: [RegisterSubject] = [
    .overview, .organisations, .courses, .coverage, .certificates, .people, .expiring, .changes,
    .verifying,
  ]

  /// The entry's id; `nil` for what shows many.
  var entryID: String? {
    switch self {
    case .organisation(let id), .course(let id), .certificate(let id): id
    case .overview, .organisations, .courses, .coverage, .certificates, .people, .expiring,
      .changes, .verifying:
      nil
    }
  }

  /// The name of its template: the file in `layouts/registry/`, without `.html`.
  var template: String {
    switch self {
    case .overview: "index"
    case .organisations: "organisations"
    case .courses: "courses"
    case .coverage: "coverage"
    case .certificates: "certificates"
    case .people: "people"
    case .expiring: "expiring"
    case .changes: "changes"
    case .verifying: "verify"
    case .organisation: "organisation"
    case .course: "course"
    case .certificate: "certificate"
    }
  }

  /// Where its page is published, or `nil` for an id that no address can hold.
  var path: URLPath? {
    switch self {
    case .overview: return URLPath("/registry/")
    case .organisations, .courses, .coverage, .certificates, .people, .expiring, .changes,
      .verifying:
      return URLPath("/registry/\(template)/")
    case .organisation(let id): return Self.path("organisations", id)
    case .course(let id): return Self.path("courses", id)
    case .certificate(let id): return Self.path("certificates", id.lowercased())
    }
  }

  /// Ids are letters, digits and hyphens; others are findings of their own and get no page.
  private static func path(_ folder: String, _ id: String) -> URLPath? {
    let isPlain = id.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    let path = URLPath("/registry/\(folder)/\(id)/")
    return isPlain && path.outputPath != nil ? path : nil
  }
}
