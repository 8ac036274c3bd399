package import Diagnostics
import Values

extension People {
  /// Returns what does not hold in the private file, or between it and the register.
  ///
  /// O(*entries*). No finding tells a name.
  package func check(with registry: Registry) -> [Diagnostic] {
    var seen: Set<String> = []
    var found = all.filter { !seen.insert($0.id.value).inserted }.map(repeated)
    if isSample { found += all.filter { !$0.isPlainlyInvented }.map(realNameInSample) }
    found += all.filter { $0.choseListing && !$0.isListingRecorded }.map(listingNotRecorded)
    found += registry.certificates.compactMap { certificate in
      guard let code = certificate.person, person(code.value) == nil else { return nil }
      return Diagnostic(
        "registry-r03", .error, at: registry.place(of: code.range),
        "the people file has no '\(code.value)'",
        help: "add the holder there, with the state 'verify-only' until he or she chooses")
    }
    return found
  }

  private func repeated(_ person: Person) -> Diagnostic {
    Diagnostic(
      "registry-r01", .error, at: Place(file, person.id.range),
      "'\(person.id.value)' stands in the people file twice", help: "keep one of the two")
  }

  private func realNameInSample(_ person: Person) -> Diagnostic {
    Diagnostic(
      "registry-r51", .error, at: Place(file, person.name?.range ?? person.id.range),
      "a sample may hold invented names only, and this one does not read 'Sample holder NN'",
      help: "write 'Sample holder 01', or keep real names in a file that git ignores")
  }

  private func listingNotRecorded(_ person: Person) -> Diagnostic {
    let choice = person.choice
    let missing =
      choice?.basis?.value != .consent
      ? "'basis' must be consent"
      : choice?.notice == nil ? "'notice_version' is missing" : "'given' is missing"
    return Diagnostic(
      "registry-r52", .error, at: Place(file, choice?.state?.range ?? person.id.range),
      "'\(person.id.value)' is listed without a recorded consent: \(missing)",
      help: "record the consent, or write 'verify-only'; until then the name is not shown")
  }
}

extension Person {
  /// Whether the record of a listing is complete.
  fileprivate var isListingRecorded: Bool {
    choice?.basis?.value == .consent && choice?.notice != nil && choice?.given != nil
  }

  /// Whether the name is one that a sample may have.
  fileprivate var isPlainlyInvented: Bool {
    guard let name = name?.value else { return true }
    let prefix = "Sample holder "
    let number = name.dropFirst(prefix.utf8.count)
    return name.hasPrefix(prefix) && !number.isEmpty
      && number.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
