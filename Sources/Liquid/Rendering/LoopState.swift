import Values

/// How far a loop is: what `forloop` and `tablerowloop` say.
struct LoopState: Sendable {
  /// The loop's name, such as `tag-page.tags`.
  var name: String
  /// How many rounds there are.
  var count: Int
  /// The number of the loop around it among all that run, or -1.
  var parent: Int
  /// The round, from 0.
  var index = 0
  /// How many columns a table has; `nil` in a loop that makes no table.
  var columns: Int?

  /// The column, from 1.
  var column: Int {
    guard let columns, columns > 0 else { return index + 1 }
    return index % columns + 1
  }

  /// The row, from 1.
  var row: Int {
    guard let columns, columns > 0 else { return 1 }
    return index / columns + 1
  }

  /// Whether the column is the row's last.
  var isLastColumn: Bool { column == columns }

  /// The names of a loop's members, for near names.
  static let memberNames = [
    "name", "length", "parentloop", "index", "index0", "rindex", "rindex0", "first", "last",
  ]

  /// The names of a table's members, for near names.
  static let tableMemberNames = [
    "length", "index", "index0", "rindex", "rindex0", "first", "last", "col", "col0", "col_first",
    "col_last", "row",
  ]

  /// The value of a member; `nil` of a name that it does not have.
  func member(_ key: String) -> Value? {
    switch key {
    case "length": .integer(count)
    case "index": .integer(index + 1)
    case "index0": .integer(index)
    case "rindex": .integer(count - index)
    case "rindex0": .integer(count - index - 1)
    case "first": .bool(index == 0)
    case "last": .bool(index == count - 1)
    default: columns == nil ? (key == "name" ? .string(name) : nil) : tableMember(key)
    }
  }

  private func tableMember(_ key: String) -> Value? {
    switch key {
    case "col": .integer(column)
    case "col0": .integer(column - 1)
    case "col_first": .bool(column == 1)
    case "col_last": .bool(isLastColumn)
    case "row": .integer(row)
    default: nil
    }
  }
}

/// A loop's state as a value, for where `forloop` is handed on as a whole: it stays as it was then.
struct LoopObject: ValueObject {
  /// The state, and behind it those of the loops around it, inner first.
  let states: ArraySlice<LoopState>

  func member(_ key: String) -> Value? {
    guard let state = states.first else { return nil }
    guard key == "parentloop", state.columns == nil else { return state.member(key) }
    return states.count > 1 ? .object(LoopObject(states: states.dropFirst())) : Value.none
  }

  var memberNames: [String] {
    states.first?.columns == nil ? LoopState.memberNames : LoopState.tableMemberNames
  }

  var text: String {
    states.first?.columns == nil ? "Liquid::ForloopDrop" : "Liquid::TablerowloopDrop"
  }
}
