package import Diagnostics
package import Register
import Values

/// A site's register alone, for those who ask it something or add to it.
package struct OpenRegister: Sendable {
  /// The register as it is written.
  package let registry: Registry
  /// What is shown of it on the day.
  package let shown: PublicRegister
  /// What is wrong with it.
  package let findings: [Diagnostic]

  /// Reads the register of a site; `nil` where it has none.
  ///
  /// No page is read.
  package init?(_ sources: any SourceTree, _ options: BuildOptions) throws {
    let settings = try Survey(sources: sources, options: options).readSettings()
    let read = try RegistryReader.read(settings.value, sources, options)
    guard let view = read.value.view else { return nil }
    registry = view.register.registry
    shown = view.register
    findings = read.diagnostics
  }

  /// The entry that an id means: a certificate's number may be written in any way.
  ///
  /// - Throws: `DraftRefusal.unknown` with the nearest id.
  package func entry(_ written: String) throws(DraftRefusal) -> RegisterEntry {
    let id = CertificateNumber(lenient: written)?.text ?? written
    if let value = RegistryValue(shown).entry(id) { return RegisterEntry(value) }
    if let tombstone = registry.tombstones.first(where: { $0.id.value == id }) {
      let day = tombstone.date.map { " on \($0.value)" } ?? ""
      let code = tombstone.code.map { " (\($0.value))" } ?? ""
      throw .impossible("'\(id)' was removed\(day)\(code)")
    }
    let known =
      registry.organisations.map(\.id.value) + registry.courses.map(\.id.value)
      + registry.certificates.map(\.id.value)
    throw .unknown(kind: "entry", id: written, nearest: nearest(to: id, among: known))
  }
}
