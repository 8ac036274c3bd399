import Diagnostics

extension Registry {
  /// The ids that were published before and are neither here nor said to be removed: R60.
  ///
  /// Each is told at the list that it was in. O(*entries*).
  func lostIDs(since previous: Registry) -> [Diagnostic] {
    lost(since: previous).map { list, id in
      Diagnostic(
        "registry-r60", .error, at: place(of: keys[list] ?? 0..<0),
        "'\(id.value)' was published, and is not in the register any more",
        help: "put it back, or add '{id: \(id.value), date: …, code: …}' to 'tombstones'",
        notes: [Diagnostic.Note("it stood here", at: previous.place(of: id.range))])
    }
  }

  /// The ids alone.
  func missingIDs(since previous: Registry) -> [String] {
    lost(since: previous).map(\.id.value)
  }

  private func lost(since previous: Registry) -> [(list: String, id: Located<String>)] {
    var kept = Set(publishedIDs.map(\.id.value))
    // A term that could not be read is found as such, and is there.
    for organisation in organisations where organisation.hasUnreadableTerm {
      let terms = previous.organisation(organisation.id.value)?.terms ?? []
      kept.formUnion(terms.compactMap(\.id?.value))
    }
    return previous.publishedIDs.filter { !kept.contains($0.id.value) }
  }

  /// Every id that readers could keep, with the list it stands in.
  private var publishedIDs: [(list: String, id: Located<String>)] {
    var ids: [(String, Located<String>)] = []
    for organisation in organisations {
      ids.append(("organisations", organisation.id))
      ids += organisation.audits.compactMap(\.id).map { ("organisations", $0) }
      ids += organisation.terms.compactMap(\.id).map { ("organisations", $0) }
    }
    ids += courses.map { ("courses", $0.id) }
    ids += certificates.map { ("certificates", $0.id) }
    return ids + tombstones.map { ("tombstones", $0.id) }
  }
}
