package import Values

/// What a certificate is worth on a day.
package enum CertificateStatus: String, Sendable, CaseIterable {
  case notYet = "not-yet"
  case revoked, superseded, expired, valid
}

extension Certificate {
  /// The status on a day, and since when.
  ///
  /// The first of not yet awarded, revoked, superseded, expired and valid that holds. `nil` without
  /// a day of award.
  ///
  /// What became of the issuer since does not matter. `months` is how long certificates are valid;
  /// `nil` for without end.
  package func status(
    on day: PlainDate, validFor months: Int?
  ) -> (status: CertificateStatus, since: PlainDate)? {
    guard let awarded = awarded?.value else { return nil }
    guard awarded <= day else { return (.notYet, awarded) }
    if let since = first(.revoked, by: day) { return (.revoked, since) }
    if let since = first(.superseded, by: day) { return (.superseded, since) }
    if let months, let end = awarded.adding(months: months), end <= day { return (.expired, end) }
    return (.valid, awarded)
  }

  private func first(_ kind: StatusEvent.Kind, by day: PlainDate) -> PlainDate? {
    events.lazy.filter { $0.kind.value == kind }.compactMap { $0.date?.value }
      .filter { $0 <= day }.min()
  }
}
