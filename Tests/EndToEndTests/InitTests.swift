import Foundation
import Testing

private func run(_ arguments: String..., in folder: Folder) throws -> Command.Outcome {
  try Command(arguments: arguments, folder: folder).run()
}

@Test func `init makes a handbook in which check finds nothing, and build makes a site`() throws {
  let folder = try Folder()
  let made = try run("init", "books/our-handbook", in: folder)
  #expect(made.exitCode == 0, "\(made.console)")
  #expect(made.output.contains("cd books/our-handbook\n"))
  let site = "books/our-handbook"
  #expect(try folder.text("\(site)/site.yml").contains("title: \"Our handbook\"\n"))
  for path in ["README.md", ".gitignore", ".github/workflows/site.yml", "content/registry.yml"] {
    #expect(try !folder.text("\(site)/\(path)").isEmpty)
  }
  let checked = try run("check", "--strict", "--strict-dates", "--site", site, in: folder)
  #expect(checked.exitCode == 0, "\(checked.console)")
  #expect(try run("build", "--site", site, in: folder).exitCode == 0)
  let page = try folder.text("\(site)/public/roles/service-manager/index.html")
  #expect(page.contains("<h1>Service manager</h1>"))
  let service = try folder.text("\(site)/public/services/help-desk/index.html")
  #expect(service.contains(#"<dd><a href="/roles/service-manager/">Service manager</a></dd>"#))
  #expect(page.contains("Referenced by:"))
  #expect(try !folder.text("\(site)/public/index.html").contains("Referenced by:"))
  #expect(page.components(separatedBy: "<script").count == 2)
  #expect(page.contains(#"<form class="search" role="search" action="/search/" method="get">"#))
  #expect(!page.contains(" style="))
}

@Test func `init takes the current folder, and a title`() throws {
  let folder = try Folder()
  let made = try run("init", ".", "--title", "Ours: \"the\" book", in: folder)
  #expect(made.exitCode == 0, "\(made.console)")
  #expect(made.output.hasPrefix("A new handbook is in this folder. What now:\n"))
  #expect(!made.output.contains("cd "))
  #expect(try run("check", "--strict", in: folder).exitCode == 0)
}

@Test func `init refuses a title without letters, and makes nothing`() throws {
  let folder = try Folder()
  let outcome = try run("init", "book", "--title", " ", in: folder)
  #expect(outcome.exitCode == 64)
  #expect(outcome.console.contains("--title is empty"))
  #expect(try run("check", "--site", "book", in: folder).exitCode == 2)
}

@Test func `init --from refuses a folder without pages, and makes nothing`() throws {
  let folder = try Folder()
  try folder.write("words", to: "old/notes.docx")
  let outcome = try run("init", "--from", "old", "new", in: folder)
  #expect(outcome.exitCode == 64)
  #expect(outcome.console.contains("the folder that --from names has no page"))
  #expect(try run("init", "new", in: folder).exitCode == 0)
}

@Test func `the commands that init prints can be typed, whatever the folder is called`() throws {
  let folder = try Folder()
  for (name, word) in [
    ("Mein Handbuch ü", "'Mein Handbuch ü'"), ("it's", #"'it'\''s'"#), ("$(ls)", "'$(ls)'"),
    ("Bücher/neu-1", "Bücher/neu-1"), ("-x", "./-x"), ("~", "'~'"),
  ] {
    let made = try run("init", "--", name, in: folder)
    #expect(made.output.contains("\n  cd \(word)\n"), "\(made.console)")
  }
}

@Test func `a page that is misspelled in a field is found there, and not in the starter's layout`()
  throws
{
  let folder = try Folder()
  _ = try run("init", "book", in: folder)
  let path = "book/content/processes/answer-a-request.md"
  let text = try folder.text(path)
  try folder.write(
    text.replacing("performed_by: [service-manager]", with: "performed_by: [service-manger]"),
    to: path)
  let checked = try run("check", "--site", "book", in: folder)
  let found = (checked.output + checked.console).split(separator: "\n")
    .filter { $0.contains(": error: ") }
  #expect(found.count == 1 && found.first?.contains("'service-manger'") == true, "\(found)")
}

@Test func `init refuses a folder that holds something, and changes nothing there`() throws {
  let folder = try Folder()
  try folder.write("mine", to: "old/notes.txt")
  let outcome = try run("init", "old", in: folder)
  #expect(outcome.exitCode == 2)
  #expect(
    outcome.console == """
      handbook: 'old' is not empty: it holds 'notes.txt'; name a new folder, or take what is there over \
      with 'handbook init --from old NEW-FOLDER'.

      """)
  #expect(try Tree(folder.url).files.keys.sorted() == ["old/notes.txt"])
  try folder.write("title: T\n", to: "book/site.yml")
  #expect(try run("init", "book", in: folder).console.contains("holds a handbook already"))
  #expect(try run("init", "old/notes.txt", in: folder).console.contains("is not a folder"))
  #expect(try run("init", in: folder).exitCode == 64)
}

