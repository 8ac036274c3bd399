/// What a browser may do on a page: use what the site itself has, and nothing else.
package enum ContentPolicy {
  /// What a `meta` element can say of it, where headers cannot be set.
  package static let page = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
    connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'
    """

  /// What only a header can say: nobody frames it.
  package static let unframed = "frame-ancestors 'none'"

  /// The whole of it, as a header.
  package static let header = page + "; " + unframed
}
