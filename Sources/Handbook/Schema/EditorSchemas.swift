import Register
import YAML

/// A file for editors.
package struct SchemaFile: Sendable {
  /// Its path, from the folder of all schemas.
  package let path: String
  /// What it holds.
  package let text: String
}

extension PageData {
  /// JSON Schema for what people write: `site.yml`, the register, figures, the private file of people and the front
  /// matter of pages of each kind.
  package var schemas: [SchemaFile] {
    let yaml = [
      file(
        "site.json", SettingsReader.form, "site.yml", "The settings of a handbook",
        SettingsReader.definitions),
      file("registry.json", Registry.form, "The register", "Never holds a person's name"),
      file("people.json", People.form, "The people of the register", "Private, never committed"),
      file("figures.json", FigureForm.figures, "Figures", "Pictures drawn from data"),
    ]
    let kinds = site.kinds.all.map { kind in
      file(
        "pages/\(kind.name).json", kind.form, "Front matter of a page of the kind \(kind.name)",
        kind.description)
    }
    return yaml + kinds + [
      file(
        "pages/\(Kind.ofNone).json", .open(HeadReader.keys, others: .anything),
        "Front matter of a page of no kind", "")
    ]
  }

  private func file(
    _ path: String, _ form: Form, _ title: String, _ description: String,
    _ definitions: [(name: String, form: Form)] = []
  ) -> SchemaFile {
    let schema = JSONSchema(definitions: definitions)
    return SchemaFile(
      path: path,
      text: JSONText.lines(schema.document(form, title: title, description: description)))
  }
}

extension Kind {
  /// The front matter of its pages: what every page may tell, its own fields, and keys that begin with `_`.
  fileprivate var form: Form {
    let own = fields.map(\.key)
    let common = HeadReader.keys.filter { key in !own.contains { $0.name == key.name } }
    return .open(common + own, names: "^_", others: .anything)
  }
}
