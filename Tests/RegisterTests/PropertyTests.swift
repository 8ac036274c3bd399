import Diagnostics
import Testing
import Values

@testable import Register

@Suite struct PropertyTests {
  /// Ways to break a register, each with the rule that finds it; `false` where there is nothing to break.
  private static let days: [(rule: String, apply: @Sendable (inout RandomRegister) -> Bool)] = [
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

  private static let breaks =
    days.map { RandomBreak($0.rule, $0.apply) } + RandomBreak.entries + RandomBreak.levels

  @Test(arguments: 0..<60)
  func `one thing broken is found by its rule`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sound = try RandomRegister(using: &random)
    for broken in Self.breaks {
      guard let text = broken.text(sound) else { continue }
      let read = decode(text)
      let found = read.diagnostics + read.value.check(asOf: try today())
      #expect(found.contains { $0.rule == broken.rule }, "\(broken.rule)")
    }
  }

  @Test func `every rule of the register's own file is broken by some random register`() throws {
    var broken: Set<String> = []
    for seed: UInt64 in 0..<60 {
      var random = SeededGenerator(seed: seed)
      let sound = try RandomRegister(using: &random)
      broken.formUnion(Self.breaks.filter { $0.text(sound) != nil }.map(\.rule))
    }
    let all = Set(Registry.rules.map(\.id)).union(["registry-r07", "registry-r50"])
    #expect(all.subtracting(broken).sorted() == [])
  }

  @Test(arguments: 0..<20)
  func `what is lost or changed since an earlier register is found`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sound = try RandomRegister(using: &random)
    let owner = try #require(sound.organisations.first)
    let written = owner.terms[0].start
    let log = "log:\n  - {date: \(written), kind: accreditation-granted, subject: org-0}\n"
    let previous = try PreviousRegistry(
      parsing: SourceFile(path: "old.yml", text: sound.text + log))
    func rules(_ text: String, on day: PlainDate) -> Set<String> {
      Set(decode(text + log).value.check(since: previous, asOf: day).map(\.rule))
    }
    #expect(rules(sound.text, on: written).isEmpty)
    #expect(rules(sound.text, on: try today()).contains("registry-r62"))
    #expect(
      rules(sound.text.replacing("id: acc-0-0", with: "id: acc-9-9"), on: written)
        == ["registry-r60"])
    let start = "start: \(written)"
    #expect(
      rules(sound.text.replacing(start, with: "start: 2001-01-01"), on: written)
        .contains("registry-r61"))
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
