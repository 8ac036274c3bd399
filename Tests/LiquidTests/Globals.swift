import Values

/// Global names from a map.
struct Globals: ValueObject {
  var values: ValueMap

  init(values: ValueMap) {
    self.values = values
  }

  init(_ values: [(String, Value)]) {
    self.values = ValueMap(values)
  }

  func member(_ key: String) -> Value? { values[key] }
  var memberNames: [String] { values.keys }
}