/// A small site of Eleventy on the disk.
private func eleventy() throws -> Folder {
  let folder = try Folder()
  let files = [
    ".eleventy.js":
      "module.exports = (c) => { c.addPassthroughCopy('img'); c.addFilter('x', (s) => s); };\n",
    "_includes/base.njk": "{{ content | safe }}\n",
    "_data/metadata.json": #"{"title": "Old book", "url": "https://old.example/"}"#,
    "_data/terms.json": #"{"lead": "team lead"}"#,
    "img/a.png": "not really",
    "index.md":
      "---\nlayout: base.njk\ntitle: Home\neleventyNavigation: {key: Home}\n---\n[A](/a/) [no](/no/)\n",
    "a.md": "---\ntags: [x]\n---\n# A\n\n{{ lead }}\n\n{% set y = 1 %}\n\n![a](/img/a.png)\n",
  ]
  for (path, text) in files { try folder.write(text, to: "old/\(path)") }
  return folder
}

@Test func `init --from makes a handbook of a site, whose mistakes are known`() throws {
  let folder = try eleventy()
  let before = try Tree(folder.url.appending(path: "old"))
  let made = try run("init", "--from", "old", "new", in: folder)
  #expect(made.exitCode == 0, "\(made.console)")
  #expect(try Tree(folder.url.appending(path: "old")) == before)
  #expect(try folder.text("new/content/a.md") == folder.text("old/a.md"))
  #expect(try folder.text("new/content/img/a.png") == "not really")

  let known = try run(
    "check", "--strict", "--site", "new", "--baseline", "new/baseline.json", in: folder)
  #expect(known.exitCode == 0, "\(known.console)")
  let all = try run("check", "--site", "new", in: folder)
  #expect(all.exitCode == 1)
  #expect(all.console.contains("content/index.md:6:15: error: no page at '/no/' [broken-link]"))
  let report = try folder.text("new/MIGRATION.md")
  #expect(report.contains("- `.eleventy.js:1`: the filter 'x'"))
  #expect(report.contains("- `a.md:8`: {% set %} is not Liquid: write 'assign'"))

  let built = try run("build", "--site", "new", "--baseline", "new/baseline.json", in: folder)
  #expect(built.exitCode == 0, "\(built.console)")
  #expect(try folder.text("new/public/a/index.html").contains("<p>team lead</p>"))
}

@Test func `init --from refuses to make the handbook inside what it is made of`() throws {
  let folder = try eleventy()
  let outcome = try run("init", "--from", "old", "old/new", in: folder)
  #expect(outcome.exitCode == 64)
  #expect(outcome.console.contains("'old/new' lies in the folder that --from names"))
  #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "old/new").path))
  #expect(try run("init", "--from", "nowhere", "new", in: folder).exitCode == 2)
}

@Test func `init --from writes nothing outside the new folder`() throws {
  let folder = try Folder()
  try folder.write(
    #"module.exports = (c) => { c.addPassthroughCopy({ "a": "../../escaped" }); };"#,
    to: "old/.eleventy.js")
  try folder.write("out", to: "old/a/x.txt")
  try folder.write("# Home\n", to: "old/index.md")
  let made = try run("init", "--from", "old", "new", in: folder)
  #expect(made.exitCode == 0, "\(made.console)")
  let outside = try Tree(folder.url).files.keys.filter {
    !$0.hasPrefix("old/") && !$0.hasPrefix("new/")
  }
  #expect(outside.isEmpty)
  let report = try folder.text("new/MIGRATION.md")
  #expect(
    report.contains("- `.eleventy.js:1`: 'a' is not copied: it, or where it goes, is outside"))
}

@Test func `init --from takes over a site whose names are those of the handbook's own files`()
  throws
{
  let folder = try Folder()
  try folder.write("---\nlayout: menu\n---\n# Home\n\nWords.\n", to: "old/index.md")
  try folder.write("p { color: red }", to: "old/assets/handbook/site.css")
  let made = try run("init", "--from", "old", "new", in: folder)
  #expect(made.exitCode == 0, "\(made.console)")
  #expect(try folder.text("new/MIGRATION.md").contains("- `assets/handbook/site.css`: left out"))
  #expect(try run("build", "--site", "new", in: folder).exitCode == 0)
  let page = try folder.text("new/public/index.html")
  #expect(page.contains("<p>Words.</p>") && page.contains("<ul class=\"menu\">"))
}
