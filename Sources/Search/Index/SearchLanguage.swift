/// What a search knows of the language of a site.
package struct SearchLanguage: Sendable {
  /// The words that are on every page and tell nothing: they are neither kept nor looked for.
  let passedOver: [String]
  /// Whether *manage*, *manages*, *managed* and *managing* are taken for one word when somebody asks
  /// for one of them.
  ///
  /// The index holds words as they are written; `stem` in `Script/index.js` folds them.
  let foldsEndings: Bool

  /// The language with a tag such as `en-GB`; of those other than English nothing is known.
  package init(tag: String) {
    foldsEndings = tag.lowercased().prefix(2) == "en"
    passedOver = foldsEndings ? Self.english : []
  }

  // Not 'it', 'us' and 'who': written IT, US and WHO they are what people look for.
  private static let english = """
    a about after again all also an and any are as at be because been before between both but by \
    can could did do does during each few for from get got had has have he her here his how i if \
    in into is its just many me more most much my no not of on once only or other others our \
    own same she should so some such than that the their them then there these they this those \
    through to too until very was we were what when where which while whom whose why will \
    with would you your
    """.split(separator: " ").map(String.init)
}
