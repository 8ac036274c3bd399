import Testing

@testable import Preview

/// What people see of mistakes while they edit.
@Suite(.serialized)
struct MistakeTests {
  @Test func `a page shows its mistakes, and none when they are repaired`() async throws {
    try await withPreview { site in
      #expect(try await site.get("/a/").contains("<aside id=\"_handbook-panel\" hidden>"))
      try site.write("---\ntitle: A\n---\nNew text. [Home](/hom/)\n", to: "content/a.md")
      let page = try await site.get("/a/")
      #expect(
        page.contains("<p>New text. <a data-handbook-finding=\"broken-link\" href=\"/hom/\">"))
      #expect(page.contains("no page at &#39;/hom/&#39;"))
      #expect(page.contains("New text. [Home](/hom/)\n                 ^^^^^"))
      #expect(page.contains("href=\"vscode://file\(site.folder)/content/a.md:4:18\""))
      try site.write("---\ntitle: A\n---\nNew text. [Home](/)\n", to: "content/a.md")
      #expect(!(try await site.get("/a/").contains("data-handbook-finding")))
    }
  }

  @Test func `a link to an anchor that goes from another page is marked at once`() async throws {
    var files = PreviewedSite.plain
    files["content/a.md"] = "---\ntitle: A\n---\n[x](/#home)\n"
    try await withPreview(files) { site in
      #expect(!(try await site.get("/a/").contains("data-handbook-finding")))
      try site.write("# Other\n\n[a](/a/)\n", to: "content/index.md")
      #expect(try await site.get("/a/").contains("data-handbook-finding=\"broken-anchor\""))
    }
  }

  @Test(arguments: ["---\ntitle: [\n---\nText\n", "---\ntitle: A\n---\n{% if %}Text\n", "\u{0}"])
  func `a page that cannot be shown is shown as it was`(_ text: String) async throws {
    try await withPreview { site in
      #expect(try await site.get("/a/").contains("First text."))
      try site.write(text, to: "content/a.md")
      let page = try await site.get("/a/")
      #expect(page.status == 200 && page.contains("First text."))
      #expect(page.contains("As it was before"))
    }
  }

  @Test func `a page that never could be shown is shown as its source`() async throws {
    var files = PreviewedSite.plain
    files["content/a.md"] = "---\ntitle: [\n---\nText <b>\n"
    try await withPreview(files) { site in
      let page = try await site.get("/a/")
      #expect(page.contains("title: [\n---\nText &lt;b&gt;"))
      #expect(page.contains("Its source"))
    }
  }

  @Test func `a layout that breaks leaves pages as they were`() async throws {
    var files = PreviewedSite.plain
    files["layouts/page.html"] = "<body>{{ content }}</body>"
    try await withPreview(files) { site in
      _ = try await site.get("/a/")
      try site.write("<body>{% if %}</body>", to: "layouts/page.html")
      let page = try await site.get("/a/")
      #expect(page.contains("First text.") && page.contains("layouts/page.html"))
    }
  }

  @Test func `a site without its settings is shown as it was and says why`() async throws {
    try await withPreview { site in
      _ = try await site.get("/a/")
      try site.rename("site.yml", "site.yml.old")
      #expect(try await site.get("/a/").contains("there is no site.yml"))
      #expect(try await site.get("/_handbook/").contains("there is no site.yml"))
      try site.rename("site.yml.old", "site.yml")
      #expect(!(try await site.get("/a/").contains("there is no site.yml")))
    }
  }

  @Test func `a draft is shown and marked, and stands in no menu`() async throws {
    var files = PreviewedSite.plain
    files["content/d.md"] = "---\ntitle: D\ndraft: true\n---\nNot yet.\n"
    try await withPreview(files) { site in
      let page = try await site.get("/d/")
      #expect(page.contains("Not yet.") && page.contains("Draft, not published"))
      #expect(try await site.get("/_handbook/").contains("id=\"draft\""))
    }
  }

  @Test func `all findings of the site are on one page, those that a check tells`() async throws {
    var files = PreviewedSite.plain
    files["content/b.md"] =
      "---\ntitle: B\nreviewed: 2020-01-01\nreview_in: 1 month\n---\n[x](/x/)\n"
    try await withPreview(files) { site in
      _ = try await site.get("/a/")
      _ = await site.site.whole()
      var page = ""
      for _ in 0..<200 {
        page = try await site.get("/_handbook/")
        if !page.contains("being looked at"), page.contains("no page at") { break }
        try await Task.sleep(for: .milliseconds(20))
      }
      for text in [
        "no page at &#39;/x/&#39;", "orphan-page", "overdue-review", "id=\"overdue\"",
        "id=\"orphan\"",
      ] {
        #expect(page.contains(text), "\(text)")
      }
    }
  }

  @Test func `the editor that the site names opens files`() async throws {
    var files = PreviewedSite.plain
    files["site.yml"] = "title: T\neditor: 'idea://open?file={path}&line={line}'\n"
    files["content/a.md"] = "[x](/x/)\n"
    try await withPreview(files) { site in
      let page = try await site.get("/a/")
      #expect(page.contains("idea://open?file=\(site.folder)/content/a.md&amp;line=1"))
    }
  }

  @Test func `what a page holds cannot get out of the panel`() async throws {
    var files = PreviewedSite.plain
    files["content/a.md"] = "[x](/<script>alert(1)</script>/) <b onclick=x>\n"
    try await withPreview(files) { site in
      let page = try await site.get("/a/")
      #expect(!page.contains("<script>alert"))
    }
  }

  @Test func `a page names its own policy in its head too`() {
    let html = """
      <head><meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src &#39;none&#39;"></head>
      """
    #expect(PagePolicy.of(Array(html.utf8)) == "default-src 'self'; img-src 'none'")
    #expect(PagePolicy.of(Array("<head></head>".utf8)) == "")
  }
}
