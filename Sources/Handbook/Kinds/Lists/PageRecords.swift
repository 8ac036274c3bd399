import Diagnostics
import Values

/// What lists tell of the pages of one kind: pages that fields name are told by their ids.
struct PageRecords {
  let site: Site
  /// `nil` for the pages of no kind.
  let kind: KindIndex?

  /// What every page has.
  private static let common = ["id", "url", "title"]

  private var fields: [Field] { kind.map { site.kinds.all[$0].fields } ?? [] }
  private var inverses: [String] { kind.map(site.kinds.inverses) ?? [] }

  /// What fits into a cell: all fields but tables.
  var columns: [String] {
    Self.common
      + fields.filter { field in
        if case .table = field.type { false } else { !Self.common.contains(field.name) }
      }.map(\.name)
  }

  /// All that a page tells in its fields, and who refers to it.
  func record(of page: PageIndex) -> ValueMap {
    var record: ValueMap = [
      "id": id(of: page), "url": .string(site.pages[page].url),
      "title": .string(site.pages[page].title),
    ]
    for (field, value) in zip(fields, site.pages[page].head.fields?.values ?? [])
    where !Self.common.contains(field.name) {
      record[field.name] =
        value?.value(of: field.type) { reference in
          reference.page.map(id) ?? .string(reference.written)
        } ?? field.emptyValue
    }
    for name in inverses { record[name] = .array(referrers(name, to: page)) }
    return record
  }

  /// Whether a condition holds for a page; each is asked many times.
  func test(_ condition: FieldCondition) throws(UnknownName) -> (PageIndex) -> Bool {
    let known = Self.common + fields.map(\.name) + inverses
    let isCommon = HeadReader.knownKeys.contains(condition.field)
    guard known.contains(condition.field) || isCommon else {
      throw .field(
        condition.field, of: kind.map { site.kinds.all[$0].name } ?? Kind.ofNone,
        known + HeadReader.knownKeys.filter { !known.contains($0) })
    }
    let wanted = [condition.value, target(of: condition)]
    return { page in
      let value = record(of: page)[condition.field] ?? site.pages[page].head.data[condition.field]
      let texts = (value ?? Value.none).textsOfRows
      return texts.isEmpty ? condition.value.isEmpty : texts.contains { wanted.contains($0) }
    }
  }

  /// The id of the page that a condition names in another way, such as by its address.
  private func target(of condition: FieldCondition) -> String? {
    let types = fields.filter { $0.name == condition.field }.flatMap(\.references)
    var kinds = types.flatMap(\.kinds)
    if inverses.contains(condition.field) {
      kinds = site.kinds.all.filter { kind in
        kind.fields.contains { field in
          field.references.contains { $0.inverse?.value == condition.field }
        }
      }.map { Located(value: $0.name, range: $0.range) }
    } else if types.isEmpty {
      return nil
    }
    let type = ReferenceType(kinds: kinds, isMany: false)
    guard case .page(let page) = site.names.resolve(condition.value, as: type) else { return nil }
    return site.names.id(of: page)
  }

  private func referrers(_ name: String, to page: PageIndex) -> [Value] {
    site.references.inverse(name, of: page).filter(site.isPublished).map(id)
  }

  private func id(of page: PageIndex) -> Value { .string(site.names.id(of: page)) }
}

extension Value {
  /// The texts in it, those in the rows of tables too.
  fileprivate var textsOfRows: [String] {
    switch self {
    case .map(let map): map.values.flatMap(\.textsOfRows)
    case .array(let values): values.flatMap(\.textsOfRows)
    default: texts
    }
  }
}
