import Diagnostics
import Testing
import Values

@testable import Register

@Suite struct RegistryTests {
  @Test func `every rule holds in the sound register`() {
    #expect(findings(reading: soundRegister).isEmpty)
    for rule in Registry.rules { #expect(findings(of: rule.id, in: soundRegister).isEmpty) }
  }

  @Test func `every rule holds in an empty register`() {
    for text in ["", "framework: {}\n", "organisations: []\ncertificates: ~\n"] {
      #expect(findings(reading: text).isEmpty)
      for rule in Registry.rules { #expect(findings(of: rule.id, in: text).isEmpty) }
    }
  }

  @Test func `rules are in order, each once`() {
    let ids = Registry.rules.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
    #expect(Registry.rules.allSatisfy { $0.id.hasPrefix("registry-r") && !$0.promise.isEmpty })
  }
}
