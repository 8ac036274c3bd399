import Diagnostics
import Testing

@testable import Handbook

@Suite struct RuleFixtureTests {
  /// The register's rules as they were agreed, R01 to R62: none may be forgotten.
  private static let agreed =
    ([1...9, 10...19, 20...25, 30...42, 50...57, 60...62] as [ClosedRange<Int>]).flatMap { $0 }
    .map { "registry-r" + ($0 < 10 ? "0" : "") + "\($0)" }

  private static let fixtures =
    RuleFixture.form + RuleFixture.accreditation + RuleFixture.courses + RuleFixture.certificates
    + RuleFixture.privacy + RuleFixture.continuity

  /// Rules that only warn.
  private static let warnings: Set = [
    "r05", "r09", "r15", "r23", "r34", "r36", "r38", "r39", "r55", "r62",
  ]

  @Test func `each rule has one passing and one failing fixture and a page that explains it`() {
    #expect(Self.fixtures.map(\.rule) == Self.agreed)
    let known = RuleCatalogue.all.map(\.id).filter { $0.hasPrefix("registry-") }
    #expect(known.sorted() == Self.agreed)
    for id in Self.agreed {
      let isWarning = Self.warnings.contains(String(id.dropFirst("registry-".count)))
      #expect(RuleCatalogue.rule(id)?.severity == (isWarning ? .warning : .error), "\(id)")
      let page = RuleCatalogue.rule(id).map { $0.markdown }
      #expect(page?.isEmpty == false)
    }
  }

  @Test(arguments: fixtures)
  func `a rule holds by a hair`(fixture: RuleFixture) async throws {
    #expect(try await fixture.passing.findings(of: fixture.rule) == [])
  }

  @Test(arguments: fixtures)
  func `a rule that is broken is found where it is written`(fixture: RuleFixture) async throws {
    let found = try await fixture.failing.findings(of: fixture.rule)
    #expect(found.first == fixture.found)
    #expect(fixture.found.contains("^"))
  }
}
