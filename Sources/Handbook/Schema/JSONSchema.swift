import Diagnostics
import Values
import YAML

/// A form as JSON Schema, draft 07: what the YAML language server and its like understand.
///
/// What it refuses the program refuses too. It lets pass what only a whole site can tell, such as
/// whether a page exists.
struct JSONSchema {
  /// The forms that others name, as they hold themselves.
  var definitions: [(name: String, form: Form)] = []

  /// A schema file: of a value of this form, called `title` for people.
  func document(_ form: Form, title: String, description: String) -> Value {
    var document: ValueMap = [
      "$schema": "http://json-schema.org/draft-07/schema#", "title": .string(title),
    ]
    if !description.isEmpty { document["description"] = .string(description) }
    for (key, value) in schema(form, isRequired: true).entries { document[key] = value }
    if !definitions.isEmpty {
      document["definitions"] = .map(
        ValueMap(definitions.map { ($0.name, .map(schema($0.form, isRequired: true))) }))
    }
    return .map(document)
  }

  private func schema(_ form: Form, isRequired: Bool) -> ValueMap {
    switch form {
    case .text(let pattern):
      // What stands without quotes may look like a number, and is text nevertheless.
      var schema = type(["string", "number", "boolean"], isRequired)
      if let pattern { schema["pattern"] = .string("^(?:\(pattern))$") }
      return schema
    case .number: return type(["number"], isRequired)
    case .wholeNumber(let least, let most):
      var schema = type(["integer"], isRequired)
      if let least { schema["minimum"] = .integer(least) }
      if let most { schema["maximum"] = .integer(most) }
      return schema
    case .date:
      var schema = type(["string"], isRequired)
      schema["format"] = "date"
      schema["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
      return schema
    case .boolean: return type(["boolean"], isRequired)
    case .choice(let options): return choice(options, isRequired)
    case .several(let item, let least, let most):
      var list = list(item, isRequired: true)
      if least > 0 { list["minItems"] = .integer(least) }
      if let most { list["maxItems"] = .integer(most) }
      let alone = least <= 1 ? [schema(item, isRequired: true)] : []
      return any(of: alone + [list], isRequired)
    case .list(let item): return list(item, isRequired: isRequired)
    case .mapping(let keys):
      return mapping(keys, isRequired, others: ["additionalProperties": false])
    case .open(let keys, let names?, let others):
      return mapping(
        keys, isRequired,
        others: [
          "patternProperties": .map([names: .map(schema(others, isRequired: false))]),
          "additionalProperties": false,
        ])
    case .open(let keys, nil, let others):
      return mapping(
        keys, isRequired,
        others: ["additionalProperties": .map(schema(others, isRequired: false))])
    case .variants(let key, let variants): return self.variants(key, variants, isRequired)
    case .either(let forms):
      return any(of: forms.map { schema($0, isRequired: true) }, isRequired)
    case .named(let name):
      return any(of: [["$ref": .string("#/definitions/\(name)")]], isRequired)
    case .anything: return [:]
    }
  }

  private func type(_ names: [Value], _ isRequired: Bool) -> ValueMap {
    let all = isRequired ? names : names + ["null"]
    return ["type": all.count == 1 ? all[0] : .array(all)]
  }

  private func list(_ item: Form, isRequired: Bool) -> ValueMap {
    var schema = type(["array"], isRequired)
    schema["items"] = .map(self.schema(item, isRequired: false))
    return schema
  }

  private func any(of schemas: [ValueMap], _ isRequired: Bool) -> ValueMap {
    let all = isRequired ? schemas : schemas + [["type": "null"]]
    return ["anyOf": .array(all.map { .map($0) })]
  }

  /// A word that YAML takes for a number or a truth value is allowed as that too.
  private func choice(_ options: [Form.Option], _ isRequired: Bool) -> ValueMap {
    var values: [(value: Value, description: String)] = []
    for option in options {
      values.append((.string(option.value), option.description))
      let scalar = Node(.scalar(Scalar(option.value, .plain)), at: 0..<0).value
      switch scalar {
      case .integer, .decimal, .bool: values.append((scalar, option.description))
      default: break
      }
    }
    if !isRequired { values.append((.none, "")) }
    var schema: ValueMap = ["enum": .array(values.map(\.value))]
    if options.contains(where: { !$0.description.isEmpty }) {
      schema["enumDescriptions"] = .array(values.map { .string($0.description) })
    }
    return schema
  }

  private func mapping(_ keys: [KeyForm], _ isRequired: Bool, others: ValueMap) -> ValueMap {
    var schema = type(["object"], isRequired)
    if !keys.isEmpty { schema["properties"] = .map(ValueMap(keys.flatMap(properties))) }
    let required = keys.filter(\.isRequired).map { Value.string($0.name) }
    if !required.isEmpty { schema["required"] = .array(required) }
    for (key, value) in others.entries { schema[key] = value }
    return schema
  }

  /// A key, and for each word behind it what else may be there.
  private func variants(
    _ key: KeyForm, _ variants: [Form.Variant], _ isRequired: Bool
  ) -> ValueMap {
    var schema = mapping([key], isRequired, others: [:])
    schema["allOf"] = .array(
      variants.map { variant in
        let chosen: ValueMap = [key.name: .map(["const": .string(variant.word)])]
        let keys = [KeyForm(key.name, .anything, "")] + variant.keys
        return .map([
          "if": .map(["properties": .map(chosen), "required": .array([.string(key.name)])]),
          "then": .map(mapping(keys, true, others: ["additionalProperties": false])),
        ])
      })
    return schema
  }

  /// The key and its other names, which editors do not offer.
  private func properties(_ key: KeyForm) -> [(String, Value)] {
    var schema = schema(key.form, isRequired: key.isRequired)
    if !key.description.isEmpty { schema["description"] = .string(key.description) }
    if case .none = key.fallback {} else { schema["default"] = key.fallback }
    var other = schema
    other["doNotSuggest"] = true
    return [(key.name, .map(schema))] + key.otherNames.map { ($0, .map(other)) }
  }
}
