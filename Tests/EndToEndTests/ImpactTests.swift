import Foundation
import Testing

/// A small site on the disk.
private func site() throws -> Folder {
  let folder = try Folder()
  try folder.write("title: T\nurl: https://x.example/base/\n", to: "site.yml")
  try folder.write("# Home\n\n[B](/a/b/) [c](a/c.md) [x](/base/a/c/)\n", to: "content/index.md")
  try folder.write("# A\n\n[b](b.md)\n", to: "content/a/index.md")
  try folder.write("# B\n\n[c](c.md)\n", to: "content/a/b.md")
  try folder.write("# C\n\n[h](/)\n", to: "content/a/c.md")
  return folder
}

private func run(_ arguments: String..., in folder: Folder) throws -> Command.Outcome {
  try Command(arguments: arguments, folder: folder).run()
}

@Test func `mv renames a page, its links and nothing else`() throws {
  let folder = try site()
  let trial = try run("mv", "--dry-run", "/a/b/", "/new/b2/", in: folder)
  #expect(trial.exitCode == 0, "\(trial.console)")
  #expect(try folder.text("content/a/b.md") == "# B\n\n[c](c.md)\n")

  let outcome = try run("mv", "/a/b/", "/new/b2/", in: folder)
  #expect(outcome.exitCode == 0, "\(outcome.console)")
  #expect(outcome.output == trial.output)
  #expect(
    outcome.output == """
      content/a/b.md → content/new/b2.md
      content/a/b.md:1:1: + → --- aliases: [/a/b/] ---
      content/a/b.md:3:5: c.md → ../a/c.md
      content/a/index.md:3:5: b.md → ../new/b2.md
      content/index.md:3:5: /a/b/ → /new/b2/

      """)
  #expect(
    try Tree(folder.url.appending(path: "content")).files.mapValues {
      String(decoding: $0, as: UTF8.self)
    }
      == [
        "index.md": "# Home\n\n[B](/new/b2/) [c](a/c.md) [x](/base/a/c/)\n",
        "a/index.md": "# A\n\n[b](../new/b2.md)\n", "a/c.md": "# C\n\n[h](/)\n",
        "new/b2.md": "---\naliases: [/a/b/]\n---\n# B\n\n[c](../a/c.md)\n",
      ])
  #expect(try run("check", in: folder).exitCode == 0)
}

@Test func `mv moves a folder, keeps rights, and leaves no empty folder`() throws {
  let folder = try site()
  let file = folder.url.appending(path: "content/a/c.md").path
  try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
  #expect(try run("mv", "content/a", "content/z/y", in: folder).exitCode == 0)
  #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "content/a").path))
  let moved = folder.url.appending(path: "content/z/y/c.md").path
  let rights = try FileManager.default.attributesOfItem(atPath: moved)[.posixPermissions] as? Int
  #expect(rights == 0o640)
  #expect(try run("check", in: folder).exitCode == 0)
}

@Test func `mv refuses what is taken, and changes nothing`() throws {
  let folder = try site()
  let before = try Tree(folder.url)
  for (old, new, code) in [("/a/b/", "/a/c/", 1), ("/none/", "/x/", 64), ("/a/", "/a/b/", 1)] {
    let outcome = try run("mv", old, new, in: folder)
    #expect(outcome.exitCode == code && outcome.output.isEmpty, "\(outcome.console)")
  }
  #expect(try Tree(folder.url).differences(from: before) == [])
}

@Test func `a command that there is not is wrong usage`() throws {
  for arguments in [["bulid"], ["help", "bulid"]] {
    let outcome = try Command(arguments: arguments, folder: try Folder()).run()
    #expect(outcome.exitCode == 64)
    #expect(outcome.console.contains("did you mean 'build'?"), "\(outcome.console)")
  }
}

@Test func `mv lists what a template puts together, and ends with 1`() throws {
  let folder = try site()
  try folder.write("<a href=\"/a/{{ 'b' }}/\">b</a>{{ content }}", to: "layouts/page.html")
  let outcome = try run("mv", "/a/b/", "/new/", in: folder)
  #expect(outcome.exitCode == 1)
  #expect(outcome.console.contains("layouts/page.html:1:10: no page at '/a/b/'"))
  #expect(try run("check", in: folder).exitCode == 0)
}

@Test func `where-used lists links with their places, in words and as JSON`() throws {
  let folder = try site()
  let text = try run("where-used", "a/c", in: folder)
  #expect(text.exitCode == 0)
  #expect(text.output.hasPrefix("content/a/b.md:3:5: c.md\n"))
  #expect(
    text.output.contains("content/index.md:3:16: a/c.md\ncontent/index.md:3:28: /base/a/c/\n"))

  let json = try run("where-used", "--format", "json", "/a/c/", in: folder)
  let document = try #require(
    try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
  let links = try #require(document["links"] as? [[String: Any]])
  let first = try #require(links.first { $0["kind"] as? String == "text" })
  #expect(document["page"] as? String == "/a/c/")
  #expect(first["file"] as? String == "content/a/b.md" && first["written"] as? String == "c.md")
  #expect(
    first["line"] as? Int == 3 && first["column"] as? Int == 5 && first["endColumn"] as? Int == 9)
  #expect(try run("where-used", "/none/", in: folder).exitCode == 64)
}

