import Foundation
import Glibc
import Testing

/// Something that a stranger's change may try, and what must come of it.
struct HostileChange: CustomTestStringConvertible, Sendable {
  /// What comes of it.
  enum Verdict {
    /// The site is the base's, byte for byte, and a finding at this path says what was not used.
    case unused(String)
    /// Nothing is published; a finding, given by its beginning and its rule, says where and why.
    case refused(String, rule: String)
    /// It is published; pages do not hold this text.
    case without(String)
  }

  let testDescription: String
  let verdict: Verdict
  let make: @Sendable (PullRequest) throws -> Void

  private init(
    _ name: String, _ verdict: Verdict, _ make: @escaping @Sendable (PullRequest) throws -> Void
  ) {
    testDescription = name
    self.verdict = verdict
    self.make = make
  }

  private static func text(
    _ name: String, _ path: String, _ text: String, _ verdict: Verdict? = nil
  ) -> HostileChange {
    HostileChange(name, verdict ?? .unused(path)) { try $0.change(path, text) }
  }

  private static func page(_ name: String, _ text: String, rule: String, line: Int = 1)
    -> HostileChange
  {
    .text(name, "content/new.md", text, .refused("content/new.md:\(line):", rule: rule))
  }

  private static let settings = "title: Handbook\nurl: https://example.org/\n"

  static let all: [HostileChange] = settingsAndLayouts + assets + links + pages

  /// What decides over the site is the base's.
  private static let settingsAndLayouts: [HostileChange] = [
    .text("settings that leave pages out", "site.yml", settings + "exclude: ['**']\n"),
    .text(
      "settings that adapt a folder of the machine", "site.yml", "title: T\nextends: ../outside\n"),
    .text(
      "settings with data of the machine", "site.yml", settings + "data: ../outside/site.yml\n"),
    .text("settings with a private file", "site.yml", settings + "people: ../outside/secret.txt\n"),
    .text("settings without limits", "site.yml", settings + "limits: {text: 999999999}\n"),
    .text("settings that are no YAML", "site.yml", "&a [*a, *a\n"),
    HostileChange("no settings", .unused("site.yml")) { $0.remove("site.yml") },
    HostileChange(
      "settings that let a broken link be", .refused("content/new.md:1:", rule: "broken-link")
    ) {
      try $0.change("site.yml", settings + "rules: {broken-link: off}\n")
      try $0.change("content/new.md", "[gone](/gone/)\n")
    },
    .text("data", "data.yml", "office: '<script>alert(1)</script>'\n"),
    .text("a pin of another handbook", "handbook.lock", "base x\n"),
    .text("a layout with a script", "layouts/page.html", "<script>alert(1)</script>{{ content }}"),
    .text("a layout in place of a built-in one", "layouts/search/page.html", "<script></script>"),
    HostileChange("no layouts", .unused("layouts/page.html")) { $0.remove("layouts") },
    HostileChange(
      "a page in a layout of its own", .refused("content/new.md:2:", rule: "missing-layout")
    ) {
      try $0.change("layouts/own.html", "{{ content | raw }}<script>alert(1)</script>")
      try $0.change("content/new.md", "---\nlayout: own\n---\nText\n")
    },
    .text("a partial with a script", "content/note.html", "<script>alert(1)</script>"),
    HostileChange("a partial of its own", .refused("content/new.md:1:", rule: "missing-partial")) {
      try $0.change("content/own.html", "<script>alert(1)</script>")
      try $0.change("content/new.md", "{% include own.html %}\n")
    },
    .text("the register", "content/register.yml", "schema: 1\npeople: []\n"),
    .text("a register", "content/registry.yml", "schema: 1\n"),
    .text(
      "whom to tell of holes", "content/.well-known/security.txt",
      "Contact: mailto:me@evil.example\n"),
    .text("another host name", "content/CNAME", "evil.example\n"),
    .text("headers", "content/headers.txt", "/*\n  X: y\n"),
  ]

