package import Diagnostics
package import Values

extension People {
  /// Returns what does not hold in the private file, or between it and the register, as of a day.
  ///
  /// O(*entries*). No finding tells a name.
  package func check(with registry: Registry, asOf day: PlainDate) -> [Diagnostic] {
    var seen: Set<String> = []
    var found = all.filter { !seen.insert($0.id.value).inserted }.map(repeated)
    if isSample { found += all.filter { !$0.isPlainlyInvented }.map(realNameInSample) }
    found += all.filter { $0.choseListing && !$0.isListingRecorded }.map(listingNotRecorded)
    found += all.compactMap(withdrawnTooEarly)
    found += listedTooLong(in: registry, on: day)
    if isCutShort { return found }
    found += registry.certificates.compactMap { certificate in
      guard let code = certificate.person, person(code.value) == nil else { return nil }
      return Diagnostic(
        "registry-r03", .error, at: registry.place(of: code.range),
        "the people file has no '\(code.value)'",
        help: "add the holder there, with the state 'verify-only' until he or she chooses")
    }
    return found
  }

  /// The first who is named under a code of the register, but for invented people of a sample.
  package var firstNamed: Person? {
    all.first {
      $0.name != nil && $0.id.value.hasPrefix(IDKind.person.rawValue)
        && !(isSample && $0.isPlainlyInvented)
    }
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

extension People {
  private func withdrawnTooEarly(_ person: Person) -> Diagnostic? {
    guard let given = person.choice?.given, let withdrawn = person.choice?.withdrawn,
      withdrawn.value < given.value
    else { return nil }
    return Diagnostic(
      "registry-r52", .error, at: Place(file, withdrawn.range),
      "'\(person.id.value)' withdrew a consent before giving it on \(given.value)",
      help: "correct one of the two days; until then the name is not shown",
      notes: [Diagnostic.Note("given here", at: Place(file, given.range))])
  }

  /// Those who are listed long after the last of their certificates ended: R55.
  private func listedTooLong(in registry: Registry, on day: PlainDate) -> [Diagnostic] {
    let months = registry.framework.rules
    let certificates = Dictionary(
      grouping: registry.certificates.lazy.filter { certificate in
        certificate.person.map { self.person($0.value)?.isListed(on: day) ?? false } ?? false
      }
    ) { $0.person?.value ?? "" }
    return all.compactMap { person in
      guard let held = certificates[person.id.value],
        let end = held.lastEnd(on: day, validFor: months.certificateMonths),
        let limit = end.adding(months: months.listingMonths), limit < day
      else { return nil }
      return Diagnostic(
        "registry-r55", .warning, at: Place(file, person.choice?.state?.range ?? person.id.range),
        "'\(person.id.value)' is still listed, though the last certificate ended on \(end)",
        help: "write 'verify-only': nobody is listed for longer than \(months.listingMonths) months"
          + " after that",
        since: limit.adding(days: 1)?.description)
    }
  }
}

extension [Certificate] {
  /// The day on which the last of them ended; `nil` where one still stands, or none was awarded.
  fileprivate func lastEnd(on day: PlainDate, validFor months: Int?) -> PlainDate? {
    let standings = compactMap { $0.status(on: day, validFor: months) }
    guard standings.allSatisfy({ [.revoked, .superseded, .expired].contains($0.status) }) else {
      return nil
    }
    return standings.map(\.since).max()
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
