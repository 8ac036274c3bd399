package import Diagnostics
import Register
import Values

/// All that may be shown of one entry of the register.
package struct RegisterEntry: Sendable {
  private let members: [(name: String, value: Value)]

  /// Members that only pages need.
  private static let left: Set<String> = ["marks", "text", "level_title", "level_titles"]

  /// Whether a member says nothing that another does not: `organisation` beside `org`.
  private static func isRepeated(_ name: String, _ value: Value?) -> Bool {
    if case .object? = value { name == "organisation" } else { false }
  }

  init(_ value: Value) {
    guard case .object(let object) = value else {
      members = []
      return
    }
    members = object.memberNames.filter { !Self.left.contains($0) }
      .map { ($0, object.member($0) ?? Value.none) }
      .filter { !Self.isRepeated($0, $1) }
  }

  /// The entry as an object; other entries in it are their ids.
  package var json: JSON {
    .object(members.map { JSON.Member($0.name, $0.value.json) })
  }

  /// A row for each value, its name with dots where it lies deeper.
  package var table: Table {
    var table = Table(columns: ["key", "value"])
    for member in members { Self.add(member.value, member.name, to: &table) }
    return table
  }

  private static func add(_ value: Value, _ name: String, to table: inout Table) {
    switch value {
    case .none: break
    case .map(let map): for (key, value) in map.entries { add(value, "\(name).\(key)", to: &table) }
    case .array(let values) where values.contains(where: \.isMap):
      for (index, value) in values.enumerated() { add(value, "\(name).\(index + 1)", to: &table) }
    case .array(let values):
      if !values.isEmpty { table.rows.append([name, values.map(\.word).joined(separator: ", ")]) }
    default: table.rows.append([name, value.word])
    }
  }
}

extension Value {
  fileprivate var isMap: Bool {
    if case .map = self { true } else { false }
  }

  /// A value without parts as one word.
  fileprivate var word: String {
    switch self {
    case .bool(let truth): truth ? "yes" : "no"
    case .integer(let number): "\(number)"
    case .decimal(let number): "\(number)"
    default: json.string ?? ""
    }
  }
}

extension Value {
  /// A value of the register as JSON; an entry is its id.
  fileprivate var json: JSON {
    switch self {
    case .none: .null
    case .bool(let truth): .bool(truth)
    case .integer(let number): .integer(number)
    case .decimal(let number): .decimal(number)
    case .string(let text): .string(text)
    case .date(let date): .string(date.description)
    case .array(let values): .array(values.map(\.json))
    case .map(let map): .object(map.entries.map { JSON.Member($0.key, $0.value.json) })
    case .object(let object): .string(object.identity)
    case .html, .range: .null
    }
  }
}
