import Diagnostics

extension BodyRule {
  /// Terms of `site.yml` are printed by their names, never written out.
  static let writtenOutTerm = BodyRule(
    writtenOutTermText,
    prepare: TermForm.prepare,
    check: { body in
      // Without templates on the page there is nothing else to write.
      guard body.page.head.rendersLiquid else { return [] }
      // A page of a base knows nothing of the words here.
      if let path = body.page.source?.path, body.site.adaptation?.isFromBase(path) ?? false {
        return []
      }
      return FoundTerm.all(in: body).filter { $0.isWritten && !$0.form.isReplaced }.map { found in
        finding(
          writtenOutTermText, at: found.place,
          "'\(found.words)' is written out, though 'terms' in site.yml names it",
          help: "write '\(found.variable)'", fix: found.fix)
      }
    })

  private static let writtenOutTermText = RuleText(
    "written-out-term", .warning,
    promise: "Words that 'terms' in site.yml names are printed from there.",
    why: "An organisation that adapts the handbook changes such a word in one place; where it is "
      + "written out, the old word stays.",
    example: "# with 'service_manager: service manager' in 'terms'\nAsk the service manager.",
    repair: "Write the variable: 'Ask {{ service_manager.the }}'. Code, what stands in 'raw', "
      + "quotations and names are left alone.")
}
