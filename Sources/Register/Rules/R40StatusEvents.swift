import Diagnostics
import Values

extension RegistryRule {
  static let r40 = RegistryRule(
    "registry-r40", .error,
    "a revocation has a reason and follows the award; what is superseded names the newer one"
  ) { registry, _ in
    registry.certificates.flatMap { certificate in
      certificate.events.flatMap { event in
        switch event.kind.value {
        case .revoked: revocation(event, of: certificate)
        case .superseded: succession(event, of: certificate, in: registry)
        case .corrected: [RegistryFinding]()
        }
      }
    }
  }

  static let r41 = RegistryRule(
    "registry-r41", .error, "after a revocation nothing happens to a certificate but corrections"
  ) { registry, _ in
    registry.certificates.flatMap { certificate in
      let events = certificate.events.inOrder
      let revoked = events.firstIndex { $0.kind.value == .revoked }
      guard let revoked else { return [RegistryFinding]() }
      let note = (message: "revoked here", range: events[revoked].kind.range)
      return events[(revoked + 1)...].filter { $0.kind.value != .corrected }.map {
        RegistryFinding(
          at: $0.kind.range, "this certificate was revoked before", help: "remove one of the two",
          notes: [note])
      }
    }
  }

  static let r42 = RegistryRule(
    "registry-r42", .error, "each certificate has a position of its own in the list of statuses"
  ) { registry, _ in
    var first: [Int: SourceRange] = [:]
    return registry.certificates.compactMap { certificate in
      guard let index = certificate.statusIndex else { return nil }
      guard Certificate.statusIndices.contains(index.value) else {
        return RegistryFinding(
          at: index.range, "the list of statuses has no position \(index.value)",
          help: "write a number from 0 to \(Certificate.statusIndices.upperBound - 1)")
      }
      guard let other = first.updateValue(index.range, forKey: index.value) else { return nil }
      return RegistryFinding(
        at: index.range, "another certificate has the position \(index.value)",
        help: "give one of the two a free one, at random", notes: [("the other is here", other)])
    }
  }

  private static func revocation(
    _ event: StatusEvent, of certificate: Certificate
  ) -> [RegistryFinding] {
    var findings: [RegistryFinding] = []
    let codes = StatusEvent.revocationCodes
    if !codes.contains(event.code?.value ?? "") {
      let near = event.code.flatMap { nearest(to: $0.value, among: codes) }
      findings.append(
        RegistryFinding(
          at: event.code?.range ?? event.kind.range, "a revocation wants a code that says why",
          help: near.map { "did you mean '\($0)'?" }
            ?? "write one of \(codes.joined(separator: ", "))"))
    }
    if let date = event.date, let awarded = certificate.awarded, date.value < awarded.value {
      findings.append(
        RegistryFinding(
          at: date.range, "this lies before the award on \(awarded.value)",
          help: "correct one of the two days", notes: [("awarded here", awarded.range)]))
    }
    return findings
  }

  private static func succession(
    _ event: StatusEvent, of certificate: Certificate, in registry: Registry
  ) -> [RegistryFinding] {
    guard let by = event.by else {
      return [
        RegistryFinding(
          at: event.kind.range, "this does not say which certificate takes its place",
          help: "add 'by: ' and its number")
      ]
    }
    guard let newer = registry.certificate(by.value) else { return [] }
    let isSamePerson = newer.person?.value == certificate.person?.value
    let isNewer =
      newer.id.value != certificate.id.value
      && (newer.awarded?.value).map { day in (certificate.awarded?.value).map { $0 <= day } ?? true
      }
        ?? true
    guard !isSamePerson || !isNewer else { return [] }
    return [
      RegistryFinding(
        at: by.range,
        isSamePerson ? "'\(by.value)' is not newer than this" : "'\(by.value)' has another holder",
        help: "name the newer certificate of the same holder",
        notes: [("that certificate is here", newer.id.range)])
    ]
  }
}

extension [StatusEvent] {
  /// Those whose days could be read, in the order of these, of one day as they are written.
  fileprivate var inOrder: [StatusEvent] {
    let dated = enumerated().compactMap { index, event in
      event.date.map { ($0.value, index, event) }
    }
    return dated.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}
