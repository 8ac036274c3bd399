extension LogEntry {
  /// What happened, as people write it.
  package var words: String {
    switch kind?.value {
    case .accreditationGranted: "Accreditation granted"
    case .accreditationRenewed: "Accreditation renewed"
    case .accreditationLapsed: "Accreditation lapsed"
    case .accreditationSuspended: "Accreditation suspended"
    case .accreditationReinstated: "Accreditation reinstated"
    case .accreditationWithdrawn: "Accreditation withdrawn"
    case .courseAdded: "Course added"
    case .courseWithdrawn: "Course withdrawn"
    case .correction: "Entry corrected"
    case .certificateCount: "Certificates awarded"
    case nil: "Change"
    }
  }
}

extension PublicRegister {
  /// What an entry of the log is about, by its title; `nil` where that is not in the register.
  package func title(of entry: LogEntry) -> String? {
    guard let id = entry.subject?.value else { return nil }
    if let organisation = registry.organisation(id) { return organisation.name?.value ?? id }
    if let course = registry.course(id) { return course.title?.value ?? id }
    return registry.certificate(id)?.id.value
  }
}
