import Values

extension Site {
  /// What a page tells in the fields of its kind, and who refers to it, as data: a page is its
  /// address.
  ///
  /// All fields are there, also those without a value. Pages that are not published are left out.
  func fieldData(of page: PageIndex) -> ValueMap {
    guard let fields = pages[page].head.fields else { return ValueMap() }
    let kind = kinds.all[fields.kind]
    var data = ValueMap()
    for (field, value) in zip(kind.fields, fields.values) {
      data[field.name] = value?.value(of: field.type, page: address) ?? field.emptyValue
    }
    for name in kinds.inverses(of: fields.kind) {
      let pages = references.inverse(name, of: page).filter(isPublished)
      data[name] = .array(pages.map { .string(self.pages[$0].url) })
    }
    return data
  }

  private func address(_ reference: PageReference) -> Value {
    guard let page = reference.page else { return .string(reference.written) }
    return isPublished(page) ? .string(pages[page].url) : .none
  }
}
