import Diagnostics
import Values

/// What a page tells in one of its fields, typed, and where it is written.
struct FieldValue: Sendable {
  /// The value by its type.
  indirect enum Content: Sendable {
    /// A text, number, day, truth value, address, choice or id.
    case plain(Value)
    /// A page.
    case reference(PageReference)
    /// Values of one type.
    case list([FieldValue])
    /// A row of a table, in the order of its columns; `nil` where it tells nothing.
    case row([FieldValue?])
    /// What was refused, or must be there in a row and is not, which is a finding already: nobody knows
    /// what is meant.
    case unread
  }

  /// The value.
  var content: Content
  /// Where it is written; empty for one that is not.
  var range: SourceRange
}

/// A page that a field names.
struct PageReference: Sendable {
  /// What a name leads to.
  enum Target: Sendable {
    /// It stands for itself: a word in place of a page, or any name before all pages are known.
    case word
    /// A page.
    case page(PageIndex)
    /// No page that it may name, which is a finding already.
    case nowhere
  }

  /// The name as it is written.
  let written: String
  /// What it leads to.
  var target = Target.word

  /// The page that it leads to.
  var page: PageIndex? { if case .page(let page) = target { page } else { nil } }
}

/// What a page of a kind tells in its fields.
struct PageFields: Sendable {
  /// The page's kind.
  let kind: KindIndex
  /// The values in the order of the kind's fields; `nil` where the page tells nothing.
  var values: [FieldValue?]
  /// Where the page's front matter begins to tell: for findings about what it lacks.
  let range: SourceRange
}

extension FieldValue {
  /// The value for templates or data, where a page is what `page` makes of it.
  func value(of type: FieldType, page: (PageReference) -> Value) -> Value {
    switch (content, type) {
    case (.plain(let value), _): return value
    case (.reference(let reference), _): return page(reference)
    case (.list(let items), .list(let item)):
      return .array(items.filter(\.isRead).map { $0.value(of: item.type, page: page) })
    case (.list(let items), .table), (.list(let items), .reference):
      return .array(items.filter(\.isRead).map { $0.value(of: type, page: page) })
    case (.row(let cells), .table(let columns)):
      return .map(
        ValueMap(
          zip(columns, cells).map { column, cell in
            (column.name, cell?.value(of: column.type, page: page) ?? column.emptyValue)
          }))
    case (.unread, _): return type.emptyValue
    case (.list, _), (.row, _): return .none
    }
  }

  private var isRead: Bool { if case .unread = content { false } else { true } }

  /// Whether it is, or holds, a page's name that passes a test.
  func hasReference(where test: (PageReference) -> Bool) -> Bool {
    switch content {
    case .plain, .unread: false
    case .reference(let reference): test(reference)
    case .list(let items): items.contains { $0.hasReference(where: test) }
    case .row(let cells): cells.contains { $0?.hasReference(where: test) ?? false }
    }
  }

  /// The value with each text, number, page and so on in it changed, and then each list of pages;
  /// `change` gets its field, of a table the column.
  ///
  /// `field` is the field that holds the value.
  func map(as field: Field, _ change: (FieldValue, Field) -> FieldValue) -> FieldValue {
    var result = self
    switch (content, field.type) {
    case (.plain, _), (.reference, _): return change(self, field)
    case (.list(let items), .list(let item)):
      result.content = .list(items.map { $0.map(as: item, change) })
    case (.list(let items), .reference):
      result.content = .list(items.map { $0.map(as: field, change) })
      return change(result, field)
    case (.list(let items), _):
      result.content = .list(items.map { $0.map(as: field, change) })
    case (.row(let cells), .table(let columns)):
      result.content = .row(zip(columns, cells).map { $1?.map(as: $0, change) })
    case (.row, _), (.unread, _): break
    }
    return result
  }
}

extension Field {
  /// What templates get where a page tells nothing: an empty list of what may be several.
  var emptyValue: Value { type.emptyValue }
}

extension FieldType {
  fileprivate var emptyValue: Value {
    switch self {
    case .list, .table: .array([])
    case .reference(let reference): reference.isMany ? .array([]) : .none
    case .text, .number, .wholeNumber, .date, .boolean, .url, .markdown, .choice, .entry: .none
    }
  }
}
