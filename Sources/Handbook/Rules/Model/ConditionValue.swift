import Diagnostics
import Values

/// What a condition looks at.
enum ConditionValue {
  /// Nothing is told.
  case nothing
  /// A text, number, day or truth value.
  case plain(Value)
  /// A page.
  case page(PageIndex)
  /// Several values.
  case several([ConditionValue])
  /// A row of a table; `number` counts from 1.
  case row([Field], [FieldValue?], number: Int)
  /// What a reference that leads nowhere or a value that cannot be read would tell: nobody knows.
  case unknown

  /// What every page has, beside the fields of its kind.
  static let pageMembers: Set = [
    "title", "url", "kind", "owner", "status", "tags", "reviewed", "review_in", "description",
    "date", "updated", "related", "backlinks", "it",
  ]

  /// The values one by one.
  var each: [ConditionValue] {
    switch self {
    case .nothing: []
    case .several(let values): values
    case .plain, .page, .row, .unknown: [self]
    }
  }

  /// How many there are; a page counts once.
  var count: Int {
    var pages = Set<PageIndex>()
    return each.count { if case .page(let page) = $0 { pages.insert(page).inserted } else { true } }
  }

  /// The text of one plain value.
  var text: String? {
    switch self {
    case .plain(.string(let text)): text
    case .plain(.integer(let number)): String(number)
    case .plain(.decimal(let number)): "\(number)"
    case .plain(.bool(let truth)): truth ? "true" : "false"
    case .plain(.date(let day)): day.description
    case .plain, .nothing, .page, .several, .row, .unknown: nil
    }
  }

  /// Whether some of it is unknown.
  var isUnknown: Bool {
    switch self {
    case .unknown: true
    case .several(let values): values.contains(where: \.isUnknown)
    case .nothing, .plain, .page, .row: false
    }
  }

  /// Creates the value that a field tells.
  init(_ value: FieldValue?, of field: Field) {
    guard let value else {
      self = .nothing
      return
    }
    switch (value.content, field.type) {
    case (.plain(let plain), _): self = .plain(plain)
    case (.reference(let reference), _):
      switch reference.target {
      case .word: self = .plain(.string(reference.written))
      case .page(let page): self = .page(page)
      case .nowhere: self = .unknown
      }
    case (.list(let items), .list(let item)):
      self = .several(items.map { ConditionValue($0, of: item) })
    case (.list(let items), .table(let columns)):
      self = .several(
        items.enumerated().map { index, row in
          guard case .row(let cells) = row.content else { return .unknown }
          return .row(columns, cells, number: index + 1)
        })
    case (.list(let items), _): self = .several(items.map { ConditionValue($0, of: field) })
    case (.row(let cells), .table(let columns)): self = .row(columns, cells, number: 1)
    case (.row, _): self = .nothing
    case (.unread, _): self = .unknown
    }
  }
}
