import Diagnostics
package import Values

/// What is known of an organisation that is to be entered.
package struct NewOrganisation: Sendable {
  /// Its name.
  package let name: String
  /// Its id; made from the name where it is `nil`.
  package var id: String?
  /// Its site, its page for questions, its country's code.
  package var url: String?, contactURL: String?, country: String?
  /// What it is.
  package var kind: Organisation.Kind?
  /// When it applied.
  package var applied: PlainDate?
  /// Its first accreditation, where it was decided.
  package var accreditation: Accreditation?

  /// Creates one.
  package init(name: String) { self.name = name }
}

extension Registry {
  /// Drafts an organisation, with its first audit, its first term and a line of the log where its
  /// accreditation was decided.
  package func draft(_ new: NewOrganisation) throws(DraftRefusal) -> RegistryDraft {
    var ids = FreshIDs(self)
    let wanted = new.id ?? "org-" + new.name.idPart
    guard wanted != "org-" else {
      throw .impossible("no id can be made from '\(new.name)'; give one with --id")
    }
    let id = ids.named(wanted)
    guard id == wanted || new.id == nil else { throw .impossible("'\(wanted)' is taken") }
    var pairs: [(String, DraftValue)] = [("id", .text(id)), ("name", .text(new.name))]
    let texts = [
      ("url", new.url), ("country", new.country), ("kind", new.kind?.rawValue),
      ("contact_url", new.contactURL),
    ]
    for case (let key, let text?) in texts { pairs.append((key, .text(text))) }
    pairs.append(("identifiers", .list([])))
    pairs.append(("applications", .list(new.applied.map { [.map([("date", .day($0))])] } ?? [])))
    var draft = RegistryDraft(id: id, additions: [])
    var log: [RegistryDraft.Addition] = []
    if let accreditation = new.accreditation {
      let (audit, term) = (ids.next("aud-"), ids.next("acc-"))
      let start = accreditation.start ?? accreditation.decided
      pairs.append(("audits", .list([accreditation.audit(audit, kind: .initial)])))
      pairs.append(
        (
          "terms",
          .list([
            try accreditation.term(
              term, audit: audit, start: start, months: framework.rules.accreditationMonths)
          ])
        ))
      log = [.log(accreditation.decided, .accreditationGranted, id, note: "first-term")]
      if accreditation.auditors.isEmpty { draft.remarks.append(RegistryDraft.noAuditors(audit)) }
    } else {
      pairs += [("audits", .list([])), ("terms", .list([]))]
      if new.applied == nil {
        draft.remarks.append(
          "'\(id)' stands in the register without an application: add its day, by --applied")
      }
    }
    pairs.append(("interruptions", .list([])))
    draft.additions =
      [.init(list: "organisations", entry: .map(pairs.map { (key: $0.0, value: $0.1) }))] + log
    return draft
  }

  /// The id among `known` that was probably meant.
  func nearestID(to id: String, among known: [Located<String>]) -> String? {
    nearest(to: id, among: known.map(\.value))
  }
}
