import Values

/// What tells VS Code, with the extension for YAML, which schema is for which file.
package struct EditorSettings: Sendable {
  /// The folder of the schemas, from that of `site.yml`.
  package static let folder = ".vscode/schemas"
  /// The file of the settings.
  package static let path = ".vscode/settings.json"
  /// The whole file.
  package let text: String
  /// The schemas that it names, as it names them.
  package let schemas: [String]
  /// What VS Code offers to install to whoever opens the folder.
  package static let extensions = SchemaFile(
    path: ".vscode/extensions.json", text: "{\"recommendations\": [\"redhat.vscode-yaml\"]}\n")

  /// The settings for a site's own files.
  package init(_ data: PageData) {
    let settings = data.site.settings
    let registry = settings.registry?.value ?? "content/registry.yml"
    let isFile = registry.hasSuffix(".yml") || registry.hasSuffix(".yaml")
    let people = [settings.people?.value, "*.private.yml"].compactMap { $0 }.map(Self.pattern)
    var schemas: ValueMap = [
      "./\(Self.folder)/site.json": "/site.yml",
      "./\(Self.folder)/registry.json": Self.pattern(isFile ? registry : registry + "/*.yml"),
      "./\(Self.folder)/people.json": .array(people),
    ]
    if let figures = settings.figuresFile {
      schemas["./\(Self.folder)/figures.json"] = Self.pattern(figures)
    }
    self.schemas = schemas.entries.map(\.0)
    text = JSONText.lines(["yaml.schemas": .map(schemas)], width: 40)
  }

  /// A path from the folder that is open, which begins with `/`.
  private static func pattern(_ path: String) -> Value {
    .string(path.hasPrefix("*") ? path : "/" + path)
  }
}
