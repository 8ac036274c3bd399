import Handbook
import Testing

struct RegisterFigureTests {
  @Test func `terms stand on a line of time, suspensions over them`() async throws {
    let outcome = try await RegisterSite().build()
    let page = try #require(outcome.files["registry/organisations/index.html"])
    #expect(page.contains("<title>15 May 2023 to 14 May 2025</title>"))
    #expect(page.contains("<g class=\"fig-span fig-past\">"))
    #expect(page.contains("<g class=\"fig-span fig-current\">"))
    #expect(page.contains("suspended from 2 February 2026 to 10 April 2026"))
    #expect(page.contains(">30 June 2026</tspan>"))
    let own = try #require(outcome.files["registry/organisations/org-college/index.html"])
    #expect(own.contains("<g class=\"fig-span fig-broken\">"))
  }

  @Test func `coverage is shaded by the highest level`() async throws {
    let outcome = try await RegisterSite().build()
    let page = try #require(outcome.files["registry/coverage/index.html"])
    #expect(page.contains("<g class=\"fig-heat fig-heat-1\">"))
  }
}