@Test func `a page may be named by its path on this machine, and a missing anchor is told of`()
  throws
{
  let folder = try site()
  let content = folder.url.appending(path: "content").path
  let used = try run("where-used", content + "/a/b.md#nope", in: folder)
  #expect(used.exitCode == 0)
  #expect(
    used.console.contains("note: '/a/b/' has no heading or anchor '#nope'"), "\(used.console)")
  let moved = try run("mv", content + "/a/", content + "/new/z", in: folder)
  #expect(moved.exitCode == 0, "\(moved.console)")
  #expect(moved.output.hasPrefix("content/a/b.md → content/new/z/b.md\n"), "\(moved.output)")
  let outside = try run("mv", "/new/z/", folder.url.path + "-out/x", in: folder)
  #expect(!outside.output.contains("../"), "\(outside.console)")
}

@Test func `fix writes what is sure, and what is near under --yes`() throws {
  let folder = try site()
  try folder.write("# C\n\n[h](/) [b](/a/bb/)\n", to: "content/a/c.md")
  let sure = try run("fix", in: folder)
  #expect(sure.exitCode == 0, "\(sure.console)")
  #expect(sure.output == "content/index.md:3:28: '/base/a/c/' → '/a/c/'\n")
  #expect(sure.console.contains("1 repaired; 1 more with --yes"))
  #expect(try folder.text("content/index.md") == "# Home\n\n[B](/a/b/) [c](a/c.md) [x](/a/c/)\n")
  #expect(try folder.text("content/a/c.md").contains("/a/bb/"))
  #expect(try run("fix", "--yes", in: folder).output == "content/a/c.md:3:12: '/a/bb/' → '/a/b/'\n")
  #expect(try run("check", "--strict", in: folder).exitCode == 0)
  #expect(try run("fix", in: folder).console == "nothing repaired\n")
  try folder.write("# C\n\n[h](/) [x]()\n", to: "content/a/c.md")
  #expect(
    try run("fix", in: folder).console
      == "nothing repaired\n1 finding needs a person: 'handbook check' tells\n")
}

@Test func `fix mends slips of the pen in front matter and site.yml, and adds lost addresses`()
  throws
{
  let folder = try site()
  #expect(try run("build", "--quiet", in: folder).exitCode == 0)
  folder.remove("content/a/c.md")
  try folder.write("# C\n\n[h](/) [b](/a/b/)\n", to: "content/a/cc.md")
  try folder.write("---\nstatus: redy\norderr: 3\n---\n# B\n\n[c](cc.md)\n", to: "content/a/b.md")
  try folder.write("title: T\nurl: https://x.example/base/\nlanguge: en\n", to: "site.yml")
  let outcome = try run("fix", "--yes", "--previous", "public/handbook.json", in: folder)
  #expect(outcome.exitCode == 0, "\(outcome.console)")
  #expect(
    try folder.text("content/a/b.md") == "---\nstatus: ready\norder: 3\n---\n# B\n\n[c](cc.md)\n")
  #expect(try folder.text("site.yml") == "title: T\nurl: https://x.example/base/\nlanguage: en\n")
  #expect(
    try folder.text("content/a/cc.md")
      == "---\naliases: [/a/c/]\n---\n# C\n\n[h](/) [b](/a/b/)\n")
}

@Test func `mv writes what it says in files that site.yml names beside the content`() throws {
  let folder = try site()
  try folder.write("title: T\ndata: facts.yml\nfigures: figures.yml\n", to: "site.yml")
  try folder.write("lead: /a/b/\n", to: "facts.yml")
  try folder.write(
    "x:\n  draw: layers\n  layers: [{page: /a/b/}, {page: /a/c/}]\n", to: "figures.yml")
  let outcome = try run("mv", "/a/b/", "/new/", in: folder)
  #expect(outcome.output.contains("figures.yml:3:19: /a/b/ → /new/\n"), "\(outcome.console)")
  #expect(try folder.text("figures.yml").contains("{page: /new/}"))
  #expect(outcome.output.contains("facts.yml:1:7: /a/b/ → /new/\n"), "\(outcome.console)")
  #expect(try folder.text("facts.yml") == "lead: /new/\n")
}

@Test func `fix repairs the register wherever it lies`() throws {
  let folder = try site()
  try folder.write("title: T\nregistry: data/reg.yml\n", to: "site.yml")
  try folder.write(
    "organisations:\n- id: org-a\n  nmae: A\n", to: "data/reg.yml")
  let outcome = try run("fix", "--yes", in: folder)
  #expect(outcome.output.contains("data/reg.yml:3:3: 'nmae' → 'name'\n"), "\(outcome.console)")
  #expect(try folder.text("data/reg.yml").contains("  name: A"))
}
