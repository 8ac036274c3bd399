import Foundation
import Testing

/// A site with one page that takes far longer than it may.
private func site() throws -> Folder {
  let folder = try Folder()
  try folder.write("title: T\n", to: "site.yml")
  try folder.write("# Home\n\n[To it](/slow/)\n", to: "content/index.md")
  try folder.write(
    """
    ---
    title: Slow
    ---
    {% for a in (1..3000) %}{% for b in (1..3000) %}{% assign c = b %}{% endfor %}{% endfor %}
    """, to: "content/slow.md")
  return folder
}

private let hurry = ["HANDBOOK_PAGE_LIMIT": "1200"]

@Test func `a build whose page does not come to its end names it and leaves the output alone`()
  throws
{
  let folder = try site()
  try folder.write("# Slow\n", to: "content/slow.md")
  #expect(
    try Command(arguments: ["build"], folder: folder, environment: hurry).run().exitCode == 0)
  let before = try folder.text("public/index.html")
  try folder.write(try site().text("content/slow.md"), to: "content/slow.md")
  try folder.write("# Changed\n", to: "content/index.md")
  let outcome = try Command(arguments: ["build"], folder: folder, environment: hurry).run()
  #expect(outcome.exitCode == 2)
  #expect(
    outcome.console.contains(
      "handbook: 'content/slow.md' takes longer than 1200 ms to make, and no page may; nothing is published."
    ), "\(outcome.console)")
  #expect(try folder.text("public/index.html") == before)
  // The next build finds nothing in its way.
  try folder.write("# Slow\n", to: "content/slow.md")
  #expect(try Command(arguments: ["build"], folder: folder).run().exitCode == 0)
  #expect(try folder.text("public/index.html") != before)
}

@Test func `a check that its watchdog ends is one document still`() throws {
  let outcome = try Command(
    arguments: ["check", "--format", "json"], folder: try site(), environment: hurry
  ).run()
  #expect(outcome.exitCode == 2)
  let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
  let error = try #require((document as? [String: Any])?["error"] as? String)
  #expect(error.contains("content/slow.md"))
}

@Test func `a preview answers with what does not end, and starts again on its socket without it`()
  throws
{
  let folder = try site()
  let preview = try ServedSite(in: folder, environment: hurry)
  let answer = try preview.get("/slow/")
  #expect(answer.contains("503 Service Unavailable") && answer.contains("Refresh: 1"), "\(answer)")
  #expect(answer.contains("making this page takes longer than 1200 ms"))
  #expect(answer.contains("content/slow.md"))
  // The same process number, port and addresses: open pages go on listening.
  let again = try preview.get("/slow/")
  #expect(again.contains("200 OK"), "\(again)")
  #expect(again.contains("limit-exceeded") && again.contains("for a in (1..3000)"))
  let script = /\/_handbook\/\w+\/live\.js/
  let address = try #require(again.firstMatch(of: script)).output
  #expect(answer.contains(address.replacing("live.js", with: "page.css")))
  #expect(try preview.get("/").contains("To it"))
  try folder.write("---\ntitle: Slow\n---\nQuick now.\n", to: "content/slow.md")
  #expect(try preview.get("/slow/").contains("Quick now."))
  #expect(try preview.said().contains("starts itself again"))
}
