import Diagnostics

extension BodyRule {
  /// No word is left of those that an adaptation replaces.
  static let leftoverWord = BodyRule(
    leftoverWordText,
    prepare: { options, site in
      if site.adaptation != nil { TermForm.prepare(&options, site) }
    },
    check: { body in
      guard body.site.adaptation != nil else { return [] }
      return FoundTerm.all(in: body).compactMap { found in
        guard found.isWritten, found.form.isReplaced,
          let word = body.site.terms.term(found.form.key)?.text
        else { return nil }
        return finding(
          leftoverWordText, at: found.place,
          "'\(found.words)' is the base's word, and this handbook says '\(word)'",
          help: "write '\(found.variable)'", fix: found.fix)
      }
    })

  private static let leftoverWordText = RuleText(
    "leftover-word", .warning,
    promise: "No word is left of those that an adaptation replaces in 'terms'.",
    why: "Half a renaming is worse than none: readers take two words for two things.",
    example: "# with 'service_manager: service lead' in 'terms'\nAsk the service manager.",
    repair: "Write the variable: 'Ask {{ service_manager.the }}'. Code, what stands in 'raw', "
      + "quotations and names are left alone. In a page of the base, tell those who edit it.")
}
