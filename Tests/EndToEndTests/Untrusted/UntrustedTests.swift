import Foundation
import Testing

@Suite struct UntrustedTests {
  @Test(arguments: HostileChange.all)
  func `a stranger's change does nothing outside pages and images`(_ change: HostileChange) throws {
    let request = try PullRequest()
    #expect(try request.run("build").exitCode == 0)
    let (before, untouched) = (try request.output, try request.untouched)
    #expect(before.files.count > 5)

    try change.make(request)
    let outcome = try request.run("build")
    let after = try request.output
    switch change.verdict {
    case .unused(let path):
      #expect(outcome.exitCode == 0, "\(outcome.console)")
      #expect(outcome.console.contains("\(path):"), "\(outcome.console)")
      #expect(outcome.console.contains("[unused-change]"), "\(outcome.console)")
      #expect(after.differences(from: before) == [])
    case .refused(let place, let rule):
      #expect(outcome.exitCode == 1, "\(outcome.console)")
      let lines = outcome.console.split(separator: "\n")
      #expect(
        lines.contains {
          $0.hasPrefix(place) && $0.hasSuffix("[\(rule)]") && $0.contains(": error: ")
        },
        "\(outcome.console)")
      #expect(after == before)
    case .without(let text):
      #expect(outcome.exitCode == 0, "\(outcome.console)")
      let pages = after.files.filter { $0.key.hasSuffix(".html") }
      #expect(!pages.contains { String(decoding: $0.value, as: UTF8.self).contains(text) })
    }
    #expect(try request.untouched == untouched)
    #expect(!outcome.console.contains(PullRequest.secret))
    #expect(
      !after.files.contains {
        String(decoding: $0.value, as: UTF8.self).contains(PullRequest.secret)
      })
  }

  @Test func `pages and images are taken, and gone where the branch has none`() throws {
    let request = try PullRequest()
    try request.change("content/index.md", "# Home\n\nNew words. ![It](/assets/logo.png)\n")
    try request.change("content/new.md", "---\ntitle: New\n---\nIn {{ site.data.office }}.\n")
    try request.write(PullRequest.pixel(width: 9), to: "assets/logo.png")
    request.remove("content/roles.md")
    let outcome = try request.run("build")
    #expect(
      outcome.exitCode == 0 && !outcome.console.contains("unused-change"), "\(outcome.console)")
    let output = try request.output
    func text(_ path: String) -> String {
      output.files[path].map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    #expect(text("index.html").contains("New words. <img src=\"/assets/logo.png\""))
    #expect(text("index.html").contains("width=\"9\""))
    #expect(text("new/index.html").contains("In Leeds."))
    #expect(output.files["roles/index.html"] == nil)
  }

  @Test func `what the base's own pages may do they may still`() throws {
    let request = try PullRequest()
    try request.change("content/new.md", "# New\n\n<script>other()</script>\n")
    #expect(try request.run("build").exitCode == 0)
    let pages = try request.output.files.mapValues { String(decoding: $0, as: UTF8.self) }
    #expect(pages["roles/index.html"]?.contains("<script>own()</script>") == true)
    #expect(pages["new/index.html"]?.contains("other()") == false)
  }

  @Test func `wrong usage is answered with what to write`() throws {
    let request = try PullRequest()
    func answer(_ words: String...) throws -> String {
      let outcome = try Command(arguments: words, folder: request.folder).run()
      return "\(outcome.exitCode) \(outcome.console.prefix { $0 != "\n" })"
    }
    #expect(
      try answer("check", "--untrusted", "--site", "change")
        == "64 Error: '--untrusted' takes settings, layouts and data from the handbook as it was: name "
        + "a checkout of it with '--base DIR'")
    #expect(
      try answer("build", "--base", "base")
        == "64 Error: '--base' tells what '--untrusted' goes by: name both")
    let both = ["check", "--site", "change", "--untrusted", "--base"]
    func refused(_ words: String...) throws -> String {
      let outcome = try Command(arguments: both + words, folder: request.folder).run()
      return "\(outcome.exitCode) \(outcome.console.prefix { $0 != "\n" })"
    }
    #expect(
      try refused("change")
        == "64 Error: 'change' is the site itself; name a checkout of the handbook as it was with --base"
    )
    try request.change("inner/site.yml", "title: T\n")
    #expect(
      try refused("change/inner")
        == "64 Error: 'change/inner' lies in the site's folder, where its author may have written it; "
        + "check the base out beside the site")
    try request.folder.write("", to: "empty/file")
    #expect(
      try refused("empty")
        == "64 Error: there is no site.yml in 'empty'; name a checkout of the handbook as it was with --base"
    )
    #expect(try refused("nowhere").hasPrefix("2 "))
    try request.change("known.json", "{}")
    #expect(
      try refused("base", "--baseline", "change/known.json")
        == "64 Error: 'change/known.json' lies in the site's folder, where its author may have written "
        + "it; name the file of the base with --baseline")
    for option in ["--people", "--write-baseline"] {
      #expect(
        try refused("base", option, "x").hasPrefix(
          "64 Error: '\(option)' cannot go with '--untrusted'"))
    }
    #expect(
      try refused("base", "--external").hasPrefix(
        "64 Error: '--external' cannot go with '--untrusted'"))
    #expect(
      try refused("base", "--published", "x")
        .hasPrefix("64 Error: '--published' cannot go with '--untrusted'"))
  }

  @Test func `nothing is written through a link that lies in the branch`() throws {
    let request = try PullRequest()
    let untouched = try request.untouched
    try request.link("report.json", to: "../outside/secret.txt")
    let report = try request.run("check", "--report", "json=change/report.json")
    #expect(report.exitCode == 64)
    #expect(
      report.console.contains(
        "'change/report.json' leads out of the site's folder by a symbolic link"))
    try request.link("dist", to: "../outside")
    #expect(try request.run("build", "--output", "change/dist/site").exitCode == 64)
    #expect(try request.run("build", "--output", "change/dist").exitCode == 64)
    // Where no output is named, it lies in the branch.
    try request.link("public", to: "../outside")
    let usual = try Command(
      arguments: ["build", "--untrusted", "--base", "base", "--site", "change"],
      folder: request.folder
    ).run()
    #expect(
      usual.exitCode == 2 && usual.console.contains("it is a symbolic link"), "\(usual.console)")
    #expect(try request.untouched == untouched)
    // Links of whoever runs it are their own.
    try FileManager.default.createSymbolicLink(
      atPath: request.folder.url.appending(path: "here").path, withDestinationPath: "outside")
    #expect(try request.run("check", "--report", "json=here/new.json").exitCode == 0)
  }

  @Test func `a base's base is taken from where the base has it`() throws {
    let request = try PullRequest()
    try request.folder.write(
      "title: Handbook\ndata: data.yml\nextends: ../common\n", to: "base/site.yml")
    try request.folder.write("title: Common\n", to: "common/site.yml")
    try request.folder.write("# Shared\n", to: "common/content/shared.md")
    let outcome = try request.run("build")
    #expect(try request.output.files["shared/index.html"] != nil, "\(outcome.console)")
    // What an untrusted run would have to fetch, it has not.
    try request.folder.write(
      "title: Handbook\nextends: {git: ../common, at: main}\n", to: "base/site.yml")
    let fetching = try request.run("check")
    #expect(fetching.exitCode == 1)
    #expect(fetching.console.contains("an untrusted run fetches none"), "\(fetching.console)")
  }
}
