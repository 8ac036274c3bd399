import Diagnostics

/// Entries that are to be added to a register, finished but for their place in the file.
package struct RegistryDraft: Sendable {
  /// An entry and the list it belongs to.
  struct Addition: Sendable {
    /// The list's key, such as `certificates`, or `terms` of an organisation.
    let list: String
    /// The organisation whose list it is; `nil` for a list of the register.
    var organisation: String?
    let entry: DraftValue
  }

  /// Other text for a value of the register.
  struct Replacement: Sendable {
    /// The value, by the register's ranges.
    let range: SourceRange
    /// Its key, and the entry it stands in, as people call it.
    let key: String, owner: String
    let text: String
  }

  /// The id of what is new: of an entry, or of the term that renews one.
  package let id: String
  /// What is added, in order.
  var additions: [Addition]
  /// Other text for parts of the register.
  var replacements: [Replacement] = []
  /// What the person who adds it must still know or do.
  package var remarks: [String] = []

  /// The entries as YAML to paste, each list under a comment that names it.
  package var yaml: String {
    var text = ""
    for (index, addition) in additions.enumerated() {
      let place = addition.organisation.map { "'\(addition.list)' of \($0)" }
      let indent = addition.organisation == nil ? 2 : 6
      let isSame =
        index > 0 && additions[index - 1].list == addition.list
        && additions[index - 1].organisation == addition.organisation
      if !isSame { text += "# to \(place ?? "'\(addition.list)'")\n" }
      text += addition.text(indent: indent)
    }
    var told: Set<String> = []
    for replacement in replacements where told.insert(replacement.owner).inserted {
      text += "# in \(replacement.owner), now '\(replacement.key): \(replacement.text)'\n"
    }
    return text
  }
}

extension RegistryDraft.Addition {
  /// The entry as a value of a list: what stands in an organisation, and the log, on one line each.
  func text(indent: Int) -> String {
    organisation != nil || list == "log"
      ? String(repeating: " ", count: indent) + "- \(entry.inline)\n" : entry.item(indent: indent)
  }
}

/// Why an entry cannot be drafted or put in its place.
package enum DraftRefusal: Error, Equatable, CustomStringConvertible {
  /// The register has no entry of this id; the nearest that it has.
  case unknown(kind: String, id: String, nearest: String?)
  /// Something about the entry; a sentence without its full stop.
  case impossible(String)

  /// One clause, without a final full stop.
  package var description: String {
    switch self {
    case .unknown(let kind, let id, let near):
      "the register has no \(kind) '\(id)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
    case .impossible(let reason): reason
    }
  }
}
