import Values

/// The local names: of loops and partials, inner last.
struct Scopes {
  /// A name and what it means.
  struct Local {
    let name: String
    /// How many bytes the name has, by which most others are told apart at once.
    let length: Int
    var value: Value
    /// The number of the loop whose state it means, when it is `forloop` or `tablerowloop`.
    let loop: Int?
  }

  /// The names.
  private(set) var locals: [Local] = []

  /// How many names there are.
  var count: Int { locals.count }

  /// Adds a name, which hides outer ones.
  mutating func add(_ name: String, _ value: Value, loop: Int? = nil) {
    locals.append(Local(name: name, length: name.utf8.count, value: value, loop: loop))
  }

  /// Adds names, the later of which hide the earlier ones.
  mutating func add(_ others: Scopes) {
    locals += others.locals
  }

  /// Gives another value to the name at `index`.
  mutating func set(_ index: Int, to value: Value) {
    locals[index].value = value
  }

  /// Takes the inner names away, so that `count` are left.
  mutating func cut(to count: Int) {
    locals.removeLast(locals.count - count)
  }

  /// Where the innermost `name` is, or `nil` when there is none.
  func index(of name: String) -> Int? {
    let length = name.utf8.count
    var index = locals.count - 1
    while index >= 0 {
      if locals[index].length == length, locals[index].name == name { return index }
      index -= 1
    }
    return nil
  }
}
