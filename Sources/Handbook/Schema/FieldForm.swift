import Values
import YAML

extension Field {
  /// The field as a key of front matter.
  var key: KeyForm {
    var key = KeyForm(name, form, described)
    key.isRequired = isRequired && fallback == nil
    if let fallback { key.fallback = fallback.value(of: type) { .string($0.written) } }
    return key
  }

  /// What it means, with what its form alone does not tell.
  private var described: String {
    guard case .reference(let reference) = type else { return description }
    let page =
      reference.kinds.isEmpty
      ? "any page" : "the last part of the address of a \(reference.kindNames)"
    let words = reference.words.isEmpty ? "" : ", or \(reference.words.joined(separator: ", "))"
    return (description.isEmpty ? "" : description + ": ") + page + words
  }

  /// What may be written: quotes change nothing, as the type says what is meant.
  private var form: Form {
    switch type {
    case .text, .markdown, .entry: .text(pattern: pattern)
    case .number: .either([.number, .text(pattern: "-?(0|[1-9][0-9]*)(\\.[0-9]+)?")])
    case .wholeNumber: .either([.wholeNumber(), .text(pattern: "-?(0|[1-9][0-9]*)")])
    case .boolean: .either([.boolean, .choice([Form.Option("true"), Form.Option("false")])])
    case .date: .date
    case .url: .text(pattern: "(https?://|mailto:|tel:)\\S+|/\\S*")
    case .choice(let choice):
      .choice(choice.options.map { Form.Option($0.value, $0.description) })
    case .reference(let reference):
      reference.isMany
        ? .several(.text(), least: count?.least ?? 0, most: count?.most) : .text()
    case .list(let item): .several(item.form, least: count?.least ?? 0, most: count?.most)
    case .table(let columns):
      .several(.mapping(columns.map(\.key)), least: count?.least ?? 0, most: count?.most)
    }
  }
}
