import Diagnostics
import Foundation
import Testing
import Values

@testable import Handbook

private let home = ["content/index.md": "# Home\n"]

@Test func `security.txt says whom to write to, and until when`() async throws {
  let site = try await build(
    home.merging([
      "site.yml": """
      title: T
      security:
        contact: [mailto:security@x.example, https://x.example/report]
        expires: 2027-01-31
        policy: https://x.example/policy
        languages: [en, cy]
      """
    ]) { $1 }, url: "https://x.example/base")
  #expect(site.report.findings.isEmpty)
  #expect(
    site.files[".well-known/security.txt"] == """
      Contact: mailto:security@x.example
      Contact: https://x.example/report
      Expires: 2027-01-31T23:59:59Z
      Policy: https://x.example/policy
      Preferred-Languages: en, cy
      Canonical: https://x.example/base/.well-known/security.txt

      """)
}

@Test func `hosts are told the content policy in the file that they read, each file once`()
  async throws
{
  let site = try await build(
    home.merging([
      "site.yml": "title: T\nsecurity: {headers: [netlify, cloudflare, azure]}\n"
    ]) { $1 })
  #expect(site.report.findings.isEmpty)
  let headers = try #require(site.files["_headers"])
  #expect(
    headers.hasPrefix("/*\n  Content-Security-Policy: default-src 'none'; script-src 'self';"))
  #expect(headers.contains("frame-ancestors 'none'\n  Referrer-Policy: same-origin\n"))
  #expect(site.files["staticwebapp.config.json"]?.contains("\"globalHeaders\"") == true)
  #expect(site.files[".well-known/security.txt"] == nil)
}

@Test func `what is wrong about security is named where it stands`() async throws {
  try await check(
    home.merging([
      "site.yml": """
      title: T
      security:
      ^^^^^^^^ error: 'security' has no 'expires'; add 'expires: …'
        contact: [security@x.example, " "]
                  ^^^^^^^^^^^^^^^^^^ error: 'contact' must be an address that begins with 'https://', 'mailto:' or 'tel:'; write 'mailto:security@x.example'
                                      ^^^ error: 'contact' must be an address that begins with 'https://', 'mailto:' or 'tel:'; write it in full
        headers: nginx
                 ^^^^^ error: no headers file is known for 'nginx'; write one of netlify, cloudflare, azure
      """
    ]) { $1 })
}

@Test(arguments: [
  ("2026-07-31", nil), ("2026-07-30", "security.txt expires on 2026-07-30"),
  ("2026-06-30", "security.txt expires on 2026-06-30"),
  ("2026-06-29", "security.txt expired on 2026-06-29: nobody need believe it any more"),
])
func `from thirty days before its end, security.txt is a warning of the calendar`(
  _ expires: String, _ message: String?
) async throws {
  let site = try await build(
    home.merging([
      "site.yml": "title: T\nsecurity: {contact: tel:+44, expires: \(expires)}\n"
    ]) { $1 })
  #expect(site.report.findings.map(\.message) == [message].compactMap { $0 })
  #expect(site.report.findings.allSatisfy { $0.severity == .warning && $0.since != nil })
}

@Test func `this handbook's pages say the policy that hosts are told`() throws {
  let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../layouts/head.html")
  let head = try String(contentsOf: root, encoding: .utf8)
  #expect(
    head.contains(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"\(ContentPolicy.page)\">"))
  #expect(ContentPolicy.header.hasPrefix(ContentPolicy.page))
}
