import Diagnostics
import Register
import Values

/// The register as the rest of the site sees it.
struct RegisterView: Sendable {
  /// What is shown of it, and of whom.
  let register: PublicRegister
  /// What templates call `registry`.
  let value: RegistryValue
  /// The private file, where there is one.
  let people: People?
  /// The ids of the entries that have a page, which can be linked to, in the register's order.
  let ids: [String]
  /// What comments in its files allow.
  let exemptions: [Exemption]
  private let urls: [String: String]

  init(_ registry: Registry, people: People?, asOf day: PlainDate) {
    register = PublicRegister(registry, people: people, on: day)
    value = RegistryValue(register)
    self.people = people
    exemptions = registry.isCutShort ? [] : registry.allowances.map { Exemption($0, in: registry) }
    let entries = Self.entries(register).compactMap { subject in
      subject.entryID.flatMap { id in subject.path.map { (id: id, url: $0.encoded) } }
    }
    ids = entries.map(\.id)
    urls = Dictionary(entries.map { ($0.id, $0.url) }, uniquingKeysWith: { first, _ in first })
  }

  /// The next day on which anything published changes.
  var nextChange: PlainDate? { register.nextChange }

  /// The URL of an entry's page, or `nil` when there is none; a certificate's number may be written
  /// in small letters.
  func url(of id: String) -> String? { urls[id] ?? urls[id.uppercased()] }

  /// The entry that a page is about; `nil` for a page about many.
  func entry(of subject: RegisterSubject) -> Value? {
    switch subject {
    case .organisation(let id): value.organisation(id)
    case .course(let id): value.course(id)
    case .certificate(let id): value.certificate(id)
    case .overview, .organisations, .courses, .coverage, .certificates, .people, .expiring,
      .changes, .verifying:
      nil
    }
  }

  /// What `handbook.json` says of it.
  func summary(_ settings: Settings) -> Value {
    [
      "sample": .bool(register.isSample),
      "counts": value.member("counts") ?? Value.none,
      "files": .array(RegisterFiles.paths(settings).map(Value.string)),
      "organisations": .array(
        register.registry.organisations.map { organisation in
          [
            "id": .string(organisation.id.value),
            "name": organisation.name.map { .string($0.value) } ?? Value.none,
            "url": url(of: organisation.id.value).map { .string($0) } ?? Value.none,
            "status": organisation.status(on: register.day).map { .string($0.rawValue) }
              ?? Value.none,
          ]
        }),
    ]
  }

  /// Whether a page asks search engines to stay away: those about people do, also about people who
  /// chose to be named, unless the register's policy is another.
  func isHiddenFromSearch(_ subject: RegisterSubject) -> Bool {
    let isIndexed = register.registry.framework.rules.arePeopleIndexed
    switch subject {
    case .people: return !isIndexed
    case .certificate(let id):
      let isListed = register.registry.certificate(id).map {
        register.visibility(of: $0) == .listed
      }
      return !isIndexed || isListed != true
    case .overview, .organisations, .courses, .coverage, .certificates, .expiring, .changes,
      .verifying,
      .organisation, .course:
      return false
    }
  }

  /// The entries that have a page of their own.
  var entries: [RegisterSubject] { Self.entries(register) }

  private static func entries(_ register: PublicRegister) -> [RegisterSubject] {
    register.registry.organisations.map { .organisation($0.id.value) }
      + register.registry.courses.map { .course($0.id.value) }
      + register.registry.certificates.filter { register.visibility(of: $0) != .hidden }
      .map { .certificate($0.id.value) }
  }
}
