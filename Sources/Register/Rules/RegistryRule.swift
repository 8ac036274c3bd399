package import Diagnostics
package import Values

/// Something that must hold in every register.
package struct RegistryRule: Sendable {
  /// Its id, such as `registry-r10`.
  package let id: String
  /// How much it matters when it does not hold.
  package let severity: Severity
  /// What must hold, in one sentence.
  package let promise: String
  private let find: @Sendable (Registry, PlainDate) -> [RegistryFinding]

  /// Creates a rule; `find` returns each place at which it does not hold on a day.
  init(
    _ id: String, _ severity: Severity, _ promise: String,
    _ find: @escaping @Sendable (_ registry: Registry, _ asOf: PlainDate) -> [RegistryFinding]
  ) {
    self.id = id
    self.severity = severity
    self.promise = promise
    self.find = find
  }

  /// Returns what does not hold in a register, as of a day.
  package func check(_ registry: Registry, asOf day: PlainDate) -> [Diagnostic] {
    find(registry, day).map { finding in
      Diagnostic(
        id, severity, at: registry.place(of: finding.range), finding.message, help: finding.help,
        notes: finding.notes.map {
          Diagnostic.Note($0.message, at: registry.place(of: $0.range))
        })
    }
  }
}

/// A place at which a rule does not hold.
struct RegistryFinding {
  /// The smallest part of the register that is wrong.
  let range: SourceRange
  /// What is wrong.
  let message: String
  /// What would have worked.
  let help: String?
  /// Other places that explain it.
  let notes: [(message: String, range: SourceRange)]

  init(
    at range: SourceRange, _ message: String, help: String?,
    notes: [(message: String, range: SourceRange)] = []
  ) {
    self.range = range
    self.message = message
    self.help = help
    self.notes = notes
  }
}

extension Registry {
  /// The rules, in the order of their numbers.
  ///
  /// R07, and of R04 that days exist, are told while the register is read.
  package static let rules: [RegistryRule] = [
    .r01, .r02, .r03, .r04, .r05, .r06, .r08, .r09, .r10, .r11, .r12, .r13, .r14, .r15, .r16, .r17,
    .r18, .r19, .r20, .r21, .r22, .r23, .r24, .r25, .r30, .r31, .r32, .r33, .r34, .r35, .r36, .r37,
    .r38, .r39, .r40, .r41, .r42, .r56,
  ]

  /// Returns what does not hold in the register as of a day, rule by rule.
  ///
  /// O(*entries*).
  package func check(asOf day: PlainDate) -> [Diagnostic] {
    Self.rules.flatMap { $0.check(self, asOf: day) }
  }
}
