import Diagnostics
import Testing

@testable import Handbook

@Test(arguments: ["page.html", "layouts/page", "layouts/page.html", "pgae"])
func `a layout that is named as its file is called is answered with its name`(written: String)
  async throws
{
  let report = try await build([
    "site.yml": "title: T\n", "layouts/page.html": "{{ content }}",
    "content/index.md": "---\ntitle: Home\nlayout: \(written)\n---\n",
  ]).report
  let finding = try #require(report.findings.first)
  #expect(report.findings.count == 1 && finding.rule == "missing-layout")
  #expect(finding.help == "did you mean 'page'?")
  #expect(finding.fix?.replacement == "page")
}
