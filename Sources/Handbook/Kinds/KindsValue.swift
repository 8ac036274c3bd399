import Values

/// What templates call `site.kinds`: the kinds by their names.
struct KindsValue: ValueObject {
  let site: Site

  func member(_ key: String) -> Value? {
    site.kinds.kind(key).map { .object(KindValue(site: site, index: $0)) }
  }

  var memberNames: [String] { site.kinds.all.map(\.name) }
}

/// A kind in templates.
struct KindValue: ValueObject {
  let site: Site
  let index: KindIndex

  private var kind: Kind { site.kinds.all[index] }

  func member(_ key: String) -> Value? {
    switch key {
    case "name": .string(kind.name)
    case "description": .string(kind.description)
    case "pages":
      .array(site.collections.ofKind(index).filter(site.isPublished).map(site.value(of:)))
    case "fields": .array(kind.fields.map(\.value))
    default: nil
    }
  }

  var memberNames: [String] { ["name", "description", "pages", "fields"] }
  var text: String { kind.name }
  var identity: String { kind.name }
}

extension Field {
  /// The declaration in templates.
  fileprivate var value: Value {
    var options: [Value] = []
    if case .choice(let choice) = type {
      options = choice.options.map {
        ["value": .string($0.value), "description": .string($0.description)]
      }
    }
    return [
      "name": .string(name), "type": .string(type.name), "required": .bool(isRequired),
      "description": .string(description), "values": .array(options),
    ]
  }
}