  /// Of all files beside pages, images alone are the branch's.
  private static let assets: [HostileChange] = [
    .text("a script", "assets/site.js", "fetch('https://evil.example')\n"),
    .text("a new script", "assets/new.js", "alert(1)\n"),
    .text("a style sheet", "assets/site.css", "body { background: url(https://evil.example/) }\n"),
    .text(
      "a picture that may hold a script", "assets/new.svg", "<svg><script>alert(1)</script></svg>"),
    .text("a document", "content/new.pdf", "%PDF-1.7\n"),
    .text("a file that is not read", "content/new.json", "{}\n"),
    .text(
      "a page under an image's name", "assets/logo.png", "<script>alert(1)</script>",
      .refused("assets/logo.png:1:", rule: "unused-change")),
    HostileChange(
      "one kind of image under another's name",
      .refused("content/new.gif:1:", rule: "unused-change")
    ) { try $0.write(PullRequest.pixel(width: 9), to: "content/new.gif") },
    HostileChange(
      "an image of many megabytes", .refused("assets/new.png:1:", rule: "limit-exceeded")
    ) {
      try $0.write(
        PullRequest.pixel(width: 9) + Data(repeating: 0, count: 9 << 20), to: "assets/new.png")
    },
    .text(
      "a page where a file is", "content/notes.txt/new.md", "Text\n",
      .refused("content/notes.txt/new.md:1:", rule: "unused-change")),
  ].map { change in
    // Where a folder shall be, the file must go.
    guard change.testDescription == "a page where a file is" else { return change }
    return HostileChange(change.testDescription, change.verdict) {
      $0.remove("content/notes.txt")
      try change.make($0)
    }
  }

  /// Links and other things that are no files.
  private static let links: [HostileChange] = [
    HostileChange("settings that are a link", .unused("site.yml")) {
      try $0.link("site.yml", to: "../outside/secret.txt")
    },
    HostileChange("a layout that is a link", .unused("layouts/page.html")) {
      try $0.link("layouts/page.html", to: "../../outside/secret.txt")
    },
    HostileChange("an image that is a link", .refused("assets/logo.png:1:", rule: "symbolic-link"))
    {
      try $0.link("assets/logo.png", to: "../../outside/secret.txt")
    },
    HostileChange("a page that is a link", .refused("content/roles.md:1:", rule: "symbolic-link")) {
      try $0.link("content/roles.md", to: "../../outside/content/index.md")
    },
    HostileChange(
      "a folder of pages that is a link", .refused("content/more:1:", rule: "unused-change")
    ) {
      try $0.link("content/more", to: "../../outside/content")
    },
    HostileChange("all pages behind a link", .refused("content:1:", rule: "unused-change")) {
      try $0.link("content", to: "../outside/content")
    },
    HostileChange("a page that is a pipe", .refused("content/pipe.md:1:", rule: "stray-file")) {
      mkfifo($0.folder.url.appending(path: "change/content/pipe.md").path, 0o666)
    },
    HostileChange("working files behind a link", .without("secret")) {
      try $0.link(".handbook", to: "../outside")
    },
  ]

  /// Pages that want to be more than pages.
  private static let pages: [HostileChange] = [
    .text(
      "a script where the site lets its own pages have them", "content/roles.md",
      "# Roles\n\n<script>alert(1)</script> <b onclick=\"alert(1)\">x</b>\n", .without("alert")),
    .text(
      "markup in front matter", "content/roles.md",
      "---\ntitle: \"</title><script>alert(1)</script>\"\n---\nText\n", .without("<script>alert")),
    .page("an address that acts", "[x](javascript:alert(1))\n", rule: "unsafe-url"),
    .page(
      "an old address under a script's name", "---\naliases: [/sw.js]\n---\nT\n",
      rule: "unused-change", line: 2),
    .page(
      "the address of the site's script", "---\nurl: /assets/site.js\n---\nT\n",
      rule: "duplicate-url", line: 2),
    .page(
      "an address above the output", "---\nurl: /../../outside/x/\n---\nT\n", rule: "invalid-field",
      line: 2),
    .page(
      "aliases in YAML", "---\ndata: &a [1]\nmore: [*a, *a]\n---\nT\n",
      rule: "invalid-front-matter", line: 2),
    .page(
      "unseen characters", "---\ntitle: \"a\u{202E}b\"\n---\nT\n", rule: "direction-mark", line: 2),
    .page(
      "a page of a megabyte", String(repeating: "Text. \n\n", count: 40_000), rule: "limit-exceeded"
    ),
    .page(
      "a loop", "{% for a in (1..800) %}{% for b in (1..800) %}{% endfor %}{% endfor %}\n",
      rule: "limit-exceeded"),
    .page(
      "text that grows",
      "{% assign a = 'xxxxxxxxxxxxxxxx' %}{% for i in (1..30) %}{% assign a = a | append: a %}{% endfor %}\n",
      rule: "limit-exceeded"),
    .page("deep nesting", String(repeating: "> ", count: 30) + "x\n", rule: "limit-exceeded"),
    .page("bytes that are no text", "a\u{0}b\n", rule: "invalid-encoding"),
    .page(
      "a layout outside", "---\nlayout: ../../outside/secret\n---\nT\n", rule: "missing-layout",
      line: 2),
    .page("a partial outside", "{% include ../../outside/secret.txt %}\n", rule: "missing-partial"),
  ]
}
