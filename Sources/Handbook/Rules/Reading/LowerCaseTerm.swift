import Diagnostics

extension BodyRule {
  /// A term that begins a sentence begins with a capital letter.
  static let lowerCaseTerm = BodyRule(
    lowerCaseTermText, prepare: TermForm.prepare,
    check: { body in
      // Words that a person wrote out are a matter of their own.
      FoundTerm.all(in: body).filter { $0.beginsSentence && !$0.isWritten && !$0.form.isReplaced }
        .map { found in
          finding(
            lowerCaseTermText, at: found.place, "'\(found.words)' begins a sentence in lower case",
            help: "write a form for the start, such as '{{ \(found.form.key).start }}' or "
              + "'{{ \(found.form.key).the_start }}'")
        }
    })

  private static let lowerCaseTermText = RuleText(
    "lower-case-term", .warning,
    promise: "A term that begins a sentence begins with a capital letter.",
    why: "In the template the variable looks right; only readers see the slip.",
    example: "{{ service_manager.plural }} decide.",
    repair: "Write '{{ service_manager.plural_start }} decide'.")
}
