import Values

extension Organisation {
  /// The accreditation as search engines read it, in schema.org's words: the term of a day, else
  /// the last one; no value without a term.
  func marks(on day: PlainDate, in registry: Registry) -> Value {
    guard let term = term(on: day) ?? terms.last else { return Value.none }
    let audit = term.audit.flatMap { registry.audit($0.value)?.audit }
    let isActive = status(on: day) == .accredited
    var marks = ValueMap([
      ("@context", "https://schema.org"), ("@type", "Certification"),
      ("name", .string("Accreditation of \(name?.value ?? id.value)")),
      ("certificationStatus", .string(isActive ? "CertificationActive" : "CertificationInactive")),
      ("validFrom", .string(term.start.value.description)),
      ("expires", .string(term.end.description)), ("about", about),
    ])
    if let id = term.id?.value { marks["certificationIdentification"] = .string(id) }
    if let closed = audit?.closed?.value { marks["auditDate"] = .string(closed.description) }
    return .map(marks)
  }

  /// The organisation itself.
  var about: Value {
    var about = ValueMap([
      ("@type", "Organization"), ("name", .string(name?.value ?? id.value)),
      ("identifier", .string(id.value)),
    ])
    if let url = url?.value { about["url"] = .string(url) }
    return .map(about)
  }
}
