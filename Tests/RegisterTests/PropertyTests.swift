import Diagnostics
import Testing
import Values

@testable import Register

@Suite struct PropertyTests {
  /// Ways to break a register, each with the rule that finds it; `false` where there is nothing to break.
  private static let breaks: [(rule: String, apply: @Sendable (inout RandomRegister) -> Bool)] = [
    ("registry-r02", { changeCertificate(&$0) { $0.number = flipped($0.number) } }),
    (
      "registry-r09",
      { register in
        guard register.organisations.count > 1 else { return false }
        register.organisations[1].name = register.organisations[0].name + " Ltd"
        return true
      }
    ),
    (
      "registry-r10",
      { register in
        register.organisations[0].terms[0].auditClosed = RandomRegister.later(
          register.organisations[0].terms[0].start, 1)
        return true
      }
    ),
    (
      "registry-r13",
      { register in
        guard register.organisations[0].terms.count > 1 else { return false }
        let start = register.organisations[0].terms[1].start
        register.organisations[0].terms[1].start = RandomRegister.later(start, -1)
        return true
      }
    ),
    (
      "registry-r14",
      { register in
        guard register.organisations[0].terms.count > 1 else { return false }
        let start = register.organisations[0].terms[1].start
        register.organisations[0].terms[1].start = RandomRegister.later(start, 1)
        return true
      }
    ),
    (
      "registry-r30",
      { changeCertificate(&$0) { $0.awarded = RandomRegister.later($0.awarded, -6000) } }
    ),
    (
      "registry-r32",
      { changeCertificate(&$0) { $0.assessed = RandomRegister.later($0.awarded, 1) } }
    ),
    (
      "registry-r39",
      { changeCertificate(&$0) { $0.assessed = RandomRegister.later($0.awarded, -91) } }
    ),
    ("registry-r42", { changeCertificate(&$0) { $0.statusIndex = 131_072 } }),
    (
      "registry-r42",
      { register in
        let indices = register.organisations.flatMap { $0.certificates.map(\.statusIndex) }
        guard indices.count > 1 else { return false }
        return changeCertificate(&register) { certificate in
          let other = indices.first { $0 != certificate.statusIndex }
          certificate.statusIndex = other ?? certificate.statusIndex
        }
      }
    ),
  ]

  /// Changes the first certificate, when there is one.
  private static func changeCertificate(
    _ register: inout RandomRegister, _ change: (inout RandomRegister.Certificate) -> Void
  ) -> Bool {
    let index = register.organisations.firstIndex { !$0.certificates.isEmpty }
    guard let index else { return false }
    change(&register.organisations[index].certificates[0])
    return true
  }

  /// A number with its last character written otherwise.
  private static func flipped(_ number: String) -> String {
    String(number.dropLast()) + (number.hasSuffix("0") ? "1" : "0")
  }

  private func today() throws -> PlainDate { try #require(PlainDate("2027-01-01")) }

  @Test(arguments: 0..<60)
  func `a random sound register has no findings`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = try RandomRegister(using: &random).text
    let read = decode(text)
    let found = read.diagnostics + read.value.check(asOf: try today())
    #expect(found.map { TextPrinter().print($0) } == [])
  }

  @Test(arguments: 0..<60)
  func `one thing broken is found by its rule`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sound = try RandomRegister(using: &random)
    for (rule, apply) in Self.breaks {
      var broken = sound
      guard apply(&broken) else { continue }
      let read = decode(broken.text)
      #expect(read.diagnostics.isEmpty)
      #expect(read.value.check(asOf: try today()).contains { $0.rule == rule }, "\(rule)")
    }
  }

  @Test(arguments: 0..<3)
  func `nothing changes before the next change`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let registry = decode(try RandomRegister(using: &random).text).value
    var day = try #require(PlainDate("2013-10-01"))
    let last = try #require(PlainDate("2026-01-01"))
    var next = registry.nextChange(after: day)
    var state = drawing(registry, on: day)
    while day < last {
      day = RandomRegister.later(day, 1)
      let now = drawing(registry, on: day)
      if now != state { #expect(day == next, "changed on \(day)") }
      if day == next { next = registry.nextChange(after: day) }
      state = now
    }
  }

  /// All that a page shows and that the calendar changes.
  private func drawing(_ registry: Registry, on day: PlainDate) -> [String] {
    registry.organisations.map { organisation in
      let status = organisation.status(on: day)?.rawValue ?? "none"
      let term = organisation.term(on: day)?.id?.value ?? "none"
      return "\(status) \(term) \(organisation.isExpiring(on: day, within: 183))"
    }
      + registry.certificates.map {
        $0.status(on: day, validFor: nil)?.status.rawValue ?? "none"
      }
  }
}
