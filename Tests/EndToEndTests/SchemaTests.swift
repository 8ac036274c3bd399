import Foundation
import Testing

/// Schemas for editors, and what a site's own rules say of themselves.
@Suite struct SchemaTests {
  private func site() throws -> Folder {
    let folder = try Folder()
    try folder.write(
      """
      title: T
      registry: content/register/all.yml
      kinds:
        service: {folder: services, fields: {code: "text, required"}}
      rules:
        short-code:
          for: service
          must: {code: {matches: "S."}}
          message: "{code} is too long"
          help: shorten it
          why: Codes stand in narrow tables.

      """, to: "site.yml")
    try folder.write("# Home\n", to: "content/index.md")
    return folder
  }

  private func run(_ arguments: String..., in folder: Folder) throws -> Command.Outcome {
    try Command(arguments: arguments, folder: folder).run()
  }

  @Test func `editors are told of the schemas, and a second run changes nothing`() throws {
    let site = try site()
    let outcome = try run("schema", in: site)
    #expect(outcome.exitCode == 0, "\(outcome.console)")
    #expect(
      outcome.output == """
        .vscode/schemas/site.json
        .vscode/schemas/registry.json
        .vscode/schemas/people.json
        .vscode/schemas/figures.json
        .vscode/schemas/pages/service.json
        .vscode/schemas/pages/page.json
        .vscode/settings.json

        """)
    #expect(
      try site.text(".vscode/settings.json") == """
        {
          "yaml.schemas": {
            "./.vscode/schemas/site.json": "/site.yml",
            "./.vscode/schemas/registry.json": "/content/register/all.yml",
            "./.vscode/schemas/people.json": ["*.private.yml"]
          }
        }

        """)
    let before = try Tree(site.url)
    #expect(try run("schema", in: site).exitCode == 0)
    #expect(try Tree(site.url).differences(from: before) == [])
  }

  @Test func `settings that are there stay, and what they lack is told`() throws {
    let site = try site()
    try site.write("{}\n", to: ".vscode/settings.json")
    let outcome = try run("schema", in: site)
    #expect(outcome.exitCode == 0)
    #expect(outcome.console.contains("these are to be in it"))
    #expect(outcome.console.contains("\"/site.yml\""))
    #expect(try site.text(".vscode/settings.json") == "{}\n")
  }

  @Test func `schemas go elsewhere on request`() throws {
    let site = try site()
    #expect(try run("schema", "--output", "out/a", in: site).output.hasPrefix("out/a/site.json\n"))
    #expect(try site.text("out/a/pages/service.json").contains("\"code\""))
    #expect(!FileManager.default.fileExists(atPath: site.url.appending(path: ".vscode").path))
  }

  @Test func `a rule of the site is explained by what site.yml says of it`() throws {
    let site = try site()
    let outcome = try run("explain", "short-code", in: site)
    #expect(
      outcome.output == """
        short-code (error)
        No page of the kind service breaks this rule of the site.

        Why: Codes stand in narrow tables.

        Declared in site.yml:6:
            short-code:
              for: service
              must: {code: {matches: "S."}}
              message: "{code} is too long"
              help: shorten it
              why: Codes stand in narrow tables.

        Instead: Shorten it.

        """)
    #expect(try run("explain", in: site).output.contains("\nshort-code "))
    let near = try run("explain", "short-cod", in: site)
    #expect(near.exitCode == 64 && near.console.contains("did you mean 'short-code'?"))
    #expect(try run("explain", "broken-link", in: try Folder()).exitCode == 0)
    #expect(try run("explain", "broken-link", "--site", "nowhere", in: site).exitCode == 2)
  }
}
