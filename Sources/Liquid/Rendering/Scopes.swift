import Values

/// The local names: of loops and partials, inner last.
struct Scopes {
  /// The names.
  private(set) var names: [String] = []
  /// The value of each.
  var values: [Value] = []
  /// For each the number of the loop whose state it means, when it is `forloop` and its like.
  private(set) var loops: [Int?] = []

  /// How many names there are.
  var count: Int { names.count }

  /// Adds a name, which hides outer ones.
  mutating func add(_ name: String, _ value: Value, loop: Int? = nil) {
    names.append(name)
    values.append(value)
    loops.append(loop)
  }

  /// Takes the inner names away, so that `count` are left.
  mutating func cut(to count: Int) {
    names.removeLast(names.count - count)
    values.removeLast(values.count - count)
    loops.removeLast(loops.count - count)
  }

  /// Where the innermost `name` is, or `nil` when there is none.
  func index(of name: String) -> Int? {
    var index = names.count - 1
    while index >= 0 {
      if names[index] == name { return index }
      index -= 1
    }
    return nil
  }
}
