import Handbook
import Testing

@Suite struct SearchPrivacyTests {
  private let number = RegisterSite.number(1).lowercased().filter { $0 != "-" }

  private func site(_ state: String) -> RegisterSite {
    var site = RegisterSite()
    site.people = "people:\n" + RegisterSite.person(1, "Ottoline Quarrel", state: state)
    return site
  }

  /// All of a site's index.
  private func index(_ outcome: Outcome) -> String {
    outcome.files.filter { $0.key.hasPrefix("search/") && $0.key.hasSuffix(".txt") }
      .map(\.value).joined()
  }

  @Test func `a listed certificate is found by its number, not by its holder's name`() async throws
  {
    let index = index(try await site("listed").build())
    #expect(index.contains("\n\(number) "))
    #expect(!index.contains("ottoline"))
    #expect(!index.contains("quarrel"))
  }

  @Test(arguments: ["verify-only", "none"])
  func `no file of the index knows of the certificate of somebody not listed`(_ state: String)
    async throws
  {
    let index = index(try await site(state).build())
    #expect(index.contains("/registry/organisations/"))
    #expect(!index.contains(number))
    #expect(!index.contains(RegisterSite.number(1).lowercased()))
    #expect(!index.contains("ottoline"))
  }

  @Test func `without the private file no certificate is in the index`() async throws {
    let index = index(try await RegisterSite().build())
    #expect(!index.contains("/registry/certificates/c-"))
    #expect(index.contains("\n/registry/certificates/\n"))
  }
}
